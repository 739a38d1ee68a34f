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
}
