import Foundation
import SoftmaxCore

/// What a term is worth: plain Double arithmetic on the world's numbers.
enum Outcome {
  case scalar(HyperDual)
  case vector([HyperDual])
  case matrix([[HyperDual]])

  var entries: [HyperDual] {
    switch self {
    case .scalar(let number): [number]
    case .vector(let numbers): numbers
    case .matrix(let rows): rows.flatMap { $0 }
    }
  }
}

/// Evaluates terms by the textbook's formula for each, and keeps the largest number it met.
struct Witness {
  /// A term that this world can't evaluate: an index that is not bound or too large.
  struct NoValue: Error {}

  let world: World
  var indices: [String: Int]
  /// The class that an expectation has arrived at.
  var outcome: Int?
  var argument: HyperDual?
  /// What is differentiated by, outermost first: ε₁, then ε₂.
  private(set) var seeds: [String] = []
  var largest = 0.0

  init(_ world: World) {
    self.world = world
    indices = world.indices
  }

  /// - Returns: nil where a number is not finite, or where the numbers met are so large that
  ///   rounding would hide a mistake.
  static func numbers(of term: Term, in world: World) -> (values: [Double], largest: Double)? {
    var witness = Witness(world)
    guard let outcome = try? witness.value(term) else { return nil }
    let values = outcome.entries.map(\.f)
    guard values.allSatisfy(\.isFinite), witness.largest < 1e5 else { return nil }
    return (values, witness.largest)
  }

  mutating func value(_ term: Term) throws(NoValue) -> Outcome {
    let outcome = try compute(term)
    for entry in outcome.entries {
      largest = entry.magnitude.isFinite ? max(largest, entry.magnitude) : .infinity
    }
    return outcome
  }

  mutating func number(_ term: Term) throws(NoValue) -> HyperDual {
    guard case .scalar(let number) = try value(term) else { throw NoValue() }
    return number
  }

  mutating func vector(_ term: Term) throws(NoValue) -> [HyperDual] {
    guard case .vector(let entries) = try value(term) else { throw NoValue() }
    return entries
  }

  mutating func matrix(_ term: Term) throws(NoValue) -> [[HyperDual]] {
    guard case .matrix(let rows) = try value(term) else { throw NoValue() }
    return rows
  }

  private mutating func compute(_ term: Term) throws(NoValue) -> Outcome {
    switch term {
    case .number(let digits): .scalar(HyperDual(Double(digits) ?? .nan))
    case .scalar(let name): .scalar(try scalar(named: name))
    case .vector(let name): .vector(try vector(named: name))
    case .matrix(let name):
      .matrix(
        name == "J" ? try jacobian(of: .vector("p")) : world.A.map { $0.map { HyperDual($0) } })
    case .count(let index): .scalar(HyperDual(Double(try place(index) + 1)))
    case .entry(let body, let index): .scalar(try vector(body)[try place(index)])
    case .matrixEntry(let body, let row, let column):
      .scalar(try matrix(body)[try place(row)][try place(column)])
    case .apply(let operation, let parts): try apply(operation, parts)
    case .call(let name, let argument): .scalar(try call(name, try number(argument)))
    case .sum(let binder, let body): .scalar(try over(binder, body).reduce(HyperDual(0), +))
    case .product(let binder, let body):
      // Π over what does not have its index is refused.
      if body.mentions(binder.name) {
        .scalar(try over(binder, body).reduce(HyperDual(1), *))
      } else {
        throw NoValue()
      }
    case .maximum(let binder, let body):
      .scalar(try over(binder, body).max { $0.f < $1.f } ?? HyperDual(.nan))
    case .expectation(let weights, let body): .scalar(try expectation(weights, body))
    case .outcome(let name):
      if let outcome { .scalar(try vector(named: name)[outcome]) } else { throw NoValue() }
    case .indicator(let condition): .scalar(HyperDual(try holds(condition) ? 1 : 0))
    case .cases(let condition, let first, let second):
      .scalar(try number(try holds(condition) ? first : second))
    case .derivative(let body, let variable): .scalar(try derivative(of: body, by: variable))
    case .gradient(let body):
      .vector(
        try scores { (witness, seed) throws(NoValue) in
          try witness.derivative(of: body, seed: seed)
        })
    case .jacobian(let body): .matrix(try jacobian(of: body))
    }
  }

  // MARK: Indices

  private func place(_ index: Term.Index) throws(NoValue) -> Int {
    let place: Int
    switch index {
    case .fixed(let number): place = number
    case .name(let name):
      guard let chosen = indices[name] else { throw NoValue() }
      place = chosen
    }
    guard (1...world.count).contains(place) else { throw NoValue() }
    return place - 1
  }

  private func holds(_ condition: Term.Condition) throws(NoValue) -> Bool {
    (try place(condition.left) == place(condition.right)) == condition.isEqual
  }

  private mutating func over(_ binder: Term.Binder, _ body: Term) throws(NoValue) -> [HyperDual] {
    var places = Array(1...world.count)
    switch binder.range {
    case .all: break
    case .from(let first): places.removeAll { $0 < first }
    case .to(let last): places.removeAll { $0 > last }
    case .except(let index):
      let left = try place(index)
      places.removeAll { $0 == left + 1 }
    }
    let outer = indices[binder.name]
    var found: [HyperDual] = []
    for place in places {
      indices[binder.name] = place
      found.append(try number(body))
    }
    indices[binder.name] = outer
    return found
  }

  private mutating func expectation(_ name: String, _ body: Term) throws(NoValue) -> HyperDual {
    let outer = outcome
    var sum = HyperDual(0)
    for (place, weight) in try vector(named: name).enumerated() {
      outcome = place
      sum = sum + weight * (try number(body))
    }
    outcome = outer
    return sum
  }

  // MARK: Derivatives

  /// The number, as what is differentiated by if it is that.
  func seeded(_ key: String, _ number: HyperDual) -> HyperDual {
    var number = number
    if seeds.first == key { (number.a, number.ab) = (1, 0) }
    if seeds.count > 1, seeds[1] == key { (number.b, number.ab) = (1, 0) }
    return number
  }

  private mutating func derivative(
    of body: Term, by variable: Term.Variable
  ) throws(NoValue) -> HyperDual {
    let seed =
      switch variable {
      case .score(let index), .alias(_, let index): "z\(try place(index))"
      case .entry(let name, let index): "\(name)\(try place(index))"
      case .scalar(let name): name
      }
    return try derivative(of: body, seed: seed)
  }

  private mutating func derivative(of body: Term, seed: String) throws(NoValue) -> HyperDual {
    guard seeds.count < 2 else { throw NoValue() }
    seeds.append(seed)
    let found = try number(body)
    seeds.removeLast()
    return seeds.isEmpty ? HyperDual(found.a) : HyperDual(found.b, a: found.ab)
  }

  private mutating func scores<Result>(
    _ body: (inout Witness, String) throws(NoValue) -> Result
  ) throws(NoValue) -> [Result] {
    var found: [Result] = []
    for place in world.z.indices { found.append(try body(&self, "z\(place)")) }
    return found
  }

  private mutating func jacobian(of body: Term) throws(NoValue) -> [[HyperDual]] {
    var rows: [[HyperDual]] = []
    for row in 1...world.count {
      rows.append(
        try scores { (witness, seed) throws(NoValue) in
          try witness.derivative(of: .entry(body, .fixed(row)), seed: seed)
        })
    }
    return rows
  }
}
