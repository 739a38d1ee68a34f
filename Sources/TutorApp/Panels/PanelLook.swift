import Lessons
import SoftmaxCore
import TextGrid

/// How a panel is to be drawn: where, in which words and digits, and what is chosen.
struct PanelLook {
  var words: Words
  var tier: GlyphTier
  var width: Int
  /// Rows the panel should keep to; a panel that needs more shows the part around the selection.
  var rows: Int
  var decimals: Int
  var unit: InformationUnit
  /// The chosen output and input, counted from 0.
  var i: Int
  var j: Int
  var focus: Model.Focus
  /// The text under edit, shown in place of the field's value.
  var typing: Model.Typing?
  /// The panel as it was before the last change of the example, for marks where its bars ended.
  var before: (any Panel)?

  /// A number, or a dash where there is none.
  func number(_ value: Double, plus: Bool = false) -> String {
    value.isNaN ? plain("—") : formatted(value, decimals: decimals, tier: tier, plusSign: plus)
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

  /// What is shown of so many classes, where that is not all.
  func cue(of shown: Range<Int>, outOf count: Int) -> String {
    text(.partOfClasses, span(shown), String(count))
  }

  var unitName: String { words.name(of: unit) }

  /// The class whose number is chosen in the editor, else the first.
  var chosenClass: Int { focus.chosenClass ?? 0 }
}

/// 12 → `₁₂`.
func subscriptDigits(_ number: Int) -> String {
  String(
    String(number).map { digit in
      digit.wholeNumberValue.flatMap { Unicode.Scalar(0x2080 + UInt32($0)) }.map(Character.init)
        ?? digit
    })
}

/// The run of `room` indices of `0..<count` that has `index` in it, near the middle.
func window(around index: Int, count: Int, room: Int) -> Range<Int> {
  guard room < count else { return 0..<count }
  let start = min(max(0, index - room / 2), count - room)
  return start..<start + room
}

extension Canvas {
  /// Writes text that ends before `end`.
  @discardableResult
  mutating func writeRight(_ text: String, row: Int, end: Int, style: Style = .body) -> Int {
    write(text, row: row, column: end - cellWidth(of: text), style: style)
  }
}
