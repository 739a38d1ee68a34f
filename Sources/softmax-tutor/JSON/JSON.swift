/// A JSON text as a value, as RFC 8259 has it.
///
/// Goals, in order: nothing that is no JSON is read; what is written is the same every time, keys
/// sorted, so that files can be compared; no part of the program grows by it. Foundation's coders
/// were rejected: looking up what they need took a tenth of the start.
enum JSON: Hashable {
  case null
  case bool(Bool)
  /// As it is written: JSON sets no limit to digits.
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ number: Int) { self = .number(String(number)) }

  init(_ number: UInt64) { self = .number(String(number)) }

  /// Infinities are strings, which JSON has no numbers for.
  init(_ number: Double) {
    if number.isInfinite {
      self = .string(number < 0 ? "-inf" : "inf")
    } else {
      let text = number.description
      self = .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
  }
}

// What is asked of a text that was read: nil where it holds something else
extension JSON {
  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }

  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }

  /// A whole number, also as `1.0` and `1e0`.
  var int: Int? { if case .number(let digits) = self { Int(digits) ?? whole } else { nil } }

  private var whole: Int? { double.flatMap { Int(exactly: $0) } }

  /// A number, or an infinity as it is written here.
  var double: Double? {
    switch self {
    case .number(let digits): Double(digits).flatMap { $0.isFinite ? $0 : nil }
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    default: nil
    }
  }
}
