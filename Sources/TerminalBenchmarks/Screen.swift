/// As much of a terminal as it takes to know whether its last row is written on, and to say where
/// the cursor is when a program asks (CSI 6 n).
struct Screen {
  private let columns: Int
  private let rows: Int
  private var row = 0
  private var column = 0
  private var saved = (row: 0, column: 0)
  private var state = State.ground
  private(set) var hasWrittenLastRow = false
  private var answers: [UInt8] = []

  private enum State {
    case ground, escape, charset
    case control([UInt8])
    /// A string until BEL or Esc \.
    case string(isEnding: Bool)
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What the terminal would send back for what it was fed.
  mutating func takeAnswers() -> [UInt8] {
    defer { answers = [] }
    return answers
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .charset: state = .ground
    case .escape: escape(byte)
    case .control(let parameters):
      if (0x40...0x7E).contains(byte) {
        state = .ground
        control(parameters, final: byte)
      } else {
        state = .control(parameters + [byte])
      }
    case .string(let isEnding):
      if byte == 7 || isEnding && byte == UInt8(ascii: "\\") {
        state = .ground
      } else {
        state = .string(isEnding: byte == 0x1B)
      }
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "\n"): row = min(row + 1, rows - 1)
    case UInt8(ascii: "\r"): column = 0
    case UInt8(ascii: "\u{8}"): column = max(0, column - 1)
    // A byte that goes on with a character takes no column of its own.
    case 0x80..<0xC0, 0..<0x20, 0x7F: break
    default: put()
    }
  }

  private mutating func put() {
    if column >= columns { (row, column) = (min(row + 1, rows - 1), 0) }
    column += 1
    if row == rows - 1 { hasWrittenLastRow = true }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .string(isEnding: false)
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column) = saved
    default: break
    }
  }

  private mutating func control(_ parameters: [UInt8], final: UInt8) {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let first = max(1, numbers.first ?? 1)
    let second = max(1, numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "H"), UInt8(ascii: "f"): (row, column) = (first - 1, second - 1)
    case UInt8(ascii: "d"): row = first - 1
    case UInt8(ascii: "G"): column = first - 1
    case UInt8(ascii: "A"): row -= first
    case UInt8(ascii: "B"): row += first
    case UInt8(ascii: "C"): column += first
    case UInt8(ascii: "D"): column -= first
    // REP, the last character again.
    case UInt8(ascii: "b"): for _ in 0..<first { put() }
    case UInt8(ascii: "n") where parameters == [UInt8(ascii: "6")]:
      answers += Array("\u{1B}[\(row + 1);\(min(column, columns - 1) + 1)R".utf8)
    default: break
    }
    row = min(max(row, 0), rows - 1)
    column = min(max(column, 0), columns)
  }
}
