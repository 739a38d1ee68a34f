import Meaning
import Notation
import SoftmaxCore

// Equals signs
extension LessonChecker {
  /// The numbers by which a sign is judged, beside the plain ones.
  private enum Trial {
    /// T = 1, in nats or in the step's own unit.
    case plain
    case bits
    /// Other temperatures, for lines in which T is written: elsewhere S stands for T = 1.
    case temperatures
    /// Every kind of example that can be entered, as the step tells it: a claim in a sentence has no
    /// mark that could say where it holds.
    case extremes

    /// What is wrong where a sign fails.
    func claim(_ relation: Relation) -> FalseSign.Claim {
      switch self {
      case .plain where relation == .equal: .sidesDiffer
      case .plain: .doesNotHold(relation)
      case .bits: .inNatsOnly
      case .temperatures: .atTemperature1Only
      case .extremes: .notOfEveryExample
      }
    }
  }

  /// Puts every sign of a reading to the test.
  ///
  /// - Parameter sites: where each of the reading's formulas stands.
  mutating func judge(_ reading: Reading, at sites: [FormulaSite], in step: Step) {
    for (site, diagnostics) in zip(sites, reading.diagnostics) { report(diagnostics, at: site) }
    let asksForTarget = reading.freeIndices.contains { reading.names[$0]?.meaning == .targetClass }
    let examples = examples(isOneHot: step.target.map { $0 == .oneHot } ?? asksForTarget)
    var reported: Set<Int> = []
    let plain = examples.with(unit: step.unit ?? .nats)
    judge(reading, at: sites, in: step, .plain, plain, &reported)
    checkOwnExample(reading, at: sites, in: step, plain)
    // Without a logarithm, here or in a definition, bits change nothing.
    if step.unit == nil, reading.chains.contains(where: \.usesUnit) {
      judge(reading, at: sites, in: step, .bits, examples.with(unit: .bits), &reported)
    }
    if reading.chains.contains(where: { $0.writes("T") }) {
      let warm = examples.with(unit: step.unit ?? .nats).withTemperatures()
      judge(reading, at: sites, in: step, .temperatures, warm, &reported)
    }
  }

  /// Puts a claim in a sentence to the test of the extreme examples.
  mutating func judgeExtremes(_ reading: Reading, at site: FormulaSite, in step: Step) {
    guard hasOwnNumbers else { return }
    let examples = ([lesson.example] + ExtremeExamples.all).map { example in
      var bindings = lesson.told(example, in: step).example.bindings
      (bindings.indices["i"], bindings.indices["j"]) = (nil, nil)
      return bindings
    }
    var reported: Set<Int> = []
    judge(reading, at: [site], in: step, .extremes, examples, &reported)
  }

  private mutating func judge(
    _ reading: Reading, at sites: [FormulaSite], in step: Step, _ trial: Trial,
    _ examples: [Bindings], _ reported: inout Set<Int>
  ) {
    let judgements: [LinkJudgement]
    do throws(FormulaDiagnostic) {
      judgements = try reading.judged(
        here: nil, examples: examples, when: step.condition?.value)
    } catch {
      reportCondition(error, of: step)
      return
    }
    for (number, chain) in reading.chains.enumerated() {
      let links = judgements.filter { $0.chain == number }
      if trial == .plain { links.forEach { count($0, reading, sites) } }
      counts.comparisons += links.reduce(0) { $0 + $1.count }
      guard !reported.contains(number), trial != .temperatures || chain.writes("T") else {
        continue
      }
      for link in Self.faults(links) {
        report(link, of: reading, at: sites, trial, step, examples)
        reported.insert(number)
      }
    }
  }

  /// A line that has values for other numbers only shows nothing to the reader.
  private mutating func checkOwnExample(
    _ reading: Reading, at sites: [FormulaSite], in step: Step, _ examples: [Bindings]
  ) {
    let two = examples.dropFirst().first { $0.classCount == 2 }
    let trials = [
      (examples.first, Diagnostic.Severity.error),
      (two, .lint),
    ]
    for (bindings, severity) in trials {
      guard let bindings,
        let judgements = try? reading.judged(
          here: nil, examples: [bindings], when: step.condition?.value)
      else { continue }
      for link in judgements {
        guard case .notJudged(.noValue(let diagnostic)) = link.always,
          !reading.diagnostics.contains(where: { $0.contains(diagnostic) })
        else { continue }
        let site = sites[side(of: diagnostic, in: reading.chains[link.chain], link).formula]
        report(
          severity == .error
            ? .noValueForOwn(because: diagnostic) : .noValueForTwo(because: diagnostic),
          at: diagnostic.range.lowerBound,
          of: site, severity: severity)
        break
      }
    }
  }

  /// The side of a sign that a diagnostic is about.
  private func side(
    of diagnostic: FormulaDiagnostic, in chain: Chain, _ link: LinkJudgement
  ) -> Chain.Side {
    let sides = chain.sides[link.link...(link.link + 1)]
    return sides.first { $0.range.contains(diagnostic.range.lowerBound) }
      ?? sides[sides.endIndex - 1]
  }

  /// The signs after which something new is wrong: one wrong line makes its neighbours disagree
  /// too, with it or with the head.
  private static func faults(_ links: [LinkJudgement]) -> [LinkJudgement] {
    var faults: [LinkJudgement] = []
    for link in links {
      let agreesWithHead = link.alwaysFromHead == .holds || link.alwaysFromHead == .approximate
      if link.always == .fails {
        if faults.isEmpty || !agreesWithHead { faults.append(link) }
      } else if link.alwaysFromHead == .fails, faults.isEmpty {
        faults.append(link)
      }
    }
    return faults
  }

  private mutating func report(
    _ link: LinkJudgement, of reading: Reading, at sites: [FormulaSite], _ trial: Trial,
    _ step: Step, _ examples: [Bindings]
  ) {
    let isFromHead = link.always != .fails
    guard
      let witness = Self.plainestWitness(link, of: reading, step, examples)
        ?? (isFromHead ? link.worstFromHead : link.worst)
    else { return }
    let chain = reading.chains[link.chain]
    guard let left = witness.comparison.left, let right = witness.comparison.right else { return }
    let texts = ApartText(left, right)
    let numbers = examples[witness.example].text(
      of: chain.givenNames,
      indices: witness.indices.filter { chain.freeIndices.contains($0.key) })
    let number = witness.example == 0 ? nil : witness.example
    let side = chain.sides[link.link + 1]
    let elsewhere = trial == .plain ? unit(where: link, holdsIn: reading, step, examples) : nil
    let claim =
      elsewhere.map { .inUnitOnly($0) } ?? trial.claim(link.relation)
    report(
      .falseSign(
        FalseSign(
          claim: claim, entry: texts.entry, left: texts.left, right: texts.right,
          isFromHead: isFromHead, numbers: numbers, example: number,
          isExtreme: trial == .extremes)),
      at: side.range.lowerBound, of: sites[side.formula],
      disagreement: Disagreement(
        left: texts.left, right: texts.right, numbers: numbers, example: number,
        seed: settings.seed))
  }

  /// The unit in which a sign holds that fails in nats: H(P) = −Σ P log₂ P does in bits.
  private func unit(
    where link: LinkJudgement, holdsIn reading: Reading, _ step: Step, _ examples: [Bindings]
  ) -> InformationUnit? {
    guard step.unit == nil, reading.chains[link.chain].usesUnit else { return nil }
    return [InformationUnit.bits, .hartleys].first { unit in
      let judged = try? reading.judged(
        here: nil, examples: examples.with(unit: unit), when: step.condition?.value)
      let own = judged?.first { $0.chain == link.chain && $0.link == link.link }
      return own?.always == .holds && own?.alwaysFromHead == .holds
    }
  }

  /// The first example that shows the fault: the lesson's own if it does, else one with few
  /// classes. The worst of all would be larger, and no clearer.
  private static func plainestWitness(
    _ link: LinkJudgement, of reading: Reading, _ step: Step, _ examples: [Bindings]
  ) -> LinkJudgement.Witness? {
    let order = examples.indices.sorted {
      ($0 > 0 ? 1 : 0, examples[$0].classCount, $0)
        < ($1 > 0 ? 1 : 0, examples[$1].classCount, $1)
    }
    for position in order {
      let judged = try? reading.judged(
        here: nil, examples: [examples[position]], when: step.condition?.value)
      guard let own = judged?.first(where: { $0.chain == link.chain && $0.link == link.link })
      else { continue }
      let found =
        link.always == .fails
        ? (own.always, own.worst) : (own.alwaysFromHead, own.worstFromHead)
      if found.0 == .fails, var witness = found.1 {
        witness.example = position
        return witness
      }
    }
    return nil
  }

  private mutating func count(_ link: LinkJudgement, _ reading: Reading, _ sites: [FormulaSite]) {
    let site = sites[link.formula]
    let reason: UnjudgedReason
    switch link.always {
    case .holds, .fails, .approximate, .hereNotAlways:
      counts.checkedSigns += 1
      if link.isRounded {
        report(
          .beforeRounded, at: link.range.lowerBound, of: site,
          severity: .lint)
      }
      return
    case .notJudged(.claimsNothing):
      counts.conditions += 1
      return
    case .notJudged(.noValue(let diagnostic)), .notJudged(.uncovered(let diagnostic)):
      reason = .sideWithoutValue
      // What has no meaning was said when it was read.
      if !reading.diagnostics.contains(where: { $0.contains(diagnostic) }) {
        let side = side(of: diagnostic, in: reading.chains[link.chain], link)
        report([diagnostic], at: sites[side.formula])
      }
    case .notJudged(let other):
      reason = UnjudgedReason(other)
      report(.notJudged(reason), at: link.range.lowerBound, of: site)
    }
    counts.unjudgedSigns[reason, default: 0] += 1
  }

  private mutating func reportCondition(_ diagnostic: FormulaDiagnostic, of step: Step) {
    guard let condition = step.condition else { return }
    report([diagnostic], at: FormulaSite(condition, .inline, block: 0))
  }
}

extension [Bindings] {
  fileprivate func with(unit: InformationUnit) -> [Bindings] {
    unit == .nats
      ? self
      : map {
        var changed = $0
        changed.unit = unit
        return changed
      }
  }

  /// Half, double and treble in turn.
  func withTemperatures() -> [Bindings] {
    let temperatures = [0.5, 2, 3]
    return enumerated().map { position, bindings in
      var changed = bindings
      changed["T"] = .scalar(temperatures[position % temperatures.count])
      return changed
    }
  }
}
