import CNCurses
import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads from ncurses without waiting, and decodes.
///
/// ncurses matches the terminal's own sequences; it is read byte by byte, as its reading of wide
/// characters forgets the first half of one that arrives in two pieces.
final class Input {
  private static let pasteStart: Int32 = 0x300
  private static let pasteEnd: Int32 = 0x301

  private var decoder = KeyDecoder()
  private var ready: [KeyDecoder.Reading] = []
  private var partial = mbstate_t()
  /// Bytes and codes taken in so far: no progress at a readable descriptor means its end.
  private(set) var unitsRead = 0

  /// Asks ncurses for keys, and tells it the two marks of a paste.
  func start() {
    keypad(cn_screen(), true)
    nodelay(cn_screen(), true)
    // The decoder waits for the rest of a sequence, not ncurses, which would hold up the loop.
    set_escdelay(0)
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
    // Its start alone would match, and leave the numbers as typed text.
    keyok(KEY_MOUSE, false)
  }

  func next() -> KeyDecoder.Reading? {
    while ready.isEmpty, let unit = nextUnit() { ready = decoder.take(unit) }
    return ready.isEmpty ? nil : ready.removeFirst()
  }

  /// Milliseconds to wait for the rest of a sequence; nil between keys.
  func patience(escapeDelay: Int32) -> Int32? { decoder.patience(escapeDelay: escapeDelay) }

  /// The wait was in vain.
  func runOut() { ready += decoder.runOut() }

  private func nextUnit() -> KeyDecoder.Unit? {
    while true {
      let code = cn_read()
      guard code != ERR else { return nil }
      unitsRead += 1
      if code > 0xFF { return known(code) }
      if let scalar = scalar(endedBy: UInt8(truncatingIfNeeded: code)) { return .scalar(scalar) }
    }
  }

  /// The character this byte completes, in the locale's encoding. Bytes that are no character are
  /// dropped.
  private func scalar(endedBy byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 {
      partial = mbstate_t()
      return Unicode.Scalar(byte)
    }
    var character: wchar_t = 0
    var sent = CChar(bitPattern: byte)
    switch mbrtowc(&character, &sent, 1, &partial) {
    case -2: return nil
    case -1:
      partial = mbstate_t()
      return nil
    default: return Unicode.Scalar(UInt32(character))
    }
  }

  private func known(_ code: Int32) -> KeyDecoder.Unit {
    switch code {
    case Self.pasteStart: return .pasteStart
    case Self.pasteEnd: return .pasteEnd
    case KEY_UP, KEY_SR: return .key(.up)
    case KEY_DOWN, KEY_SF: return .key(.down)
    case KEY_LEFT, KEY_SLEFT: return .key(.left)
    case KEY_RIGHT, KEY_SRIGHT: return .key(.right)
    case KEY_HOME, KEY_A1, KEY_FIND, KEY_SHOME: return .key(.home)
    case KEY_END, KEY_C1, KEY_SELECT, KEY_LL, KEY_SEND: return .key(.end)
    case KEY_PPAGE, KEY_A3, KEY_SPREVIOUS: return .key(.pageUp)
    case KEY_NPAGE, KEY_C3, KEY_SNEXT: return .key(.pageDown)
    case KEY_BACKSPACE: return .key(.backspace)
    case KEY_DC, KEY_SDC: return .key(.delete)
    case KEY_ENTER: return .key(.enter)
    case KEY_BTAB: return .key(.backTab)
    default: break
    }
    for number in 1...12 where code == cn_function_key(Int32(number)) {
      return .key(.function(number))
    }
    return .key(modified(code))
  }

  /// An arrow with Ctrl or Alt, which terminfo names `kUP5` and the like: the arrow.
  private func modified(_ code: Int32) -> Key? {
    guard let name = keyname(code).map({ String(cString: $0) }) else { return nil }
    let arrows: [(String, Key)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete),
    ]
    return arrows.first { name.hasPrefix($0.0) }?.1
  }
}
