import TextGrid

/// Puts keys together from what ncurses read: the codes of the sequences it knows, and single
/// characters for all else.
///
/// A pure value: it neither reads nor waits. Whoever feeds it asks how long the rest of a sequence
/// may take (``patience``), and tells it when nothing came (``runOut()``). Reports that nobody asked
/// for are swallowed whole, so that none shows up as typed text.
struct KeyDecoder {
  enum Unit: Hashable {
    case scalar(Unicode.Scalar)
    /// A sequence that terminfo knows; nil for a key that means nothing here.
    case key(Key?)
    case pasteStart, pasteEnd
  }

  enum Reading: Hashable {
    case key(Key)
    case cursorReport(row: Int, column: Int)
  }

  /// What the next characters belong to.
  enum State: Hashable {
    case ground
    case escape
    /// Esc O: a key of the keypad.
    case application
    case control(parameters: String)
    /// Esc [ [ and a letter: the Linux console's first function keys.
    case consoleFunction
    /// An answer of the terminal as text, until BEL or Esc \.
    case string(payload: String, isEnding: Bool)
    case paste(Paste)
  }

  /// A paste longer than this is cut: no field takes more, and memory stays bounded.
  static let longestPaste = 1_000_000
  private static let longestSequence = 64

  private(set) var state = State.ground
  /// Milliseconds in which the rest of a sequence must come; nil between keys.
  ///
  /// The end of a paste may be late on a slow line, and what is pasted must not become commands.
  func patience(escapeDelay: Int32) -> Int32? {
    switch state {
    case .ground: return nil
    case .paste: return 2000
    default: return escapeDelay
    }
  }

  mutating func take(_ unit: Unit) -> [Reading] {
    if case .paste(var paste) = state {
      state = .ground
      if paste.take(unit) { return [.key(.paste(paste.text))] }
      state = .paste(paste)
      return []
    }
    switch unit {
    case .scalar(let scalar): return take(scalar)
    case .key(let key):
      let cut = runOut()
      return cut + (key.map { [.key($0)] } ?? [])
    case .pasteStart:
      let cut = runOut()
      state = .paste(Paste())
      return cut
    case .pasteEnd: return []
    }
  }

  /// Nothing followed in time. An Esc alone is the Esc key; Esc and a letter that only looked like
  /// the start of a sequence are two keys; a torn sequence is nothing.
  mutating func runOut() -> [Reading] {
    let cut = state
    state = .ground
    switch cut {
    case .ground, .consoleFunction: return []
    case .escape: return [.key(.escape)]
    case .application: return [.key(.escape), .key(.character("O"))]
    case .control(let parameters):
      return parameters.isEmpty ? [.key(.escape), .key(.character("["))] : []
    case .string(let payload, _):
      guard payload.count == 1, let introducer = payload.first else { return [] }
      return [.key(.escape), .key(.character(introducer))]
    case .paste(let paste): return [.key(.paste(paste.text))]
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> [Reading] {
    switch state {
    case .ground, .paste: return plain(scalar)
    case .escape: return afterEscape(scalar)
    case .application:
      state = .ground
      return KeySequences.keypad[Character(scalar)].map { [.key($0)] } ?? []
    case .consoleFunction:
      state = .ground
      guard ("A"..."E").contains(scalar) else { return [] }
      return [.key(.function(Int(scalar.value - 0x40)))]
    case .control(let parameters): return control(parameters, scalar)
    case .string(let payload, let isEnding): return string(payload, isEnding, scalar)
    }
  }

  private mutating func plain(_ scalar: Unicode.Scalar) -> [Reading] {
    switch scalar.value {
    case 0x1B:
      state = .escape
      return []
    case 0x0A, 0x0D: return [.key(.enter)]
    case 0x09: return [.key(.tab)]
    case 0x08, 0x7F: return [.key(.backspace)]
    case 0x01...0x1A:
      let letter = Unicode.Scalar(UInt8(scalar.value) + 0x60)
      return [.key(.control(Character(letter)))]
    case 0x00, 0x1C...0x1F, 0x80...0x9F: return []
    default: return [.key(.character(Character(scalar)))]
    }
  }

  private mutating func afterEscape(_ scalar: Unicode.Scalar) -> [Reading] {
    switch scalar {
    case "[":
      state = .control(parameters: "")
      return []
    case "O":
      state = .application
      return []
    case "]", "P":
      state = .string(payload: String(scalar), isEnding: false)
      return []
    case "\u{1B}": return [.key(.escape)]
    default:
      // Alt and a letter arrive like Esc and a letter typed fast, or sent by a script: two keys.
      state = .ground
      return [.key(.escape)] + plain(scalar)
    }
  }

  private mutating func control(_ parameters: String, _ scalar: Unicode.Scalar) -> [Reading] {
    switch scalar.value {
    case 0x5B where parameters.isEmpty:
      state = .consoleFunction
      return []
    case 0x40...0x7E:
      state = .ground
      if scalar == "~", parameters == "200" {
        state = .paste(Paste())
        return []
      }
      return KeySequences.reading(parameters, final: scalar).map { [$0] } ?? []
    case 0x20...0x3F where parameters.utf8.count < Self.longestSequence:
      state = .control(parameters: parameters + String(scalar))
      return []
    default:
      state = .ground
      return plain(scalar)
    }
  }

  private mutating func string(
    _ payload: String, _ isEnding: Bool, _ scalar: Unicode.Scalar
  ) -> [Reading] {
    if payload.count == 1, !"0123456789>!$|+".unicodeScalars.contains(scalar) {
      // No answer starts so: these were keys.
      return runOut() + take(scalar)
    }
    let isEnd = scalar == "\u{7}" || scalar == "\u{9C}" || (isEnding && scalar == "\\")
    if isEnd || payload.utf8.count > 4096 {
      state = .ground
    } else if isEnding {
      state = .escape
      return take(scalar)
    } else if scalar == "\u{1B}" {
      state = .string(payload: payload, isEnding: true)
    } else {
      state = .string(payload: payload + String(scalar), isEnding: false)
    }
    return []
  }
}
