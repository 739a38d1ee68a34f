import Formulas
import Lessons

/// The display formulas of a step, read once: what each equals sign claims.
///
/// Derived from the place, so two models at one place have the same readings, and comparing models
/// need not look at them.
public struct StepReadings: Equatable, Sendable {
  struct Entry: Sendable {
    var reading: Reading
    /// The step's blocks whose formulas make this reading; a fence that starts with = continues
    /// the one before.
    var blocks: [Int]
  }

  let entries: [Entry]
  /// The numbers in the prose, `{p_1}`, by their LaTeX.
  private let values: [String: Reading]
  let condition: Formula?

  init(_ step: Step, names: Names) {
    var groups: [(formulas: [Formula], blocks: [Int])] = []
    for (index, block) in step.blocks.enumerated() {
      guard case .formula(let display) = block, !display.isNotationOnly else { continue }
      let continues = display.formula.source.drop { $0.isWhitespace }.hasPrefix("=")
      if continues, let last = groups.indices.last {
        groups[last].formulas.append(display.formula)
        groups[last].blocks.append(index)
      } else {
        groups.append(([display.formula], [index]))
      }
    }
    entries = groups.map {
      Entry(reading: Reading(continuing: $0.formulas, names: names), blocks: $0.blocks)
    }
    condition = step.condition?.value
    values = step.blocks.flatMap(\.values).reduce(into: [:]) {
      $0[$1.source] = Reading($1, names: names)
    }
  }

  /// What a formula in the prose is worth for the given numbers.
  func value(of formula: Formula, bindings: Bindings) throws(FormulaDiagnostic) -> Value? {
    try values[formula.source]?.value(bindings: bindings)
  }

  public static func == (_: StepReadings, _: StepReadings) -> Bool { true }

  /// The judgements of every sign, with the block it stands in.
  func judged(here: Bindings, examples: (Reading) -> [Bindings] = { _ in [] }) -> [SignJudgement] {
    entries.flatMap { entry in
      let links =
        (try? entry.reading.judged(
          here: here, examples: examples(entry.reading), when: condition)) ?? []
      return links.map { link in
        SignJudgement(
          block: entry.blocks[link.formula], link: link,
          left: entry.source(of: link, side: link.link),
          right: entry.source(of: link, side: link.link + 1))
      }
    }
  }
}

extension StepReadings.Entry {
  /// The LaTeX of one side.
  fileprivate func source(of link: LinkJudgement, side: Int) -> String {
    let side = reading.chains[link.chain].sides[side]
    let bytes = Array(reading.formulas[side.formula].source.utf8)
    let range = side.range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}

/// One equals sign of a step and what became of it.
public struct SignJudgement: Hashable, Sendable {
  var block: Int
  var link: LinkJudgement
  var left: String
  var right: String

  /// Signs that claim nothing (`:=`, `i = j`) get no mark.
  var claimsSomething: Bool {
    if case .notJudged(.claimsNothing) = link.here?.verdict ?? .holds { return false }
    return true
  }
}

extension Block {
  /// The formulas whose values stand in its prose.
  fileprivate var values: [Formula] {
    switch self {
    case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines): inlines.values
    case .list(_, let items): items.flatMap(\.values)
    case .exercise(let exercise): exercise.ask.values
    case .formula, .code, .live: []
    }
  }
}

extension [Inline] {
  fileprivate var values: [Formula] {
    flatMap { inline -> [Formula] in
      switch inline {
      case .value(let formula): [formula.value]
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): inner.values
      case .text, .code, .formula: []
      }
    }
  }
}
