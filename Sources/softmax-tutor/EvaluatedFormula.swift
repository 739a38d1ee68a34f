import Lessons
import Meaning
import Notation
import SoftmaxCore
import TextGrid

/// What became of a formula: one value, or the sides of its relations.
struct EvaluatedFormula {
  private enum Line {
    case value(Value)
    /// `elsewhere` has the same signs in the other units.
    case sides(first: Value, rest: [LinkJudgement], elsewhere: [InformationUnit: [LinkJudgement]])
  }

  private let lines: [Line]

  init(_ reading: Reading, _ bindings: Bindings) throws(FormulaDiagnostic) {
    guard reading.chains.contains(where: { !$0.links.isEmpty }) else {
      lines = [.value(try reading.value(bindings: bindings))]
      return
    }
    if let value = try Self.value(of: reading, bindings) {
      lines = [.value(value)]
      return
    }
    let judgements = try reading.judged(here: bindings)
    var elsewhere: [InformationUnit: [LinkJudgement]] = [:]
    for unit in InformationUnit.allCases where unit != bindings.unit {
      var other = bindings
      other.unit = unit
      elsewhere[unit] = try reading.judged(here: other)
    }
    var lines: [Line] = []
    for (number, chain) in reading.chains.enumerated()
    where !chain.links.isEmpty && !chain.isAttached {
      let links = judgements.filter { $0.chain == number }
      for link in links {
        switch link.here?.verdict {
        case .notJudged(.noValue(let diagnostic))?, .notJudged(.uncovered(let diagnostic))?:
          throw diagnostic
        default: break
        }
      }
      guard let first = links.first?.here?.left else { continue }
      lines.append(
        .sides(
          first: first, rest: links,
          elsewhere: elsewhere.mapValues { $0.filter { $0.chain == number } }))
    }
    self.lines = lines
  }

  /// The one value in it, at the indices that stand beside it: `p_i, i = 2`. Nil if anything is
  /// claimed.
  private static func value(
    of reading: Reading, _ bindings: Bindings
  ) throws(FormulaDiagnostic) -> Value? {
    let claims = reading.chains.filter { !$0.isCondition }
    guard claims.count == 1, claims[0].links.isEmpty,
      let expression = claims[0].sides[0].expression,
      let term = reading.terms().terms.first(where: { $0.expression == expression })
    else { return nil }
    var chosen = bindings
    for condition in reading.chains where condition.isCondition {
      guard condition.links.count == 1, condition.links[0].relation == .equal,
        case .index(let index)? = condition.sides[0].expression?.kind,
        case .number(let number, _)? = condition.sides[1].expression?.kind,
        let choice = Int(exactly: number)
      else {
        throw FormulaDiagnostic(
          .error, CommandProblem.severalChoices, suggestion: "i = 1",
          range: condition.sides[0].range)
      }
      chosen.indices[index.name] = choice
    }
    guard case .value(let value) = try reading.value(of: term, bindings: chosen) else { return nil }
    return value
  }

  /// A value alone, or a side a line: `= 0.2227  holds`.
  func text(decimals: Int, tier: GlyphTier) -> String {
    lines.map { line in
      switch line {
      case .value(let value): Self.block(value, decimals, tier).joined(separator: "\n") + "\n"
      case .sides(let first, let links, let elsewhere):
        Self.indented(Self.block(first, decimals, tier), by: "  ")
          + links.enumerated().map { position, link in
            let units = InformationUnit.allCases.filter {
              elsewhere[$0]?[position].verdict == .holds
            }
            return Self.text(of: link, holdsIn: units, decimals, tier)
          }.joined()
      }
    }.joined(separator: "\n")
  }

  private static func text(
    of link: LinkJudgement, holdsIn units: [InformationUnit], _ decimals: Int, _ tier: GlyphTier
  ) -> String {
    guard let here = link.here, let right = here.right else { return "" }
    let sign = tier == .ascii ? link.relation.asciiSign : link.relation.rawValue
    var lines = block(right, decimals, tier)
    lines[0] += "  " + words(for: here, decimals, tier)
    if here.verdict == .fails, !units.isEmpty {
      let names = units.map(\.rawValue).joined(separator: " / ")
      lines[0] += says(.signHoldsIn, names)
    }
    return indented(lines, by: sign + " ")
  }

  private static func says(_ phrase: CommandPhrase, _ arguments: String...) -> String {
    CommandWords.of(.ofCommands).texts.filled(phrase, arguments)
  }

  private static func words(
    for comparison: Comparison, _ decimals: Int, _ tier: GlyphTier
  ) -> String {
    switch comparison.verdict {
    case .holds: return says(.signHolds)
    case .approximate: return says(.signApproximate)
    case .fails, .hereNotAlways:
      let gap = formatted(comparison.difference, decimals: decimals, tier: tier)
      return comparison.difference.isZero
        ? says(.signFails) : says(.signFailsBy, gap)
    case .notJudged(.claimsNothing): return says(.signClaimsNothing)
    case .notJudged(.precisionLost): return says(.signPrecisionLost)
    case .notJudged(.noDigits): return says(.signNoDigits)
    case .notJudged(.notAdmitted): return says(.signNotAdmitted)
    case .notJudged(.equalHere): return says(.signEqualHere)
    case .notJudged: return says(.signNotFinite)
    }
  }

  /// Matrices take a line a row, their columns aligned.
  private static func block(_ value: Value, _ decimals: Int, _ tier: GlyphTier) -> [String] {
    guard case .matrix(let rows) = value else {
      return [formatted(value, decimals: decimals, tier: tier)]
    }
    let cells = rows.map { row in
      row.map { formatted($0.settled, decimals: decimals, tier: tier) }
    }
    let columns = (cells.first ?? []).indices.map { column in
      cells.map { cellWidth(of: $0[column]) }.max() ?? 0
    }
    return cells.map { row in
      let padded = zip(row, columns).map { cell, width in
        String(repeating: " ", count: width - cellWidth(of: cell)) + cell
      }
      return "[" + padded.joined(separator: "  ") + "]"
    }
  }

  private static func indented(_ lines: [String], by first: String) -> String {
    let blanks = String(repeating: " ", count: cellWidth(of: first))
    return lines.enumerated().map { ($0 == 0 ? first : blanks) + $1 + "\n" }.joined()
  }
}

extension Relation {
  fileprivate var asciiSign: String {
    switch self {
    case .approximate: "~="
    case .unequal: "!="
    case .lessOrEqual: "<="
    case .greaterOrEqual: ">="
    case .equal, .less, .greater, .definition: rawValue
    }
  }
}
