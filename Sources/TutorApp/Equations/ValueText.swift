import Lessons
import Meaning
import TextGrid

extension Words {
  /// A formula's value on one line; the rows of a matrix one after the other.
  func text(of value: Value, decimals: Int, _ tier: GlyphTier) -> String {
    switch value {
    case .scalar, .vector, .row: formatted(value, decimals: decimals, tier: tier)
    case .matrix(let rows):
      rows.map { formatted(.row($0), decimals: decimals, tier: tier) }.joined(separator: " ")
    case .truth(let truth): self(truth ? .valueTrue : .valueFalse)
    }
  }

  /// A formula's value as it is looked at: a matrix row under row, a whole number without decimals.
  func lines(of value: Value, decimals: Int, _ tier: GlyphTier) -> [String] {
    switch value {
    case .scalar(let number):
      let number = number.settled
      let isWhole = ShownNumber(number, decimals: decimals).isWhole
      return [formatted(number, decimals: isWhole ? 0 : decimals, tier: tier)]
    case .matrix(let rows):
      let cells = rows.map { row in
        row.map { formatted($0.settled, decimals: decimals, tier: tier) }
      }
      let width = cells.joined().map { cellWidth(of: $0) }.max() ?? 0
      return cells.enumerated().map { index, row in
        let padded = row.map { String(repeating: " ", count: width - cellWidth(of: $0)) + $0 }
        let (left, right) = Self.brackets(index, of: rows.count, tier)
        return left + " " + padded.joined(separator: "  ") + " " + right
      }
    case .vector, .row, .truth: return [text(of: value, decimals: decimals, tier)]
    }
  }

  private static func brackets(_ row: Int, of count: Int, _ tier: GlyphTier) -> (String, String) {
    guard tier != .ascii, count > 1 else { return ("[", "]") }
    if row == 0 { return ("⎡", "⎤") }
    return row == count - 1 ? ("⎣", "⎦") : ("⎢", "⎥")
  }
}
