import CNCurses
import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns what ncurses reads into keys.
///
/// ncurses knows the terminal's own key sequences; what it does not know arrives as Esc and single
/// characters and is put together here, so that no stray report shows up as typed text.
struct Input {
  enum Reading: Hashable {
    case key(Key)
    case cursorReport(column: Int)
    case ignored
    case none
    case ended
  }

  private static let pasteStart: Int32 = 0x300
  private static let pasteEnd: Int32 = 0x301
  /// A paste longer than this is cut: no field takes more, and memory stays bounded.
  private static let longestPaste = 100_000

  /// Asks for bracketed paste and tells ncurses its two sequences.
  func start() {
    keypad(cn_screen(), true)
    nodelay(cn_screen(), true)
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
  }

  /// One reading, without waiting.
  func next() -> Reading {
    var value: wint_t = 0
    switch cn_read(&value) {
    case OK: return character(value)
    case KEY_CODE_YES: return special(Int32(bitPattern: value))
    default: return .none
    }
  }

  private func special(_ code: Int32) -> Reading {
    switch code {
    case KEY_UP: return .key(.up)
    case KEY_DOWN: return .key(.down)
    case KEY_LEFT: return .key(.left)
    case KEY_RIGHT: return .key(.right)
    case KEY_HOME, KEY_A1: return .key(.home)
    case KEY_END, KEY_C1: return .key(.end)
    case KEY_PPAGE, KEY_A3: return .key(.pageUp)
    case KEY_NPAGE, KEY_C3: return .key(.pageDown)
    case KEY_BACKSPACE: return .key(.backspace)
    case KEY_DC: return .key(.delete)
    case KEY_ENTER: return .key(.enter)
    case KEY_BTAB: return .key(.backTab)
    case Self.pasteStart: return paste()
    // ncurses has eaten the start of the report, `Esc [ <`.
    case KEY_MOUSE: return controlSequence(after: "<")
    default: break
    }
    for number in 1...12 where code == cn_function_key(Int32(number)) {
      return .key(.function(number))
    }
    // KEY_RESIZE too: the size is read after SIGWINCH.
    return .ignored
  }

  private func character(_ value: wint_t) -> Reading {
    switch value {
    case 0x1B: return escape()
    case 0x0A, 0x0D: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0x08, 0x7F: return .key(.backspace)
    case 0x00: return .ignored
    case 0x01...0x1F:
      let letter = Unicode.Scalar(UInt8(value) + 0x60)
      return .key(.control(Character(letter)))
    default:
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return .ignored }
      return .key(.character(Character(scalar)))
    }
  }

  /// What follows an Esc that ncurses did not recognise. Nothing within the escape delay: the Esc
  /// key itself.
  private func escape() -> Reading {
    guard let first = follower() else { return .key(.escape) }
    switch first {
    case "[": return controlSequence()
    case "O": return follower().map(applicationKey) ?? .ignored
    case "\u{1B}": return .key(.escape)
    // Alt and a letter: nothing is bound to it, and the letter alone means something else.
    default: return .ignored
    }
  }

  private func applicationKey(_ final: Character) -> Reading {
    switch final {
    case "A": return .key(.up)
    case "B": return .key(.down)
    case "C": return .key(.right)
    case "D": return .key(.left)
    case "H": return .key(.home)
    case "F": return .key(.end)
    case "M": return .key(.enter)
    default: return .ignored
    }
  }

  private func controlSequence(after start: String = "") -> Reading {
    var parameters = start
    while let character = follower() {
      guard parameters.count < 32, let code = character.asciiValue else { return .ignored }
      if (0x40...0x7E).contains(code) { return known(parameters, final: character) }
      parameters.append(character)
    }
    return .ignored
  }

  private func known(_ parameters: String, final: Character) -> Reading {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch final {
    case "R" where numbers.count == 2: return .cursorReport(column: numbers[1])
    case "A", "B", "C", "D", "H", "F": return applicationKey(final)
    case "Z": return .key(.backTab)
    case "~":
      switch numbers.first {
      case 1, 7: return .key(.home)
      case 4, 8: return .key(.end)
      case 3: return .key(.delete)
      case 5: return .key(.pageUp)
      case 6: return .key(.pageDown)
      case 200: return paste()
      default: return .ignored
      }
    case "M", "m": return mouse(parameters, isPress: final == "M")
    default: return .ignored
    }
  }

  /// An SGR mouse report: `<button;column;row`, counted from 1.
  private func mouse(_ parameters: String, isPress: Bool) -> Reading {
    let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    guard parameters.hasPrefix("<"), numbers.count == 3, isPress else { return .ignored }
    let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    switch numbers[0] {
    case 0: return .key(.mouse(MouseEvent(kind: .press, position: position)))
    case 64: return .key(.mouse(MouseEvent(kind: .wheelUp, position: position)))
    case 65: return .key(.mouse(MouseEvent(kind: .wheelDown, position: position)))
    default: return .ignored
    }
  }

  /// Everything up to the end of the paste, as text; a paste without an end stops after half a
  /// second of silence.
  private func paste() -> Reading {
    var text = ""
    var silent = 0
    while silent < 10 {
      var value: wint_t = 0
      switch cn_read(&value) {
      case OK:
        silent = 0
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        if value == 0x1B {
          if escapeEndsPaste() { return .key(.paste(text)) }
          continue
        }
        let isBreak = value == 0x0A || value == 0x0D || value == 0x09
        if isBreak {
          text.append(" ")
        } else if value >= 0x20, value != 0x7F, text.utf8.count < Self.longestPaste {
          text.unicodeScalars.append(scalar)
        }
      case KEY_CODE_YES:
        silent = 0
        if Int32(bitPattern: value) == Self.pasteEnd { return .key(.paste(text)) }
      default:
        silent += 1
        wait(milliseconds: 50)
      }
    }
    return .key(.paste(text))
  }

  /// Reads the sequence after an Esc inside a paste; any but the paste's end is dropped.
  private func escapeEndsPaste() -> Bool {
    guard follower() == "[" else { return false }
    var parameters = ""
    while let character = follower(), parameters.count < 32, let code = character.asciiValue {
      if (0x40...0x7E).contains(code) { return character == "~" && parameters == "201" }
      parameters.append(character)
    }
    return false
  }

  /// The next character of a sequence, if it comes within the escape delay.
  private func follower() -> Character? {
    var value: wint_t = 0
    if cn_read(&value) == ERR {
      wait(milliseconds: Int32(get_escdelay()))
      guard cn_read(&value) == OK else { return nil }
    }
    return Unicode.Scalar(UInt32(value)).map(Character.init)
  }

  private func wait(milliseconds: Int32) {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    poll(&descriptor, 1, milliseconds)
  }
}
