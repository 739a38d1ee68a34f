import SoftmaxCore
import Testing

private let seeds = Array(UInt64(0)..<40)

/// Central differences of functions of size about 1 are right to about ε^⅔ ≈ 4e-11; the third
/// derivatives and 1/T of these cases add a factor below 100.
private let differenceTolerance = 4e-9

private let examples: [[Double]] = [[2, 1, 0], [0], [0, 0], [-3, 4, 1, 0.5], [30, 0, -30]]
private let temperatures = [0.5, 1, 3]

@Suite("Derivatives")
struct DerivativeTests {
  @Test("J agrees with central differences", arguments: examples, temperatures)
  func jacobian(logits: [Double], temperature: Double) throws {
    let exact = try softmaxJacobian(logits, temperature: temperature)
    let numeric = try centralDifferenceJacobian(
      of: { z throws(DomainError) in try softmax(z, temperature: temperature) }, at: logits)
    #expect(
      agree(Array(exact.joined()), Array(numeric.joined()), within: differenceTolerance),
      "\(exact) against \(numeric)")
  }

  @Test(
    "the gradient of the loss agrees with central differences", arguments: examples, temperatures)
  func gradient(logits: [Double], temperature: Double) throws {
    for unit in InformationUnit.allCases {
      // Neither one-hot nor of sum 1: the formula carries Σy.
      let target = logits.indices.map { 0.25 + 0.5 * Double($0) }
      let exact = try crossEntropyGradient(
        logits: logits, target: target, temperature: temperature, unit: unit)
      let numeric = try centralDifference(
        of: { z throws(InputError) in
          try crossEntropy(logits: z, target: target, temperature: temperature, unit: unit)
        }, at: logits)
      let scale = max(1, largestMagnitude(logits)) * 10
      #expect(agree(exact, numeric, within: scale * differenceTolerance), "\(exact) \(numeric)")
    }
  }

  @Test(
    "vjp and jvp of softmax and log-softmax agree with central differences", arguments: examples)
  func products(logits: [Double]) throws {
    let vector = logits.indices.map { Double($0) - 1.25 }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
    func along(_ f: @escaping ([Double]) -> [Double]) -> [Double] {
      let path = centralDifferenceJacobian(
        of: { step in f(zip(logits, vector).map { $0 + step[0] * $1 }) }, at: [0])
      return path.map { $0[0] }
    }
    let bits = InformationUnit.bits
    let checks: [(String, [Double], [Double])] = [
      (
        "softmax vjp", try softmaxVJP(logits, cotangent: vector),
        centralDifference(of: { dot(vector, softmax($0)) }, at: logits)
      ),
      ("softmax jvp", try softmaxJVP(logits, tangent: vector), along { softmax($0) }),
      (
        "log-softmax vjp", try logSoftmaxVJP(logits, cotangent: vector, unit: bits),
        centralDifference(of: { dot(vector, logSoftmax($0, unit: bits)) }, at: logits)
      ),
      (
        "log-softmax jvp", try logSoftmaxJVP(logits, tangent: vector, unit: bits),
        along { logSoftmax($0, unit: bits) }
      ),
    ]
    for (name, exact, numeric) in checks {
      #expect(
        agree(exact, numeric, within: 200 * differenceTolerance), "\(name) \(exact) \(numeric)")
    }
  }

  @Test("ΣⱼJᵢⱼ = 0 and J = Jᵀ", arguments: seeds)
  func jacobianRowsSumToZero(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let jacobian = softmaxJacobian(random.logits(random.count(1...12)))
    for (i, row) in jacobian.enumerated() {
      // Relative to the row's own size: the digits of a nearly certain class count.
      #expect(abs(row.reduce(0, +)) <= 8 * epsilon * largestMagnitude(row))
      for (j, entry) in row.enumerated() { #expect(entry == jacobian[j][i]) }
    }
  }

  @Test("vjp = Jᵀg and jvp = Jv", arguments: seeds)
  func productsAreThoseOfTheMatrix(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let logits = random.vector(random.count(1...12))
    let vector = random.vector(logits.count)
    let temperature = random.real(0.25...4)
    let jacobian = try softmaxJacobian(logits, temperature: temperature)
    let product = jacobian.map { zip($0, vector).map(*).reduce(0, +) }
    let tolerance = 16 * epsilon * max(1, largestMagnitude(vector)) / temperature
    #expect(
      agree(
        try softmaxVJP(logits, cotangent: vector, temperature: temperature), product,
        within: tolerance))
    #expect(
      agree(
        try softmaxJVP(logits, tangent: vector, temperature: temperature), product,
        within: tolerance))
  }

  @Test(
    "the two products of log-softmax are each other's transpose: g·(Jv) = (gᵀJ)·v", arguments: seeds
  )
  func transposes(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let logits = random.vector(random.count(1...12))
    let (g, v) = (random.vector(logits.count), random.vector(logits.count))
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
    let forward = dot(g, try logSoftmaxJVP(logits, tangent: v))
    let backward = dot(try logSoftmaxVJP(logits, cotangent: g), v)
    // Up to 12² terms of at most 25 each.
    #expect(abs(forward - backward) <= 12 * 12 * 25 * epsilon)
  }

  @Test("the gradient is p − y for a target of sum 1, and sums to 0", arguments: seeds)
  func gradientIsDifference(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...12)
    let (z, y) = (random.logits(count), random.distribution(count))
    let gradient = try crossEntropyGradient(logits: z, target: y)
    let difference = zip(softmax(z), y).map { $0 - $1 }
    // y's own sum is off by a rounding an entry.
    #expect(agree(gradient, difference, within: Double(count + 4) * epsilon))
    #expect(abs(gradient.reduce(0, +)) <= Double(count + 4) * epsilon)
  }

  @Test(
    "the true class's component is minus the sum of the others, however small",
    arguments: [40, 100, 700])
  func nearlyCertain(lead: Double) throws {
    let gradient = try crossEntropyGradient(logits: [lead, 0, 1], label: 0)
    let rest = gradient[1] + gradient[2]
    #expect(rest > 0)
    #expect(ulps(gradient[0], from: -rest) <= 2)
    let jacobian = softmaxJacobian([lead, 0, 1])
    #expect(ulps(jacobian[0][0], from: rest) <= 2)
  }
}

@Suite("Refusals say what, where and what to do")
struct InputErrorTests {
  @Test("lengths that differ are named with both shapes")
  func shapes() {
    let divergence = #expect(throws: ShapeError.self) {
      try klDivergence(of: [1], relativeTo: [0.5, 0.5])
    }
    #expect(
      divergence?.description
        == "klDivergence: p has shape [1] but q has shape [2]; the class axes must agree.")
    let loss = #expect(throws: InputError.self) {
      try crossEntropyGradient(logits: [1, 2, 3], target: [1, 0])
    }
    #expect(
      loss?.description == "crossEntropyGradient: logits has shape [3] but target has shape [2]; "
        + "the class axes must agree.")
  }

  @Test("values out of range are named with the range")
  func domains() {
    let cold = #expect(throws: DomainError.self) { try softmax([1], temperature: -1) }
    #expect(cold?.description == "softmax: temperature is -1.0; it must be 0 or more.")
    let label = #expect(throws: DomainError.self) { try crossEntropy(logits: [1, 2, 3], label: 3) }
    #expect(
      label?.description
        == "crossEntropy: label is 3; it must be the index of one of the 3 logits, "
        + "counted from 0.")
  }
}
