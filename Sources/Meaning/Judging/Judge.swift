public import Notation

/// What became of one equals sign.
public struct LinkJudgement: Hashable, Sendable {
  public var chain: Int
  /// The sign between side `link` and side `link + 1`.
  public var link: Int
  public var relation: Relation
  /// Where the sign stands.
  public var formula: Int
  public var node: Notation.NodeID
  public var range: Range<Int>
  public var row: Int
  /// Against the side before, for the numbers on screen; nil where those were not given.
  public var here: Comparison?
  /// Against the head of the chain, for the numbers on screen.
  public var hereFromHead: Comparison?
  /// Against the side before, over all examples and all indices that the condition admits.
  public var always: Verdict
  public var alwaysFromHead: Verdict
  /// The worst of all comparisons with the side before: which example and which indices show it.
  public var worst: Witness?
  public var worstFromHead: Witness?
  /// How many comparisons were made.
  public var count = 0

  /// One comparison among many.
  public struct Witness: Hashable, Sendable {
    public var comparison: Comparison
    /// Position in the list of examples.
    public var example: Int
    /// The indices as they were chosen, from 1.
    public var indices: [String: Int]
  }

  /// What to mark the sign with: false here, true always, or true here only. The head of the chain
  /// is told apart (`alwaysFromHead`), so that one false line does not mark all that follow it.
  public var verdict: Verdict {
    guard let here else { return always }
    // ≠ claims that some example differs: others decide it.
    if relation == .unequal {
      if case .notJudged(.equalHere) = here.verdict, always == .holds { return .holds }
      return always == .fails ? .fails : here.verdict
    }
    switch (here.verdict, always) {
    case (.fails, _): return .fails
    case (.notJudged, .fails): return .fails
    case (_, .fails): return .hereNotAlways
    case (.approximate, _): return .approximate
    case (.notJudged, .holds): return here.verdict
    default: return here.verdict
    }
  }

  /// Whether `\approx` should stand where = does.
  public var isRounded: Bool {
    (here?.isRounded ?? false) || (worst?.comparison.isRounded ?? false)
  }
}

extension Reading {
  /// Puts every equals sign to the test.
  ///
  /// Each side is compared with the side before it and with the head of its chain.
  ///
  /// - Parameters:
  ///   - here: the numbers on screen, with their chosen indices; nil to judge by examples only.
  ///   - examples: more numbers to judge by. Indices that an example does not choose are tried from
  ///     1 to the number of classes, all that the condition admits.
  ///   - condition: `i = j` or `i \neq j`: where the lines claim to hold.
  /// - Throws: what is wrong with the condition.
  public func judged(
    here: Bindings?, examples: [Bindings] = [], when condition: Formula? = nil
  ) throws(FormulaDiagnostic) -> [LinkJudgement] {
    let admitted = try condition.map { (formula) throws(FormulaDiagnostic) in
      try Resolver(names: names).resolve(
        SyntaxReader.readCondition(of: formula), in: Scope())
    }
    var judgements: [LinkJudgement] = []
    for (position, chain) in chains.enumerated() {
      var judge = ChainJudge(reading: self, chain: chain, position: position, condition: admitted)
      if let here { judge.judgeHere(here) }
      for (example, bindings) in examples.enumerated() { judge.judge(bindings, example: example) }
      judgements += judge.judgements
    }
    return judgements
  }
}

/// The judging of one chain, while it is under way.
private struct ChainJudge {
  let reading: Reading
  let chain: Chain
  let condition: Expression?
  var judgements: [LinkJudgement]
  private let digits: [[PrintedDigits]?]
  /// Of each link: what it claims of the side before, which side that is, and what of the head. A
  /// chain of a hundred lines asks for them thousands of times.
  private let claims: [(relation: Relation, before: Int, fromHead: Relation?)]

  init(reading: Reading, chain: Chain, position: Int, condition: Expression?) {
    self.reading = reading
    self.chain = chain
    self.condition = condition
    judgements = chain.links.enumerated().map { number, link in
      LinkJudgement(
        chain: position, link: number, relation: link.relation, formula: link.formula,
        node: link.node, range: link.range, row: link.row, always: .notJudged(.noExample),
        alwaysFromHead: .notJudged(.noExample))
    }
    claims = chain.links.indices.map {
      (chain.claim(of: $0), chain.sideBefore($0), chain.relationFromHead(through: $0))
    }
    digits = chain.links.enumerated().map { number, link in
      PrintedDigits.of(
        [chain.sides[number], chain.sides[number + 1]].compactMap(\.expression),
        around: link.relation)
    }
  }

  mutating func judgeHere(_ bindings: Bindings) {
    let evaluator = Evaluator(names: reading.names, bindings: bindings)
    let values = values(evaluator)
    for link in chain.links.indices {
      guard chain.links[link].isAdmitted(by: evaluator) else {
        judgements[link].here = Self.unjudged(.notAdmitted, values[link], values[link + 1])
        continue
      }
      judgements[link].here = compareWithBefore(values, link)
      judgements[link].hereFromHead = compareWithHead(values, link)
    }
  }

  mutating func judge(_ bindings: Bindings, example: Int) {
    let isOrdinary = bindings.isOrdinary
    let evaluator = Evaluator(names: reading.names, bindings: bindings)
    let open = chain.freeIndices.union(condition?.chosenIndices ?? []).filter {
      bindings.indices[$0] == nil
    }.sorted()
    let classes = (try? evaluator.count(.classes, at: 0..<0)) ?? 1
    for choice in Self.choices(of: open, upTo: classes) {
      let indices = bindings.indices.merging(choice) { given, _ in given }
      evaluator.choose(indices)
      if let condition, (try? evaluator.truth(condition)) != true { continue }
      let values = values(evaluator)
      for link in chain.links.indices where chain.links[link].isAdmitted(by: evaluator) {
        let before = compareWithBefore(values, link)
        enter(isOrdinary ? before.strict : before, link, example, indices, fromHead: false)
        if let head = compareWithHead(values, link) {
          enter(isOrdinary ? head.strict : head, link, example, indices, fromHead: true)
        }
      }
    }
  }

  private static func choices(of names: [String], upTo count: Int) -> [[String: Int]] {
    var choices: [[String: Int]] = [[:]]
    // Four open indices over twelve classes are tried no further than 20 736 choices.
    for name in names.prefix(4) {
      choices = choices.flatMap { choice in
        (1...max(1, count)).map { choice.merging([name: $0]) { $1 } }
      }
    }
    return choices
  }

  private func values(_ evaluator: Evaluator) -> [Result<Value, FormulaDiagnostic>] {
    chain.sides.map { side in
      guard let expression = side.expression else {
        return .failure(
          side.diagnostic ?? FormulaDiagnostic(.noMeaning, range: side.range))
      }
      do throws(FormulaDiagnostic) {
        return .success(try evaluator.evaluate(expression).value)
      } catch {
        return .failure(error)
      }
    }
  }

  private func compareWithBefore(
    _ values: [Result<Value, FormulaDiagnostic>], _ link: Int
  ) -> Comparison {
    let claim = claims[link]
    return compare(values[claim.before], claim.relation, values[link + 1], digits[link])
  }

  private func compareWithHead(
    _ values: [Result<Value, FormulaDiagnostic>], _ link: Int
  ) -> Comparison? {
    guard let relation = claims[link].fromHead else { return nil }
    return compare(values[0], relation, values[link + 1], digits[link])
  }

  private func compare(
    _ left: Result<Value, FormulaDiagnostic>, _ relation: Relation,
    _ right: Result<Value, FormulaDiagnostic>, _ digits: [PrintedDigits]?
  ) -> Comparison {
    func unjudged(_ reason: Verdict.Reason) -> Comparison { Self.unjudged(reason, left, right) }
    if chain.isCondition || relation == .definition { return unjudged(.claimsNothing) }
    switch (left, right) {
    case (.success(let left), .success(let right)):
      return Comparison(of: left, relation, right, digits: digits)
    case (.failure(let diagnostic), _), (_, .failure(let diagnostic)):
      return unjudged(
        diagnostic.isUncovered ? .uncovered(diagnostic) : .noValue(diagnostic))
    }
  }

  private static func unjudged(
    _ reason: Verdict.Reason, _ left: Result<Value, FormulaDiagnostic>,
    _ right: Result<Value, FormulaDiagnostic>
  ) -> Comparison {
    Comparison(
      left: try? left.get(), right: try? right.get(), difference: .zero, tolerance: .zero,
      verdict: .notJudged(reason))
  }

  private mutating func enter(
    _ comparison: Comparison, _ link: Int, _ example: Int, _ indices: [String: Int], fromHead: Bool
  ) {
    let isSomeClaim = judgements[link].relation == .unequal
    func witness() -> LinkJudgement.Witness {
      LinkJudgement.Witness(comparison: comparison, example: example, indices: indices)
    }
    if fromHead {
      judgements[link].alwaysFromHead = judgements[link].alwaysFromHead.joined(
        comparison.verdict, isSomeClaim: isSomeClaim)
      if comparison.isWorse(than: judgements[link].worstFromHead?.comparison) {
        judgements[link].worstFromHead = witness()
      }
    } else {
      judgements[link].count += 1
      judgements[link].always = judgements[link].always.joined(
        comparison.verdict, isSomeClaim: isSomeClaim)
      if comparison.isWorse(than: judgements[link].worst?.comparison) {
        judgements[link].worst = witness()
      }
    }
  }
}

extension Verdict {
  /// The verdict over one example more: one failure decides, and one success outweighs examples
  /// that could not be judged.
  ///
  /// - Parameter isSomeClaim: of ≠, which claims that some example differs: one that does decides.
  fileprivate func joined(_ other: Verdict, isSomeClaim: Bool) -> Verdict {
    if isSomeClaim {
      switch (self, other) {
      case (.holds, _), (_, .holds): return .holds
      case (.fails, _), (_, .fails): return .fails
      case (.notJudged(.equalHere), _), (_, .notJudged(.equalHere)): return .fails
      default: break
      }
    }
    return switch (self, other) {
    case (.fails, _), (_, .fails): .fails
    case (.notJudged(.uncovered), _): self
    case (_, .notJudged(.uncovered)): other
    // Equal at i = j is no reason to believe ≈ elsewhere.
    case (.notJudged(.noDigits), _), (_, .notJudged(.noDigits)): .notJudged(.noDigits)
    case (.approximate, _), (_, .approximate): .approximate
    case (.holds, _), (_, .holds): .holds
    case (.notJudged(.noExample), _): other
    default: self
    }
  }
}

extension Comparison {
  /// Of ordinary numbers, where what is undefined on one side only is no matter of limits:
  /// ln(z²) = 2 ln z is false for a negative z.
  fileprivate var strict: Comparison {
    guard isHalfUndefined, case .notJudged = verdict else { return self }
    var strict = self
    (strict.verdict, strict.difference, strict.tolerance) = (.fails, .infinity, .zero)
    return strict
  }

  /// Larger by its own tolerance; a failure is worse than anything that holds.
  fileprivate func isWorse(than other: Comparison?) -> Bool {
    guard let other else { return true }
    if (verdict == .fails) != (other.verdict == .fails) { return verdict == .fails }
    return difference * other.tolerance > other.difference * tolerance
  }
}

extension Chain.Link {
  /// Whether the line claims anything for these indices.
  fileprivate func isAdmitted(by evaluator: Evaluator) -> Bool {
    conditions.allSatisfy { (try? evaluator.truth($0)) ?? true }
  }
}
