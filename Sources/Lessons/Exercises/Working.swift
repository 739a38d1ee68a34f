public import Meaning
public import Notation

/// A derivation that a learner works: what stands before the hidden line, and what the author wrote.
///
/// A line is LaTeX without its sign: `p_i (1 - p_i)`. The first one is the left side of the claim.
public struct Working: Sendable {
  /// The lines of the derivation, as its author wrote them.
  public let lines: [String]
  public let names: Names
  public let conditions: LineConditions
  private let forms: [String?]

  public init(lines: [String], names: Names, conditions: LineConditions) {
    self.lines = lines
    self.names = names
    self.conditions = conditions
    forms = lines.map { Working.form(of: $0, names) }
  }

  /// The chain of a reading, all of whose sides are equal.
  ///
  /// nil for a chain with another sign, or without a line to hide.
  public init?(_ reading: Reading, chain: Int, conditions: LineConditions) {
    let chain = reading.chains[chain]
    guard chain.sides.count > 2, chain.links.allSatisfy({ $0.relation == .equal }),
      chain.sides.allSatisfy({ $0.expression != nil })
    else { return nil }
    let lines = chain.sides.map { side in
      Working.text(of: side.range, in: reading.formulas[side.formula].source)
    }
    self.init(lines: lines, names: reading.names, conditions: conditions)
  }

  /// A piece of a source without the marks of an aligned block.
  private static func text(of range: Range<Int>, in source: String) -> String {
    let bytes = Array(source.utf8)
    let piece = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return piece.replacing("&", with: " ")
  }

  static func form(of line: String, _ names: Names) -> String? {
    Reading(Formula(line), names: names).chains.first?.sides.first?.expression?.form
  }

  /// What is said of a line.
  public enum Verdict: Hashable, Sendable {
    /// Equal to the line before and no earlier line over again; the author's line that it is, if it
    /// is one.
    case right(author: Int?)
    case unreadable(FormulaDiagnostic)
    /// The same as an earlier line, up to order and brackets.
    case restatement(of: Int)
    case wrong(Refutation)
    case notJudged(Meaning.Verdict.Reason)
  }

  public struct Refutation: Hashable, Sendable {
    /// Where the two lines differ.
    public var counterexample: Counterexample?
    /// One edit that makes the line true.
    public var repair: Repair?
  }

  /// Judges what was written for a line.
  ///
  /// - Parameters:
  ///   - typed: LaTeX or the plain form, with or without the equals sign before it.
  ///   - line: the hidden line; all before it are there.
  public func verdict(on typed: String, for line: Int) -> Verdict {
    let formula: Formula
    let text = typed.drop { $0 == " " }
    let written = TypedFormula(String(text.first == "=" ? text.dropFirst() : text), names: names)
    do throws(FormulaDiagnostic) {
      let reading = try written.reading()
      guard let chain = reading.chains.first, reading.chains.count == 1 else {
        return .unreadable(
          FormulaDiagnostic(
            .error, WorkingProblem.severalLines, range: 0..<typed.utf8.count))
      }
      // `L = …`: what stands after the sign is meant.
      if chain.sides.count > 1, let last = chain.sides.last {
        formula = Formula(Working.text(of: last.range, in: reading.formulas[last.formula].source))
      } else {
        formula = reading.formulas[0]
      }
    } catch {
      return .unreadable(written.placed(error))
    }
    return verdict(on: formula, for: line)
  }

  func verdict(on formula: Formula, for line: Int) -> Verdict {
    let form = Working.form(of: formula.source, names)
    if let form, let earlier = forms[..<line].lastIndex(of: form) {
      return .restatement(of: earlier)
    }
    let claim = claim(of: formula.source, after: line - 1)
    let examples = examples(for: claim)
    switch always(claim, examples) {
    case .holds, .approximate:
      return .right(author: form.flatMap { form in forms[line...].firstIndex(of: form) })
    case .notJudged(.noValue(let diagnostic)): return .unreadable(diagnostic)
    case .notJudged(let reason): return .notJudged(reason)
    case .fails, .hereNotAlways: break
    }
    return .wrong(
      Refutation(
        counterexample: Counterexample.smallest(of: claim, under: conditions),
        repair: repair(of: formula, for: line, examples)))
  }

  func claim(of latex: String, after line: Int) -> Reading {
    Reading(Formula(lines[line] + " = " + latex), names: names)
  }

  /// Whether a claim holds at random examples: one first, then all, for most claims that are tried
  /// are wrong at the first.
  func always(_ claim: Reading, _ examples: [Bindings]) -> Meaning.Verdict {
    if let diagnostic = claim.diagnostics[0].first(where: { $0.severity == .error }) {
      return .notJudged(.noValue(diagnostic))
    }
    var verdict = Meaning.Verdict.notJudged(.noExample)
    for examples in [Array(examples.prefix(1)), examples] {
      guard
        let judgement = try? claim.judged(
          here: nil, examples: examples, when: conditions.condition
        ).last
      else { return verdict }
      verdict = judgement.always
      if verdict == .fails { return verdict }
    }
    return verdict
  }

  func examples(for claim: Reading) -> [Bindings] {
    RandomExamples.examples(
      for: claim, count: Self.exampleCount, seed: Reading.assumptionSeed,
      isOneHot: conditions.isOneHot)
  }

  private static let exampleCount = 60

  func isEarlier(_ latex: String, before line: Int) -> Bool {
    guard let form = Working.form(of: latex, names) else { return true }
    return forms[..<line].contains(form)
  }
}
