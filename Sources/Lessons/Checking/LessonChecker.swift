import Meaning
import Notation
import SoftmaxCore

/// Checks one lesson: that it can be read and drawn, and that every equals sign in it holds.
public struct LessonChecker {
  public private(set) var findings: [Finding] = []
  public internal(set) var counts = CheckCounts()

  let lesson: Lesson
  let settings: CheckSettings
  let source: SourceText
  private(set) var names: Names
  /// Whether the lesson's own example speaks of the names that formulas use.
  let hasOwnNumbers: Bool
  private var hasRemarkedOnTemperature = false
  /// By whether the targets are one-hot; the lesson's own example comes first.
  private var drawn: [Bool: [Bindings]] = [:]

  /// Checks at once.
  public init(_ lesson: Lesson, _ settings: CheckSettings = CheckSettings()) {
    self.init(lesson, settings, names: nil)
  }

  /// - Parameter names: what another text uses in place of the course's names; then only random
  ///   examples have numbers for them.
  init(_ lesson: Lesson, _ settings: CheckSettings, names: Names?) {
    self.lesson = lesson
    self.settings = settings
    self.names = names ?? .course
    hasOwnNumbers = names == nil
    source = lesson.body.source
    findings = lesson.diagnostics.map { Finding($0) }
    counts.lessons = 1
    readDefinitions()
    for step in lesson.steps { check(step) }
    if hasOwnNumbers { checkUse(of: lesson.definitions) }
    findings.sort {
      ($0.diagnostic.line, $0.diagnostic.column) < ($1.diagnostic.line, $1.diagnostic.column)
    }
  }

  private mutating func check(_ step: Step) {
    counts.steps += 1
    let sites = step.sites
    counts.formulas += sites.count
    for site in sites { layOut(site) }
    var displays: [FormulaSite] = []
    for site in sites {
      switch site.use {
      case .display: displays.append(site)
      case .notation:
        counts.notationOnlySigns += Reading(site.formula, names: names).chains
          .reduce(0) { $0 + $1.links.count }
      case .inline: checkInline(site, in: step)
      case .value: checkValue(site, in: step)
      case .panel: checkPanel(site, in: step)
      case .answer: checkAnswer(site, in: step)
      }
    }
    let formulas = displays.map { (formula: $0.formula, block: $0.block) }
    let notation = sites.filter { $0.use == .notation }.map(\.block)
    for claim in StepClaims.grouped(formulas, apartAt: notation, names: names) {
      judge(claim.reading, at: claim.sites.map { displays[$0] }, in: step)
    }
  }

  // MARK: Definitions

  private mutating func readDefinitions() {
    var witnessed: [(quantity: CoreQuantity, site: FormulaSite)] = []
    var lines: [DefinedName: Int] = [:]
    for definition in lesson.definitions {
      let site = FormulaSite(reading: definition, .display, block: 0)
      let before = names
      report(names.define(definition.value), at: site)
      if let own = names.changed(since: before).first(where: Self.givenNames.contains) {
        report(.ownNumber(own), of: site)
        names = before
      }
      for name in names.defined(since: before) {
        if let line = lines[name] {
          report(.definedAlready(name.spelling, line: line), of: site)
        }
        lines[name] = definition.line
      }
      for quantity in CoreQuantity.all
      where before[quantity.name]?.definitions[quantity.arity]
        != names[quantity.name]?.definitions[quantity.arity]
      {
        // S_{x_i} = … is a family of another kind under the same letter.
        guard names[quantity.name]?.definitions[quantity.arity]?.subscriptVariable == nil else {
          continue
        }
        witnessed.append((quantity, site))
      }
    }
    // Only now is it known which names are to be given values.
    for (quantity, site) in witnessed { compare(quantity, definedAt: site) }
  }

  /// What every example gives: a definition of these would hide the numbers on screen.
  private static let givenNames: Set<String> = ["z", "y", "P", "T", "n"]

  // MARK: Examples

  /// The lesson's own example and the random ones, at T = 1 and in nats, with open indices.
  mutating func examples(isOneHot: Bool) -> [Bindings] {
    if let known = drawn[isOneHot] { return known }
    var random = RandomExamples(names: names, seed: settings.seed, isOneHot: isOneHot)
    var example = lesson.example
    example.temperature = 1
    example.unit = .nats
    var own = example.fitted(to: isOneHot ? .oneHot : nil).bindings
    own.indices["i"] = nil
    own.indices["j"] = nil
    let others = (0..<max(0, settings.examples)).map { _ in random.next() }
    let examples = hasOwnNumbers ? [own] + others : others
    drawn[isOneHot] = examples
    return examples
  }

  // MARK: Findings

  /// Says once in a lesson that a definition without T is held to SoftmaxCore at T = 1 only.
  mutating func remarkOnTemperature(at site: FormulaSite) {
    guard !hasRemarkedOnTemperature else { return }
    hasRemarkedOnTemperature = true
    report(
      .withoutTemperature, of: site,
      suggestion: "e^{z_i / T}", severity: .lint)
  }

  mutating func report(
    _ problem: CheckProblem, at offset: Int = 0, of site: FormulaSite, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error, disagreement: Disagreement? = nil
  ) {
    report(
      problem as any Problem, at: offset, of: site, suggestion: suggestion, severity: severity,
      disagreement: disagreement)
  }

  mutating func report(
    _ problem: any Problem, at offset: Int = 0, of site: FormulaSite, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error, disagreement: Disagreement? = nil
  ) {
    let diagnostic = source.diagnostic(
      problem, at: site.place(of: offset), suggestion: suggestion, severity: severity)
    let finding = Finding(diagnostic, disagreement: disagreement)
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// What reading for meaning has found; what is wrong with the LaTeX itself was said before.
  mutating func report(_ found: [FormulaDiagnostic], at site: FormulaSite) {
    for diagnostic in found where !site.formula.diagnostics.contains(diagnostic) {
      report(
        diagnostic.problem, at: diagnostic.range.lowerBound, of: site,
        suggestion: diagnostic.suggestion, severity: Diagnostic.Severity(diagnostic.severity))
    }
  }
}

/// H(P) and H(P, Q) are two functions.
private struct DefinedName: Hashable {
  var spelling: String
  var arity: Int
}

extension Names {
  fileprivate func defined(since before: Names) -> [DefinedName] {
    changed(since: before).flatMap { spelling in
      (self[spelling]?.definitions ?? [:]).compactMap { arity, definition in
        before[spelling]?.definitions[arity] == definition
          ? nil : DefinedName(spelling: spelling, arity: arity)
      }
    }
  }

  fileprivate func changed(since before: Names) -> [String] {
    all.filter { before[$0.spelling] != $0 }.map(\.spelling)
  }
}

extension Example {
  /// With a one-hot target where a step needs one: the likeliest class of the one it has.
  func fitted(to target: StepTarget?) -> Example {
    guard target == .oneHot, targetClass == nil else { return self }
    var example = self
    let largest = self.target.indices.max { self.target[$0] < self.target[$1] } ?? 0
    example.target = Self.oneHot(largest, of: classCount)
    return example
  }
}
