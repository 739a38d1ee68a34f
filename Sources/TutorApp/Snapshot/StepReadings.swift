import Lessons
import Meaning
import Notation

/// The formulas of a step, read once: what each equals sign claims, what each number in the prose
/// is.
struct StepReadings: Sendable {
  private let stepClaims: StepClaims?
  /// The numbers in sentences, `{p_1}`, by their LaTeX.
  let prose: [String: Reading]
  /// What panels show for every i and j, by its LaTeX.
  private let panels: [String: Reading]
  /// The formulas that can be walked term by term, in reading order.
  let walks: [Walk]

  /// One formula that can be walked: its block on the page and its place in its reading.
  struct Walk: Sendable {
    var block: Int
    var reading: Reading
    var position: Int
    var tree: TermTree
  }

  /// Of no step.
  init() { (stepClaims, prose, panels, walks) = (nil, [:], [:], []) }

  init(_ step: Step, names: Names) {
    let claims = StepClaims(step, names: names)
    stepClaims = claims
    func read(_ formulas: [Formula]) -> [String: Reading] {
      formulas.reduce(into: [:]) { read, formula in
        if read[formula.source] == nil { read[formula.source] = Reading(formula, names: names) }
      }
    }
    prose = read(step.blocks.flatMap(\.values))
    panels = read(step.blocks.compactMap(\.panelFormula))
    walks = claims.claims.flatMap { claim in
      claim.blocks.indices.compactMap { position in
        let tree = claim.reading.terms(formula: position)
        guard !tree.roots.isEmpty else { return nil }
        return Walk(
          block: claim.blocks[position], reading: claim.reading, position: position, tree: tree)
      }
    }
  }

  var claims: [StepClaims.Claim] { stepClaims?.claims ?? [] }
  var condition: Formula? { stepClaims?.condition }

  /// How many formulas were read.
  var count: Int {
    claims.reduce(0) { $0 + $1.blocks.count } + prose.count + panels.count
      + (condition == nil ? 0 : 1)
  }

  /// What the formula of a panel is worth for the given numbers.
  func value(of formula: Formula, bindings: Bindings) throws(FormulaDiagnostic) -> Value? {
    try panels[formula.source]?.value(bindings: bindings)
  }

  /// Every sign that claims something, for these numbers and for more.
  func judged(
    here example: Example, examples: (Reading) -> [Bindings] = { _ in [] }
  ) -> [LineVerdict] {
    stepClaims?.verdicts(for: example, examples: examples) ?? []
  }

  /// The side before (0) or after (1) a sign, as it is written.
  func notation(of line: LineVerdict, side: Int) -> Notation {
    let reading = claims[line.claim].reading
    let side = reading.chains[line.judgement.chain].sides[line.judgement.link + side]
    return reading.formulas[side.formula].notation.piece(in: side.range)
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

extension Block {
  /// The formula of a panel.
  fileprivate var panelFormula: Formula? {
    guard case .live(let request) = self else { return nil }
    return request.formula
  }
}
