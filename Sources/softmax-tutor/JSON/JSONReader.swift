/// Reads a JSON text, strictly: nil for anything that RFC 8259 does not allow, for a key that is
/// given twice, and for more than a hundred levels.
struct JSONReader {
  private static let deepest = 100

  private let bytes: [UInt8]
  private var offset = 0

  static func read(_ bytes: [UInt8]) -> JSON? {
    var reader = JSONReader(bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil, let value = reader.value(depth: 0) else {
      return nil
    }
    reader.skipSpace()
    return reader.current == nil ? value : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, " \n\r\t".utf8.contains(byte) { offset += 1 }
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    if isThere { offset += text.utf8CodeUnitCount }
    return isThere
  }

  private mutating func value(depth: Int) -> JSON? {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return depth < Self.deepest ? object(depth: depth + 1) : nil
    case UInt8(ascii: "["): return depth < Self.deepest ? array(depth: depth + 1) : nil
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return takes("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return takes("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return takes("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func array(depth: Int) -> JSON? {
    offset += 1
    skipSpace()
    if takes("]") { return .array([]) }
    var items: [JSON] = []
    repeat {
      guard let item = value(depth: depth) else { return nil }
      items.append(item)
      skipSpace()
    } while takes(",")
    return takes("]") ? .array(items) : nil
  }

  private mutating func object(depth: Int) -> JSON? {
    offset += 1
    skipSpace()
    if takes("}") { return .object([:]) }
    var members: [String: JSON] = [:]
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\""), let key = string() else { return nil }
      skipSpace()
      guard takes(":"), let value = value(depth: depth),
        members.updateValue(value, forKey: key) == nil
      else { return nil }
      skipSpace()
    } while takes(",")
    return takes("}") ? .object(members) : nil
  }

  /// `-`, digits without a zero before others, a point and digits, an exponent.
  private mutating func number() -> JSON? {
    let start = offset
    _ = takes("-")
    if !takes("0"), digits() == 0 { return nil }
    if takes("."), digits() == 0 { return nil }
    if takes("e") || takes("E") {
      if !takes("+") { _ = takes("-") }
      if digits() == 0 { return nil }
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let count = bytes[offset...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    offset += count
    return count
  }

  private mutating func string() -> String? {
    offset += 1
    var text: [UInt8] = []
    while let byte = current, byte >= 0x20 {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text += Array(String(scalar).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = current else { return nil }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = unit() else { return nil }
      guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
      guard takes("\\u"), let second = unit(), UTF16.isTrailSurrogate(second) else { return nil }
      return UTF16.decode(UTF16.EncodedScalar([first, second]))
    default: return nil
    }
  }

  /// The four hexadecimal digits of a `\u`.
  private mutating func unit() -> UInt16? {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    offset += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
