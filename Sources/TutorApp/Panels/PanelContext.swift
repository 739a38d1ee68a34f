import Lessons
import Notation
import SoftmaxCore
import TextGrid

/// What a panel draws from: numbers that are computed already, and how to write them.
struct PanelContext {
  var example: Example
  var quantities: Quantities
  var words: Words
  var tier: GlyphTier
  var width: Int
  /// Rows the panel should keep to; a panel that needs more shows the part around the selection.
  var rows: Int
  var focus: Model.Focus
  /// The text under edit, shown in place of the field's value.
  var typing: Model.Typing?
  /// What matrix panels show, but for the Jacobian.
  var matrices: [Formula: FormulaMatrix]
  /// Whether P, not y, is what this step compares with.
  var usesReference: Bool
  /// Whether the lesson is about two distributions, also in a step where P is the one-hot y.
  var comparesDistributions: Bool

  func number(_ value: Double, plus: Bool = false) -> String {
    formatted(value, decimals: example.decimals, tier: tier, plusSign: plus)
  }

  /// A name as the tier can show it: `p₁` or `p_1`.
  func indexed(_ name: String, _ index: Int) -> String {
    tier == .ascii ? "\(name)_\(index + 1)" : name + subscriptDigits(index + 1)
  }

  /// Words of the catalogue in the tier's characters.
  func text(_ phrase: Phrase, _ arguments: String...) -> String {
    plain(words.filled(phrase, arguments))
  }

  func plain(_ text: String) -> String { tier == .ascii ? asciiText(text) : text }

  /// `7–12`: what is shown of the classes, counted from 1.
  func span(_ shown: Range<Int>) -> String {
    plain("\(shown.lowerBound + 1)–\(shown.upperBound)")
  }

  /// What is shown of the classes, where that is not all.
  func cue(of shown: Range<Int>) -> String {
    text(.partOfClasses, span(shown), String(example.classCount))
  }

  var unitName: String { example.unit.rawValue }
}

/// 12 → `₁₂`.
func subscriptDigits(_ number: Int) -> String {
  String(
    String(number).map { digit in
      digit.wholeNumberValue.flatMap { Unicode.Scalar(0x2080 + UInt32($0)) }.map(Character.init)
        ?? digit
    })
}

extension Canvas {
  /// Writes text that ends before `end`.
  @discardableResult
  mutating func writeRight(_ text: String, row: Int, end: Int, style: Style = .body) -> Int {
    write(text, row: row, column: end - cellWidth(of: text), style: style)
  }
}
