import Lessons
import Meaning
import Notation

/// The formulas of a step, read once: what each equals sign claims, what each number in the prose
/// is.
///
/// Derived from the place, so two models at one place have the same readings, and comparing models
/// need not look at them.
public struct StepReadings: Equatable, Sendable {
  private let stepClaims: StepClaims
  /// The numbers in the prose, `{p_1}`, and the matrix of a panel, by their LaTeX.
  private let values: [String: Reading]

  init(_ step: Step, names: Names) {
    stepClaims = StepClaims(step, names: names)
    let computed = step.blocks.flatMap(\.values) + step.blocks.compactMap(\.matrixFormula)
    values = computed.reduce(into: [:]) {
      $0[$1.source] = Reading($1, names: names)
    }
  }

  var claims: [StepClaims.Claim] { stepClaims.claims }
  var condition: Formula? { stepClaims.condition }

  /// What a formula in the prose or of a panel is worth for the given numbers.
  func value(of formula: Formula, bindings: Bindings) throws(FormulaDiagnostic) -> Value? {
    try values[formula.source]?.value(bindings: bindings)
  }

  public static func == (_: StepReadings, _: StepReadings) -> Bool { true }

  /// Every sign that claims something, for these numbers and for more.
  func judged(
    here example: Example, examples: (Reading) -> [Bindings] = { _ in [] }
  ) -> [LineVerdict] {
    stepClaims.verdicts(for: example, examples: examples)
  }

  /// The LaTeX of the side before (0) or after (1) a sign.
  func source(of line: LineVerdict, side: Int) -> String {
    let reading = claims[line.claim].reading
    let side = reading.chains[line.judgement.chain].sides[line.judgement.link + side]
    let bytes = Array(reading.formulas[side.formula].source.utf8)
    let range = side.range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The same side with every ∂ by central differences, and their step; nil if it has none.
  func centralDifference(
    of line: LineVerdict, side: Int, bindings: Bindings
  ) -> (value: Value, step: Double)? {
    try? claims[line.claim].reading.centralDifference(
      chain: line.judgement.chain, side: line.judgement.link + side, bindings: bindings)
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
