import SoftmaxCore
import Testing

// Inputs on which a straightforward formula loses its digits. The answers are mpmath's with 60 digits,
// rounded to the nearest Double by the compiler.

private func isClose(_ got: Double, _ exact: Double, ulps bound: Double = 4) -> Bool {
  ulps(got, from: exact) <= bound
}

@Suite("Divergence and entropy from logits")
struct FromLogitsTests {
  @Test("a class that is nearly certain has its small entropy and divergence")
  func nearlyCertain() throws {
    #expect(isClose(try entropy(logits: [0, -40]), 1.741825244669551480775338e-16))
    // A literal below the normal numbers is refused; 2⁶⁰ times as much is none.
    let lifted = try entropy(logits: [0, -740]) * 0x1p60
    #expect(abs(lifted - 3.578502619119569926e-301) <= 4 * 0x1p60 * Double.leastNonzeroMagnitude)
    #expect(
      isClose(
        try klDivergence(of: [1, 0], relativeToLogits: [0, -37]), 8.533047625744065430213541e-17))
    #expect(
      isClose(
        try klDivergence(ofLogits: [0, -40], relativeTo: [0.5, 0.5]), 0.6931471805599451352347077))
  }

  @Test("a probability that is too small for a Double has its logarithm")
  func underflow() throws {
    #expect(try klDivergence(of: [0, 1], relativeToLogits: [0, -744]) == 744)
    #expect(
      isClose(
        try klDivergence(of: [0.5, 0.5], relativeToLogits: [0, -740]), 369.3068528194400546905828))
    #expect(
      isClose(
        try klDivergence(of: [0.5, 0.5], relativeToLogits: [0, -800]), 399.3068528194400546905828))
    #expect(try klDivergence(ofLogits: [0, -800], relativeTo: [1, 0]) == .infinity)
  }

  @Test("temperature limits, masks and units")
  func limits() throws {
    #expect(try klDivergence(of: [1, 0], relativeToLogits: [3, 1], temperature: 0) == 0)
    #expect(
      try klDivergence(of: [0.5, 0.5], relativeToLogits: [3, 1], temperature: 0) == .infinity)
    #expect(
      try klDivergence(of: [1, 0], relativeToLogits: [3, 1], temperature: .infinity, unit: .bits)
        == 1)
    #expect(try entropy(logits: [5, 5, -.infinity], unit: .bits) == 1)
    #expect(try entropy(logits: [.nan, 1]).isNaN)
    #expect(try klDivergence(of: [1, 0], relativeToLogits: [1, -.infinity]) == 0)
    #expect(try klDivergence(of: [0.5, 0.5], relativeToLogits: [1, -.infinity]) == .infinity)
    #expect(throws: InputError.self) { try klDivergence(of: [1], relativeToLogits: [1, 2]) }
    #expect(throws: DomainError.self) { try entropy(logits: [1, 2], temperature: -1) }
  }

  @Test("the terms add up; each gradient agrees with central differences", arguments: 0..<40)
  func gradients(seed: Int) throws {
    var random = RandomInputs(seed: UInt64(seed))
    let count = random.count(2...9)
    let (z, q) = (random.vector(count, in: -3...3), random.distribution(count))
    let temperature = [1, 0.5, 3][seed % 3]
    let terms = try klDivergenceTerms(of: q, relativeToLogits: z, temperature: temperature)
    let sum = try klDivergence(of: q, relativeToLogits: z, temperature: temperature)
    #expect(abs(terms.reduce(0, +) - sum) <= 16 * epsilon)
    let entropies = try entropyTerms(logits: z, temperature: temperature)
    #expect(
      abs(entropies.reduce(0, +) - (try entropy(logits: z, temperature: temperature))) <= 16
        * epsilon)

    let reverse = try klDivergenceGradient(ofLogits: z, relativeTo: q, temperature: temperature)
    let numeric = try centralDifference(
      of: { try klDivergence(ofLogits: $0, relativeTo: q, temperature: temperature) }, at: z)
    #expect(agree(reverse, numeric, within: 1e-8))
    let slope = try entropyGradient(logits: z, temperature: temperature)
    let slopes = try centralDifference(
      of: { try entropy(logits: $0, temperature: temperature) }, at: z)
    #expect(agree(slope, slopes, within: 1e-8))
    let forward = try crossEntropyGradient(logits: z, target: q, temperature: temperature)
    let forwards = try centralDifference(
      of: { try klDivergence(of: q, relativeToLogits: $0, temperature: temperature) }, at: z)
    #expect(agree(forward, forwards, within: 1e-8))
    #expect(
      try klDivergence(ofLogits: z, relativeToLogits: z, temperature: temperature) == 0)
  }
}

@Suite("Divergence of close distributions")
struct CloseDistributionsTests {
  @Test(
    "a quotient between 1/2 and 2 loses nothing",
    arguments: [
      ([0.899, 0.101], [0.798, 0.202], 0.03712995364605404007353975),
      ([0.3, 0.7], [0.45, 0.55], 0.04717390733937220908778228),
    ] as [([Double], [Double], Double)])
  func close(p: [Double], q: [Double], exact: Double) throws {
    #expect(isClose(try klDivergence(of: p, relativeTo: q), exact))
  }
}

@Suite("Weighted log-sum-exp")
struct WeightedLogSumExpTests {
  @Test(
    "extreme weights",
    arguments: [
      ([0, 0], [1e308, 1e308], 709.8893558227260159979377),
      ([0, -800], [1e-300, 1e300], -109.2244721017862947420978),
      ([1e-9, -2e-9], [0.25, 0.75], -1.249999999156250077430114e-9),
    ] as [([Double], [Double], Double)])
  func extreme(logits: [Double], weights: [Double], exact: Double) throws {
    #expect(isClose(try logSumExp(logits, weights: weights), exact))
  }

  @Test("far apart: a weight of 1e-320 beside one of 1e308")
  func farApart() throws {
    // The subnormal weight itself is rounded: the literal is what counts.
    let weight = 1e-300 * 1e-20
    let got = try logSumExp([0, -1500], weights: [weight, 1e308])
    #expect(isClose(got, -736.8272408909739061509869))
  }

  @Test("signs, infinities and nothing")
  func special() throws {
    let none: [Double] = []
    #expect(try logSumExp(none, weights: none) == -.infinity)
    #expect(try logSumExp([1, 1], weights: [1, -1]) == -.infinity)
    #expect(try logSumExp([1, 0], weights: [-1, 1]).isNaN)
    #expect(try logSumExp([.infinity, 0], weights: [0, 1]) == 0)
    #expect(try logSumExp([.infinity, 0], weights: [-1, 1]).isNaN)
    #expect(try logSumExp([0, 1], weights: [.infinity, 1]) == .infinity)
    #expect(try logSumExp([.nan, 1], weights: [0, 1]) == 1)
    #expect(try logSumExp([.nan, 1], weights: [1, 1]).isNaN)
  }
}

@Suite("Products with the Jacobian")
struct HardDerivativeTests {
  @Test("all alike, g one-hot: −1/n² keeps its digits", arguments: [2, 10, 30, 1000])
  func alike(count: Int) throws {
    let z = [Double](repeating: 0, count: count)
    let g = (0..<count).map { $0 == 0 ? 1.0 : 0 }
    let share = 1 / Double(count)
    for product in [
      try softmaxVJP(z, cotangent: g), try softmaxJVP(z, tangent: g),
      try crossEntropyHessianVectorProduct(logits: z, target: g, vector: g),
    ] {
      #expect(product.dropFirst().allSatisfy { isClose($0, -share * share) })
      #expect(isClose(product[0], share * (1 - share)))
    }
    #expect(
      try logSoftmaxJVP(z, tangent: g).dropFirst().allSatisfy { isClose($0, -share) })
  }

  @Test("one class nearly certain: its complement keeps its digits")
  func nearlyCertain() throws {
    let product = try softmaxVJP([40, 0], cotangent: [1, 0])
    #expect(
      isClose(product[0], sigmoid(-40), ulps: 8) && isClose(product[1], -sigmoid(-40), ulps: 8))
  }

  @Test("the Hessian–vector product is that of central differences of the gradient")
  func hessian() throws {
    let (z, y, v) = ([2.0, 1, 0], [0.5, 0.25, 0.75], [1.0, -2, 0.5])
    let columns = try centralDifferenceJacobian(
      of: { try crossEntropyGradient(logits: $0, target: y, temperature: 2, unit: .bits) }, at: z)
    let numeric = columns.map { zip($0, v).reduce(0) { $0 + $1.0 * $1.1 } }
    let exact = try crossEntropyHessianVectorProduct(
      logits: z, target: y, vector: v, temperature: 2, unit: .bits)
    #expect(agree(exact, numeric, within: 1e-8))
  }
}

@Suite("Yes or no")
struct BinaryTests {
  @Test("σ and log σ far from 0")
  func far() {
    #expect(isClose(sigmoid(-40), 4.248354255291588977280721e-18))
    #expect(isClose(logSigmoid(40), -4.248354255291588986304978e-18))
    #expect(sigmoid(-Double.infinity) == 0 && sigmoid(Double.infinity) == 1)
    #expect(logSigmoid(-Double.infinity) == -.infinity && logSigmoid(Double.infinity) == 0)
    #expect(logSigmoid(-1e308) == -1e308 && sigmoid(Double.nan).isNaN)
  }

  @Test("it is the softmax of [x, 0]", arguments: [-3, -0.5, 0, 2, 30.0])
  func isSoftmax(x: Double) throws {
    #expect(isClose(sigmoid(x), softmax([x, 0])[0]))
    let binary = binaryCrossEntropy(logit: x, target: 0.25, unit: .bits)
    #expect(isClose(binary, try crossEntropy(logits: [x, 0], target: [0.25, 0.75], unit: .bits)))
    let slope = binaryCrossEntropyGradient(logit: x, target: 0.25, positiveWeight: 3)
    let numeric = centralDifference(
      of: { binaryCrossEntropy(logit: $0[0], target: 0.25, positiveWeight: 3) }, at: [x])
    #expect(abs(slope - numeric[0]) <= 1e-9)
  }

  @Test("a certain answer costs nothing if it is right, ∞ if it is wrong")
  func certain() {
    #expect(binaryCrossEntropy(logit: Double.infinity, target: 1) == 0)
    #expect(binaryCrossEntropy(logit: -Double.infinity, target: 0) == 0)
    #expect(binaryCrossEntropy(logit: Double.infinity, target: 0) == .infinity)
    #expect(binaryCrossEntropy(logit: -Double.infinity, target: 1) == .infinity)
    #expect(binaryCrossEntropyGradient(logit: Double.infinity, target: 1) == 0)
    #expect(binaryCrossEntropyGradient(logit: Double.infinity, target: 0) == 1)
  }
}

@Suite("Sums by their logarithms")
struct StreamTests {
  @Test("logaddexp is the log of a sum of two")
  func two() {
    #expect(logAddExp(1000, 1001) == 1001.313261687518222834049)
    #expect(logAddExp(-Double.infinity, 2) == 2)
    #expect(logAddExp(-Double.infinity, -.infinity) == -.infinity)
    #expect(logAddExp(Double.infinity, 1) == .infinity)
  }

  @Test("in any order, in parts or at once", arguments: 0..<40)
  func stream(seed: Int) {
    var random = RandomInputs(seed: UInt64(seed))
    let z = random.logits(random.count(1...300))
    let exact = logSumExp(z)
    let scale = largestMagnitude(z).ulp
    for order in [z, z.sorted(), z.sorted(by: >)] {
      #expect(abs(LogSumExpStream(order).value - exact) <= 4 * max(exact.ulp, scale))
    }
    let middle = random.count(0...z.count)
    var whole = LogSumExpStream(z[..<middle])
    whole.merge(LogSumExpStream(z[middle...]))
    #expect(abs(whole.value - exact) <= 4 * max(exact.ulp, scale))
    #expect(whole.count == z.count)
  }

  @Test("a long rising sequence, steps beyond exp, and what is not finite")
  func special() {
    #expect(LogSumExpStream([1000.0, 1001, 1002]).value == 1002.407605964444380304483)
    #expect(LogSumExpStream([-1e308, 0, 1e308]).value == 1e308)
    #expect(
      LogSumExpStream((0...2000).map { Double($0) }).value
        == logSumExp((0...2000).map { Double($0) }))
    #expect(LogSumExpStream().value == -.infinity)
    #expect(LogSumExpStream([-Double.infinity]).value == -.infinity)
    #expect(LogSumExpStream([Double.infinity, 1]).value == .infinity)
    #expect(LogSumExpStream([Double.infinity, .nan, .infinity]).value.isNaN)
  }
}
