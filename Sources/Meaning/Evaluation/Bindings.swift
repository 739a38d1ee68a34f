import Notation
public import SoftmaxCore

/// The numbers that formulas are evaluated on: no screen, no lesson.
///
/// ```
/// var bindings = Bindings(unit: .bits)
/// bindings["z"] = .vector([2, 1, 0])
/// bindings.indices["i"] = 1
/// ```
public struct Bindings: Hashable, Sendable {
  /// What `\log` counts in; `\ln` is natural whatever it is.
  public var unit: InformationUnit
  /// By spelling. A name that has a value here keeps it, whatever its definition says.
  public var values: [String: Given]
  /// The chosen indices, counted from 1.
  public var indices: [String: Int]

  public init(
    unit: InformationUnit = .nats, values: [String: Given] = [:], indices: [String: Int] = [:]
  ) {
    self.unit = unit
    self.values = values
    self.indices = indices
  }

  public subscript(name: String) -> Given? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

extension Bindings {
  /// Whether every number is finite and T is positive: nothing is a limit then.
  var isOrdinary: Bool {
    values.allSatisfy { name, given in
      switch given {
      case .scalar(let value): value.isFinite && (name != "T" || value > 0)
      case .vector(let entries): entries.allSatisfy(\.isFinite)
      case .matrix(let rows): rows.allSatisfy { $0.allSatisfy(\.isFinite) }
      }
    }
  }
}
