import Notation

/// A value in the middle of an evaluation: its numbers carry derivatives.
enum Operand: Hashable, Sendable {
  case scalar(Jet)
  case vector([Jet])
  case row([Jet])
  case matrix([[Jet]])
  case truth(Bool)

  init(_ given: Given) {
    switch given {
    case .scalar(let number): self = .scalar(Jet(number))
    case .vector(let entries): self = .vector(entries.map(Jet.init))
    case .matrix(let rows): self = .matrix(rows.map { $0.map(Jet.init) })
    }
  }

  static func number(_ value: Double) -> Operand { .scalar(Jet(value)) }

  /// The value without derivatives.
  var value: Value {
    switch self {
    case .scalar(let jet): .scalar(jet.real)
    case .vector(let entries): .vector(entries.map(\.real))
    case .row(let entries): .row(entries.map(\.real))
    case .matrix(let rows): .matrix(rows.map { $0.map(\.real) })
    case .truth(let truth): .truth(truth)
    }
  }

  var scalar: Jet? {
    if case .scalar(let jet) = self { return jet }
    return nil
  }

  /// For a sentence about shapes that do not fit.
  enum Shape: Hashable, Sendable {
    case number, entries(Int), row(Int), matrix(rows: Int, columns: Int), truth
  }

  var shape: Shape {
    switch self {
    case .scalar: .number
    case .vector(let entries): .entries(entries.count)
    case .row(let entries): .row(entries.count)
    case .matrix(let rows): .matrix(rows: rows.count, columns: rows.first?.count ?? 0)
    case .truth: .truth
    }
  }

  func map(_ transform: (Jet) -> Jet) -> Operand {
    switch self {
    case .scalar(let jet): .scalar(transform(jet))
    case .vector(let entries): .vector(entries.map(transform))
    case .row(let entries): .row(entries.map(transform))
    case .matrix(let rows): .matrix(rows.map { $0.map(transform) })
    case .truth: self
    }
  }

  /// The same where an entry may have no value.
  func mapped(
    _ transform: (Jet) throws(FormulaDiagnostic) -> Jet
  ) throws(FormulaDiagnostic) -> Operand {
    func all(_ entries: [Jet]) throws(FormulaDiagnostic) -> [Jet] {
      var mapped: [Jet] = []
      for entry in entries { mapped.append(try transform(entry)) }
      return mapped
    }
    switch self {
    case .scalar(let jet): return .scalar(try transform(jet))
    case .vector(let entries): return .vector(try all(entries))
    case .row(let entries): return .row(try all(entries))
    case .matrix(let rows):
      var mapped: [[Jet]] = []
      for row in rows { mapped.append(try all(row)) }
      return .matrix(mapped)
    case .truth: return self
    }
  }

  /// Entry by entry, a scalar serving every entry of the other; nil where the shapes differ.
  static func zip(_ a: Operand, _ b: Operand, _ combine: (Jet, Jet) -> Jet) -> Operand? {
    func both(_ a: [Jet], _ b: [Jet]) -> [Jet]? {
      a.count == b.count ? Swift.zip(a, b).map(combine) : nil
    }
    switch (a, b) {
    case (.scalar(let a), .scalar(let b)): return .scalar(combine(a, b))
    case (.vector(let a), .vector(let b)): return both(a, b).map(Operand.vector)
    case (.row(let a), .row(let b)): return both(a, b).map(Operand.row)
    case (.matrix(let a), .matrix(let b)):
      guard a.count == b.count, a.first?.count == b.first?.count else { return nil }
      return .matrix(Swift.zip(a, b).map { Swift.zip($0, $1).map(combine) })
    case (.scalar(let a), _): return b.map { combine(a, $0) }
    case (_, .scalar(let b)): return a.map { combine($0, b) }
    default: return nil
    }
  }

  var transposed: Operand {
    switch self {
    case .vector(let entries): .row(entries)
    case .row(let entries): .vector(entries)
    case .matrix(let rows):
      .matrix((rows.first ?? []).indices.map { column in rows.map { $0[column] } })
    case .scalar, .truth: self
    }
  }

  /// The product of linear algebra; nil where the inner lengths differ.
  static func product(_ a: Operand, _ b: Operand) -> Operand? {
    switch (a, b) {
    case (.scalar, _), (_, .scalar): return zip(a, b, *)
    // Two columns: the dot product, which only `\cdot` may ask for.
    case (.row(let a), .vector(let b)), (.vector(let a), .vector(let b)):
      guard a.count == b.count else { return nil }
      return .scalar(dot(a, b))
    case (.vector(let a), .row(let b)): return .matrix(a.map { a in b.map { a * $0 } })
    case (.matrix(let rows), .vector(let b)):
      guard rows.allSatisfy({ $0.count == b.count }) else { return nil }
      return .vector(rows.map { dot($0, b) })
    case (.row(let a), .matrix):
      guard case .matrix(let columns) = b.transposed, columns.allSatisfy({ $0.count == a.count })
      else { return nil }
      return .row(columns.map { dot(a, $0) })
    case (.matrix(let rows), .matrix):
      guard case .matrix(let columns) = b.transposed, let inner = rows.first?.count,
        columns.allSatisfy({ $0.count == inner })
      else { return nil }
      return .matrix(rows.map { row in columns.map { dot(row, $0) } })
    default: return nil
    }
  }

  static func dot(_ a: [Jet], _ b: [Jet]) -> Jet {
    Swift.zip(a, b).reduce(.zero) { $0 + $1.0 * $1.1 }
  }
}
