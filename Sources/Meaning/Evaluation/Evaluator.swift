import Notation
import SoftmaxCore

/// Computes the value of an expression on given numbers.
///
/// One evaluator serves one set of bindings. Its work is bounded: nested sums over twelve classes
/// grow by a factor of twelve each, and a formula that would take too long gets a diagnostic.
final class Evaluator {
  /// Steps before a formula is refused: some hundredths of a second, and fifty times what the
  /// largest formula of the course needs.
  static let longestWork = 150_000
  /// ∂ within ∂: each one doubles the parts of every number.
  static let deepestDerivative = 4
  /// Indices and limits: no formula counts further.
  static let largestIndex: UInt = 1_000_000

  let names: Names
  let bindings: Bindings
  /// The chosen indices; the judge moves them.
  private var chosen: [String: Int]
  let method: DerivativeMethod
  private(set) var sizes: [Axis: Int] = [:]
  var frame: Frame
  /// What ∂ has made independent: these hide given values and definitions alike.
  var overrides: [String: Operand] = [:]
  /// Entries of defined names, valid while the overrides stay the same.
  var cache: [CacheKey: Operand] = [:]
  /// Tags of the ∂ under way.
  var nesting = 0
  private var steps = 0

  /// How ∂ is computed: exactly, or as an independent witness by differences.
  enum DerivativeMethod: Hashable {
    case dualNumbers
    case centralDifferences(step: Double)
  }

  /// The indices and arguments that are known where an expression stands.
  struct Frame {
    var indices: [(name: String, value: Int)] = []
    var parameters: [String: Operand] = [:]

    func index(_ name: String) -> Int? { indices.last { $0.name == name }?.value }
  }

  struct CacheKey: Hashable {
    var definition: ObjectIdentifier
    var indices: [Int]
  }

  init(names: Names, bindings: Bindings, method: DerivativeMethod = .dualNumbers) {
    self.names = names
    self.bindings = bindings
    chosen = bindings.indices
    self.method = method
    frame = Frame()
    // The logits decide how many classes there are; what does not fit them is told at its use.
    for spelling in ["z"] + bindings.values.keys.sorted() {
      guard let given = bindings.values[spelling], let kind = names[spelling]?.kind else {
        continue
      }
      for (axis, count) in zip(kind.axes, given.counts) where sizes[axis] == nil {
        sizes[axis] = count
      }
    }
  }

  /// Chooses other indices. Entries of defined names stay known unless a definition asks for one.
  func choose(_ indices: [String: Int], keepingDefinitions: Bool) {
    chosen = indices
    steps = 0
    if !keepingDefinitions { cache = [:] }
  }

  func count(_ axis: Axis, at range: Range<Int>) throws(FormulaDiagnostic) -> Int {
    if let size = sizes[axis] { return size }
    throw FormulaDiagnostic("nothing says how many \(axis.rawValue) there are", range: range)
  }

  func evaluate(_ expression: Expression) throws(FormulaDiagnostic) -> Operand {
    steps += 1
    guard steps < Self.longestWork else {
      throw FormulaDiagnostic("this takes too long to compute", range: expression.range)
    }
    switch expression.kind {
    case .number(let value, _):
      let isExact = value == value.rounded()
      return .scalar(.real(isExact ? TrackedNumber(value) : .rounded(WideNumber(value))))
    case .infinity: return .number(.infinity)
    case .name(let name): return try lookUp(name, at: expression)
    case .index(let name): return .number(Double(try index(name, at: expression)))
    case .parameter(let name):
      if let value = frame.parameters[name] { return value }
      throw FormulaDiagnostic("\(name) has no value here", range: expression.range)
    case .element(let whole, let indices):
      return try element(of: evaluate(whole), at: indices, in: expression)
    case .call(let application): return try call(application, at: expression)
    case .terms(let terms): return try sum(terms, at: expression)
    case .factors(let factors): return try product(factors)
    case .fraction(let upper, let lower):
      return try divide(evaluate(upper), by: evaluate(lower), at: expression)
    case .power(let base, let exponent):
      return .scalar(.power(try scalar(base), try scalar(exponent)))
    case .exponential(let inner): return try evaluate(inner).map { Jet.exp($0) }
    case .logarithm(let inner, let base): return try logarithm(of: inner, base)
    case .apply(let operation, let arguments):
      return try apply(operation, arguments, at: expression)
    case .big(let sign, let binder, let body):
      return try big(sign, binder, body, at: expression)
    case .expectation(let variable, let weights, let body):
      return try expectation(variable, weights, body)
    case .partial(let body, let variables): return try partial(of: body, by: variables[...])
    case .transpose(let inner): return try evaluate(inner).transposed
    case .indicator(let condition): return .number(try truth(condition) ? 1 : 0)
    case .comparison, .all: return .truth(try truth(expression))
    case .cases(let cases): return try select(cases, at: expression)
    case .matrix(let rows): return try matrix(rows, as: expression.sort)
    case .example(let matrix, let index): return try row(of: matrix, at: index)
    }
  }

  func scalar(_ expression: Expression) throws(FormulaDiagnostic) -> Jet {
    if case .scalar(let jet) = try evaluate(expression) { return jet }
    throw FormulaDiagnostic("a number is needed here", range: expression.range)
  }

  /// A whole number, as an index or a limit needs it.
  func wholeNumber(_ expression: Expression) throws(FormulaDiagnostic) -> Int {
    if case .index(let name) = expression.kind { return try index(name, at: expression) }
    let value =
      if case .number(let value, _) = expression.kind { value } else {
        try scalar(expression).real.double
      }
    guard let whole = Int(exactly: value) else {
      throw FormulaDiagnostic("an index must be a whole number", range: expression.range)
    }
    guard whole.magnitude <= Self.largestIndex else {
      throw FormulaDiagnostic(
        "an index goes no further than \(Self.largestIndex)", range: expression.range)
    }
    return whole
  }

  func index(_ name: String, at expression: Expression) throws(FormulaDiagnostic) -> Int {
    if let value = frame.index(name) ?? chosen[name] { return value }
    if let value = frame.parameters[name]?.scalar?.real.double, let whole = Int(exactly: value),
      whole.magnitude <= Self.largestIndex
    {
      return whole
    }
    throw FormulaDiagnostic(
      "nothing chooses the index \(name)", suggestion: "\(name) = 1, or \\sum_\(name)",
      range: expression.range)
  }

  func truth(_ expression: Expression) throws(FormulaDiagnostic) -> Bool {
    switch expression.kind {
    case .all(let conditions):
      for condition in conditions where try !truth(condition) { return false }
      return true
    case .comparison(let relation, let left, let right):
      let difference = (try scalar(left) - scalar(right)).real
      return relation.holds(difference: difference)
    default: throw FormulaDiagnostic("a condition is needed here", range: expression.range)
    }
  }
}

extension Given {
  /// The length of each axis.
  fileprivate var counts: [Int] {
    switch self {
    case .scalar: []
    case .vector(let entries): [entries.count]
    case .matrix(let rows): [rows.count, rows.first?.count ?? 0]
    }
  }
}

extension Relation {
  /// Whether left − right is as the relation says, as far as rounding lets one tell.
  func holds(difference: TrackedNumber) -> Bool {
    let (value, slack) = (difference.value, difference.error + difference.error)
    return switch self {
    case .equal, .approximate, .definition: value.magnitude <= slack
    case .unequal: value.magnitude > slack
    case .lessOrEqual: value <= slack
    case .greaterOrEqual: -value <= slack
    case .less: value < .zero
    case .greater: value > .zero
    }
  }
}
