import Notation

/// Changes a formula in one place in every way in which people get it wrong.
///
/// It works on the tree, so that a sign is a sign and an index an index; what is written comes from
/// the ranges of the source, so that all else stays as it was.
struct Mutator {
  let formula: Formula
  private let source: [UInt8]
  private(set) var edits: [Edit] = []

  /// Every change of the formula, each text once, in the order of its places.
  static func edits(of formula: Formula) -> [Edit] {
    var mutator = Mutator(formula)
    mutator.visit(formula.notation)
    var seen: Set<String> = [formula.source]
    return mutator.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .filter { seen.insert($0.applied(to: formula.source)).inserted }
  }

  /// A condition said the other way: `i = j` for `i \neq j`.
  static func edits(ofCondition formula: Formula) -> [Edit] {
    var mutator = Mutator(formula)
    mutator.turnConditions(in: formula.notation.members)
    return mutator.edits
  }

  private init(_ formula: Formula) {
    self.formula = formula
    source = Array(formula.source.utf8)
  }

  /// The source of a node, or of a stretch of nodes.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// The same without the braces that hold it together.
  func inside(_ node: Notation) -> String {
    let text = text(node.range)
    return text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : text
  }

  mutating func replace(_ range: Range<Int>, with replacement: String, _ mistake: String) {
    edits.append(Edit(mistake: mistake, range: range, replacement: replacement))
  }

  // MARK: The tree

  private mutating func visit(_ node: Notation) {
    switch node.kind {
    case .row(let items): visitSequence(items)
    case .aligned(let rows):
      let cells = rows.flatMap { $0.prefix { !$0.isReason } }
      for cell in cells { visitSequence(cell.members) }
      return visitInside(cells.flatMap(\.members))
    case .cases(let rows):
      for cell in rows.flatMap({ $0 }) { visitSequence(cell.members) }
      return visitInside(rows.flatMap { $0 }.flatMap(\.members))
    case .fence(_, let body, _, _): visitSequence(body.members)
    case .fraction(let upper, let lower): visitFraction(node, upper, lower)
    case .script(let base?, let lower?, nil, 0, _) where base.isLogarithm:
      return visitLogarithm(node, base: inside(lower))
    case .script(let base, let lower, let upper, _, _):
      visitScript(node, base, lower, upper)
    case .symbol(let symbol): visitSymbol(node, symbol)
    case .number(let digits): visitNumber(node, digits)
    case .function(let name, _): visitFunction(node, name)
    // What words say is no mathematics.
    case .text: return
    default: break
    }
    visitInside(node.children)
  }

  private mutating func visitInside(_ nodes: [Notation]) {
    for node in nodes { visit(node) }
  }
}

extension Notation {
  /// The members of a row, or the node alone; without what has a picture only.
  var members: [Notation] {
    let all: [Notation] = if case .row(let items) = kind { items } else { [self] }
    return all.filter { if case .space = $0.kind { false } else { true } }
  }

  /// Whether a cell of an aligned row gives the reason for the row.
  fileprivate var isReason: Bool {
    if case .text? = members.first?.kind { true } else { false }
  }

  /// Whether it holds whole lines.
  var isEnvironment: Bool {
    switch kind {
    case .aligned, .gathered: true
    default: false
    }
  }

  func isSymbol(_ names: String...) -> Bool {
    if case .symbol(let symbol) = kind { names.contains(symbol.name) } else { false }
  }

  var isRelation: Bool {
    if case .symbol(let symbol) = kind { symbol.atomClass == .relation } else { false }
  }

  var isFence: Bool { if case .fence = kind { true } else { false } }

  var isBigSign: Bool {
    switch kind {
    case .bigOperator: true
    case .script(let base?, _, _, _, _): base.isBigSign
    default: false
    }
  }
}
