import Notation
import TextGrid

extension Typesetter {
  func bigOperator(_ sign: BigOperator, _ node: Notation, _ context: Context) -> Box {
    guard isASCII else { return word(Self.glyphs[sign] ?? "∑", node, context) }
    if context.style == .display, !context.isLinear, let lines = Self.drawings[sign] {
      return Box(rows: lines.map { word($0, node, context).rows[0] }, baseline: 1)
    }
    return word(Self.words[sign] ?? "sum", node, context)
  }

  private static let glyphs: [BigOperator: String] = [
    .sum: "∑", .prod: "∏", .coprod: "∐", .int: "∫", .iint: "∬", .iiint: "∭", .oint: "∮",
    .bigcup: "⋃", .bigcap: "⋂", .bigvee: "⋁", .bigwedge: "⋀", .bigoplus: "⨁",
    .bigotimes: "⨂", .bigodot: "⨀", .bigsqcup: "⨆", .biguplus: "⨄",
  ]

  private static let words: [BigOperator: String] = [
    .sum: "sum", .prod: "prod", .coprod: "coprod", .int: "int", .iint: "iint", .iiint: "iiint",
    .oint: "oint", .bigcup: "union", .bigcap: "inter", .bigvee: "or", .bigwedge: "and",
    .bigoplus: "(+)", .bigotimes: "(x)", .bigodot: "(.)", .bigsqcup: "union",
    .biguplus: "(u+)",
  ]

  private static let drawings: [BigOperator: [String]] = [
    .sum: ["___", "\\  ", "/__"], .prod: ["___", "| |", "| |"],
  ]

  /// The base with its limits above and below, or beside it where that is how they are written;
  /// nil if the base takes ordinary scripts.
  func limitedBox(
    _ node: Notation, _ base: Notation, _ alone: Box, _ scripts: DrawnScripts, _ written: Limits,
    _ context: Context
  ) -> Box? {
    guard scripts.primes == 0, !context.isLinear, written != .beside else { return nil }
    switch kindOfLimits(base) {
    case .none where written != .above: return nil
    case .integral where written != .above:
      return integral(node, base, alone, scripts, context)
    case .named where context.style != .display && written != .above:
      // In a line of text `max` keeps its index beside it, if that can be small.
      let beside = attach(scripts, to: alone, node, context)
      if beside.height == 1 { return beside }
    case .sign where context.style != .display && written != .above:
      let beside = attach(scripts, to: alone, node, context)
      if beside.height == 1 { return beside }
    default: break
    }
    let above = scripts.high.map { [$0] } ?? []
    let below = scripts.low.map { [$0] } ?? []
    var result = Box.stacked(above + [alone] + below, baselineOf: above.count)
    result.isTall = false
    return result
  }

  private enum LimitKind { case sign, integral, named, none }

  private func kindOfLimits(_ node: Notation) -> LimitKind {
    switch node.kind {
    case .bigOperator(let sign): [.int, .iint, .iiint, .oint].contains(sign) ? .integral : .sign
    case .function(_, let limits): limits ? .named : .none
    case .classed(.operation, _): .named
    case .row(let items): items.count == 1 ? kindOfLimits(items[0]) : .none
    default: .none
    }
  }

  /// Limits at an integral's upper and lower right: small ones on its row, others beside a tall sign.
  private func integral(
    _ node: Notation, _ base: Notation, _ alone: Box, _ scripts: DrawnScripts, _ context: Context
  ) -> Box? {
    let beside = attach(scripts, to: alone, node, context)
    guard context.style == .display, beside.height > 1 || isASCII,
      case .bigOperator(.int) = base.kind
    else { return beside }
    let pieces = isASCII ? [" /", "| ", "/ "] : ["⌠", "⎮", "⌡"]
    let sign = Box(rows: pieces.map { word($0, base, context).rows[0] }, baseline: 1)
    var rows = [[Picture.Glyph]](repeating: [], count: 3)
    var baseline = 1
    if let high = scripts.high {
      rows = high.rows + rows.dropFirst()
      baseline = high.height
    }
    if let low = scripts.low { rows = rows.dropLast() + low.rows }
    return Box.beside([sign, Box(rows: rows, baseline: baseline)])
  }
}
