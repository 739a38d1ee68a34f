import Notation
import SoftmaxCore

/// Computes the value of an expression on given numbers.
///
/// One evaluator serves one set of bindings. It asks no names: what an expression needs was resolved
/// before. Its work is bounded: nested sums over twelve classes grow by a factor of twelve each, and
/// a formula that would take too long gets a diagnostic.
final class Evaluator {
  /// Steps before a formula is refused: some hundredths of a second, and fifty times what the
  /// largest formula of the course needs.
  static let longestWork = 150_000
  /// ∂ within ∂: each one doubles the parts of every number.
  static let deepestDerivative = 4
  /// Indices and limits: no formula counts further.
  static let largestIndex: UInt = 1_000_000

  let bindings: Bindings
  /// The chosen indices; the judge moves them.
  private(set) var chosen: [String: Int]
  let method: DerivativeMethod
  private var sizes: [Int?]
  /// Given values by the slots of the names they belong to.
  let given: [Operand?]
  var frame: Frame
  /// What ∂ has made independent: these hide given values and definitions alike.
  var overrides: [Expression.Target: Operand] = [:]
  /// Entries of defined names, by what ∂ has seeded where they were computed.
  var cache = ValueCache()
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
    /// By level.
    var indices: [Int] = []
    /// An index whose binder is outside of what is evaluated: a chosen index of its name counts.
    static let open = Int.min

    /// Opens the levels below, where a part of a formula is evaluated alone.
    mutating func reach(_ level: Int) {
      while indices.count < level { indices.append(Self.open) }
    }

    /// By position; nil where an argument has no value of its own.
    var parameters: [Operand?] = []
  }

  init(names: Names, bindings: Bindings, method: DerivativeMethod = .dualNumbers) {
    self.bindings = bindings
    chosen = bindings.indices
    self.method = method
    frame = Frame()
    let slots = names.store.slots
    var given = [Operand?](repeating: nil, count: slots.count)
    for (spelling, value) in bindings.values {
      if let slot = slots[spelling] { given[slot] = Operand(value) }
    }
    self.given = given
    sizes = Self.sizes(names: names, bindings)
  }

  /// The logits decide how many classes there are; what does not fit them is told at its use.
  private static func sizes(names: Names, _ bindings: Bindings) -> [Int?] {
    var sizes = [Int?](repeating: nil, count: Axis.allCases.count)
    for spelling in ["z"] + bindings.values.keys.sorted() {
      guard let given = bindings.values[spelling], let kind = names[spelling]?.kind else {
        continue
      }
      for (axis, count) in zip(kind.axes, given.counts) where sizes[axis.position] == nil {
        sizes[axis.position] = count
      }
    }
    return sizes
  }

  /// Chooses other indices. Entries of definitions that ask for none of them stay known.
  func choose(_ indices: [String: Int]) {
    chosen = indices
    steps = 0
    cache.forgetChosen()
  }

  func size(_ axis: Axis) -> Int? { sizes[axis.position] }

  func count(_ axis: Axis, at range: Range<Int>) throws(FormulaDiagnostic) -> Int {
    if let size = size(axis) { return size }
    throw FormulaDiagnostic(.unknownCount(axis), range: range)
  }

  func evaluate(_ expression: Expression) throws(FormulaDiagnostic) -> Operand {
    steps += 1
    guard steps < Self.longestWork else {
      throw FormulaDiagnostic(.takesTooLong, range: expression.range)
    }
    switch expression.kind {
    case .number(let value, _):
      let isExact = value == value.rounded()
      return .scalar(.real(isExact ? TrackedNumber(value) : .rounded(WideNumber(value))))
    case .infinity: return .number(.infinity)
    case .name(let name): return try lookUp(name, at: expression)
    case .index(let index): return .number(Double(try self.index(index, at: expression)))
    case .parameter(let parameter):
      if let value = frame.parameters[parameter.position] { return value }
      throw FormulaDiagnostic(.noValueHere(parameter.name), range: expression.range)
    case .element(let whole, let indices):
      return try element(of: evaluate(whole), at: indices, in: expression)
    case .call(let application): return try call(application, at: expression)
    case .mapped(let application): return try map(application, at: expression)
    case .apply(let function, let arguments):
      return try apply(function, arguments, at: expression)
    case .slope(let function, let order, let argument):
      return .scalar(try slope(of: function, order, at: scalar(argument), expression))
    case .terms(let terms): return try sum(terms, at: expression)
    case .factors(let factors): return try product(factors)
    case .fraction(let upper, let lower):
      return try divide(evaluate(upper), by: evaluate(lower), at: expression)
    case .power(let base, let exponent):
      return .scalar(.power(try scalar(base), try scalar(exponent)))
    case .exponential(let inner): return try evaluate(inner).map { Jet.exp($0) }
    case .root(let inner): return .scalar(.sqrt(try scalar(inner)))
    case .logarithm(let inner, let base):
      return try divide(
        evaluate(inner).map { Jet.log($0) }, by: .scalar(Jet.log(try scalar(base))), at: inner)
    case .big(let sign, let binder, let body):
      return try big(sign, binder, body, at: expression)
    case .expectation(let outcome, let weights, let body):
      return try expectation(outcome, weights, body)
    case .partial(let body, let variables): return try partial(of: body, by: variables[...])
    case .transpose(let inner): return try evaluate(inner).transposed
    case .indicator(let condition): return .number(try truth(condition) ? 1 : 0)
    case .oneHot(let index): return try oneHot(index, at: expression)
    case .comparison, .all: return .truth(try truth(expression))
    case .cases(let cases): return try select(cases, at: expression)
    case .matrix(let rows): return try matrix(rows, as: expression.sort)
    case .example(let matrix, let index): return try row(of: matrix, at: index)
    }
  }

  func scalar(_ expression: Expression) throws(FormulaDiagnostic) -> Jet {
    if case .scalar(let jet) = try evaluate(expression) { return jet }
    throw FormulaDiagnostic(.numberNeeded, range: expression.range)
  }

  /// A whole number, as an index or a limit needs it.
  func wholeNumber(_ expression: Expression) throws(FormulaDiagnostic) -> Int {
    if case .index(let index) = expression.kind { return try self.index(index, at: expression) }
    let value =
      if case .number(let value, _) = expression.kind { value } else {
        try scalar(expression).real.double
      }
    guard let whole = Int(exactly: value) else {
      throw FormulaDiagnostic(.indexNotWhole, range: expression.range)
    }
    guard whole.magnitude <= Self.largestIndex else {
      throw FormulaDiagnostic(
        .indexTooLarge(largest: Self.largestIndex), range: expression.range)
    }
    return whole
  }

  func index(
    _ index: Expression.Index, at expression: Expression
  ) throws(FormulaDiagnostic) -> Int {
    if let level = index.level, level < frame.indices.count, frame.indices[level] != Frame.open {
      return frame.indices[level]
    }
    if let value = chosen[index.name] { return value }
    throw FormulaDiagnostic(
      .indexNotChosen(index.name),
      suggestion: "\(index.name) = 1, or \\sum_\(index.name)", range: expression.range)
  }

  func truth(_ expression: Expression) throws(FormulaDiagnostic) -> Bool {
    switch expression.kind {
    case .all(let conditions):
      for condition in conditions where try !truth(condition) { return false }
      return true
    case .comparison(let relation, let left, let right):
      let difference = (try scalar(left) - scalar(right)).real
      return relation.holds(difference: difference)
    default: throw FormulaDiagnostic(.conditionNeeded, range: expression.range)
    }
  }
}

extension Axis {
  fileprivate var position: Int {
    switch self {
    case .classes: 0
    case .examples: 1
    case .features: 2
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
