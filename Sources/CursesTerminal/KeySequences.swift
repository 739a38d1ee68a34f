import TextGrid

/// Key sequences that terminals send although their terminfo entry says otherwise, and their
/// reports. After ECMA-48 §5.4 and xterm's ctlseqs.
enum KeySequences {
  /// What follows Esc O: cursor keys and the numeric keypad in application mode.
  static let keypad: [Character: Key] = {
    var table: [Character: Key] = [
      "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
      "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
      "X": .character("="), "I": .tab,
    ]
    for (sent, meant) in zip("jklmnopqrstuvwxy", "*+,-./0123456789") {
      table[sent] = .character(meant)
    }
    return table
  }()

  /// What follows Esc [: nil for reports and keys that mean nothing here. Shift, Alt and Ctrl held
  /// with an arrow change nothing.
  static func reading(_ parameters: String, final: Unicode.Scalar) -> KeyDecoder.Reading? {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch final {
    case "R" where numbers.count == 2: return .cursorReport(row: numbers[0], column: numbers[1])
    case "A", "B", "C", "D", "F", "H": return keypad[Character(final)].map { .key($0) }
    case "Z": return .key(.backTab)
    case "~": return numbers.first.flatMap(numbered).map { .key($0) }
    case "M": return mouse(parameters)
    default: return nil
    }
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: return .home
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(number - 10)
    case 17...21: return .function(number - 11)
    case 23, 24: return .function(number - 12)
    default: return nil
    }
  }

  /// An SGR mouse report: `<button;column;row`, counted from 1. Releases end in `m` and are nothing.
  private static func mouse(_ parameters: String) -> KeyDecoder.Reading? {
    let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    guard parameters.hasPrefix("<"), numbers.count == 3 else { return nil }
    let kind: MouseEvent.Kind
    switch numbers[0] {
    case 0: kind = .press
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    return .key(.mouse(MouseEvent(kind: kind, position: position)))
  }
}
