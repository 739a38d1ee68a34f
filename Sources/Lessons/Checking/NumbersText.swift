public import Meaning
public import TextGrid

/// A formula's value as text on one line: `0.6652`, `[0.6652, 0.2447]`, `[[1, 0], [0, 1]]`.
public func formatted(
  _ value: Value, decimals: Int, tier: GlyphTier = .unicode
) -> String {
  func list(_ numbers: [TrackedNumber]) -> String {
    "["
      + numbers.map { formatted($0.settled, decimals: decimals, tier: tier) }.joined(
        separator: ", ")
      + "]"
  }
  return switch value {
  case .scalar(let number): formatted(number.settled, decimals: decimals, tier: tier)
  case .vector(let entries), .row(let entries): list(entries)
  case .matrix(let rows): "[" + rows.map(list).joined(separator: ", ") + "]"
  case .truth(let truth): truth ? "true" : "false"
  }
}

/// Two sides that differ, as text: of vectors and matrices, the entries that differ most.
struct ApartText {
  /// Which entry of a vector or a matrix, as in `1, 2`; nil for numbers.
  var entry: String?
  var left: String
  var right: String

  init(_ left: Value, _ right: Value) {
    var (left, right) = (left, right)
    if let worst = Self.worstEntry(left, right) {
      entry = worst.name
      (left, right) = (.scalar(worst.left), .scalar(worst.right))
    }
    (self.left, self.right) = ("", "")
    // As many decimals as it takes to tell them apart; the same number needs no more.
    let isOne = left.numbers.map(\.value) == right.numbers.map(\.value)
    for decimals in isOne ? [6] : [6, 10, 17] where self.left == self.right {
      self.left = formatted(left, decimals: decimals)
      self.right = formatted(right, decimals: decimals)
    }
  }

  private static func worstEntry(
    _ left: Value, _ right: Value
  ) -> (name: String, left: TrackedNumber, right: TrackedNumber)? {
    let columns: Int
    switch (left, right) {
    case (.vector(let a), .vector(let b)), (.row(let a), .row(let b)):
      guard a.count == b.count else { return nil }
      columns = 0
    case (.matrix(let a), .matrix(let b)):
      guard a.count == b.count, a.first?.count == b.first?.count else { return nil }
      columns = a.first?.count ?? 0
    default: return nil
    }
    let gaps = zip(left.numbers, right.numbers).map { ($0.value - $1.value).magnitude }
    guard let position = gaps.indices.max(by: { gaps[$0] < gaps[$1] }) else { return nil }
    let name =
      columns == 0
      ? "\(position + 1)" : "\(position / columns + 1), \(position % columns + 1)"
    return (name, left.numbers[position], right.numbers[position])
  }
}

extension Bindings {
  /// `z = [0.5, -1.25], i = 1`: the numbers of the names given, and all chosen indices.
  func text(of names: Set<String>, indices: [String: Int]) -> String {
    var parts: [String] = []
    for spelling in values.keys.sorted(by: Self.inReadingOrder) where names.contains(spelling) {
      guard let given = values[spelling], spelling != "T" || given != .scalar(1) else { continue }
      parts.append("\(spelling) = \(Self.text(given))")
    }
    for index in indices.keys.sorted() { parts.append("\(index) = \(indices[index] ?? 0)") }
    return parts.joined(separator: ", ")
  }

  /// z first, then the others by name.
  private static func inReadingOrder(_ a: String, _ b: String) -> Bool {
    (a == "z" ? "" : a) < (b == "z" ? "" : b)
  }

  private static func text(_ given: Given) -> String {
    func list(_ values: [Double]) -> String {
      "[" + values.map(shortest).joined(separator: ", ") + "]"
    }
    return switch given {
    case .scalar(let value): shortest(value)
    case .vector(let values): list(values)
    case .matrix(let rows): "[" + rows.map(list).joined(separator: ", ") + "]"
    }
  }
}

extension Chain {
  /// The names that have to be given a value, here and in definitions.
  var givenNames: Set<String> {
    var names: Set<String> = []
    _ = contains {
      if case .name(let name) = $0.kind { names.insert(name.spelling) }
      return false
    }
    return names
  }

  /// Whether a name stands in the chain itself, definitions left aside.
  func writes(_ name: String) -> Bool {
    func writes(_ expression: Expression) -> Bool {
      if case .name(let own) = expression.kind, own.spelling == name { return true }
      return expression.parts.contains(where: writes)
    }
    return sides.contains { $0.expression.map(writes) ?? false }
  }
}
