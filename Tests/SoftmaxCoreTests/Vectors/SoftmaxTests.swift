import SoftmaxCore
import Testing

private let seeds = Array(UInt64(0)..<60)

/// Extremes and their neighbours, in every combination of up to three.
private let extremes: [[Double]] = {
  let values = [-Double.infinity, -1e308, -1000, -1, 0, 1e-300, 1, 709.5, 1e308]
  let singles = values.map { [$0] }
  let pairs = values.flatMap { a in values.map { [a, $0] } }
  let triples = pairs.flatMap { pair in values.map { pair + [$0] } }
  return singles + pairs + triples
}()

@Suite("softmax, log-softmax, log-sum-exp")
struct SoftmaxTests {
  @Test("softmax(z + c) = softmax(z)", arguments: seeds)
  func shiftChangesNothing(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    // Quarters of small size are shifted without rounding, so equality is exact.
    let logits = random.vector(random.count(1...9), in: -20...20).map { ($0 * 4).rounded() / 4 }
    let shift = Double(random.count(-4096...4096))
    #expect(softmax(logits.map { $0 + shift }) == softmax(logits))
    #expect(logSoftmax(logits.map { $0 + shift }) == logSoftmax(logits))
  }

  @Test("Σ softmax(z) = 1", arguments: seeds)
  func probabilitiesSumToOne(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let p = softmax(random.logits(random.count(1...200)))
    #expect(p.allSatisfy { (0...1).contains($0) })
    // Each pᵢ is off by at most about 3 roundings of itself, the sum here by one a term.
    #expect(abs(p.reduce(0, +) - 1) <= (3 + Double(p.count)) * epsilon)
  }

  @Test("softmax of a permutation is the permutation of softmax", arguments: seeds)
  func permutationPassesThrough(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let logits = random.logits(random.count(1...12))
    let order = random.permutation(logits.count)
    let straight = softmax(logits)
    // The order of the sum changes, and with it its last digit.
    let error =
      zip(softmax(order.map { logits[$0] }), order.map { straight[$0] })
      .map { ulps($0, from: $1) }.max() ?? 0
    #expect(error <= 2)
  }

  @Test("log softmax(z) is the log of softmax(z)", arguments: seeds)
  func logOfSoftmax(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let logits = random.vector(random.count(1...12))
    let direct = logSoftmax(logits)
    let composed = softmax(logits).map { -information($0) }
    #expect(agree(direct, composed, within: 4 * epsilon * max(1, largestMagnitude(direct))))
  }

  @Test("log softmax(z) = z − log-sum-exp(z)", arguments: seeds)
  func logSoftmaxIsShiftByLogSumExp(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let logits = random.logits(random.count(1...12))
    let total = logSumExp(logits)
    let scale = max(largestMagnitude(logits), abs(total), 1)
    #expect(agree(logSoftmax(logits), logits.map { $0 - total }, within: 4 * epsilon * scale))
  }

  @Test("log-sum-exp of finite logits is finite and at least the largest", arguments: extremes)
  func logSumExpIsFinite(logits: [Double]) {
    let total = logSumExp(logits)
    let peak = logits.max() ?? -.infinity
    #expect(total >= peak)
    #expect(total <= peak + 1.1 || peak == -.infinity)  // log 3 < 1.1
    #expect(total.isFinite == peak.isFinite)
  }

  @Test("any logits give probabilities, unless all are masked", arguments: extremes)
  func extremesGiveProbabilities(logits: [Double]) {
    let p = softmax(logits)
    if logits.allSatisfy({ $0 == -.infinity }) {
      #expect(allNaN(p))
      #expect(allNaN(logSoftmax(logits)))
    } else {
      #expect(abs(p.reduce(0, +) - 1) <= 3 * epsilon)
      for (logit, probability) in zip(logits, p) where logit == -.infinity {
        #expect(probability == 0)
      }
      #expect(logSoftmax(logits).allSatisfy { $0 <= 0 })
    }
  }

  @Test("K equal logits: p = 1/K, log-sum-exp = z + log K", arguments: 1...64)
  func uniform(count: Int) {
    let logits = [Double](repeating: 3, count: count)
    #expect(softmax(logits).allSatisfy { $0 == 1 / Double(count) })
    #expect(ulps(logSumExp(logits), from: 3 + information(1 / Double(count))) <= 2)
  }

  @Test("nothing in: no probabilities, log 0")
  func empty() throws {
    #expect(softmax([]).isEmpty)
    #expect(logSoftmax([]).isEmpty)
    #expect(logSumExp([]) == -.infinity)
    #expect(try softmax([], temperature: 0).isEmpty)
    #expect(softmaxJacobian([]).isEmpty)
    #expect(try crossEntropy(logits: [], target: []) == 0)
    #expect(try softmaxVJP([], cotangent: []).isEmpty)
    #expect(entropy([]) == 0)
  }

  @Test("NaN in, NaN out; +∞ has no share to take", arguments: [0, 1, 2])
  func notANumber(position: Int) {
    for bad in [Double.nan, .infinity] {
      var logits: [Double] = [1, -.infinity, 3]
      logits[position] = bad
      #expect(allNaN(softmax(logits)))
      #expect(allNaN(logSoftmax(logits)))
      #expect(bad.isNaN ? logSumExp(logits).isNaN : logSumExp(logits) == .infinity)
    }
    #expect(logSumExp([.infinity, .nan]).isNaN)
  }

  @Test("no class gets a probability of −0 or a log-probability of −0")
  func zerosArePositive() {
    #expect(logSoftmax([5])[0].sign == .plus)
    #expect(information(1).sign == .plus)
    #expect(softmaxJacobian([0, -.infinity]).joined().allSatisfy { $0.sign == .plus })
  }
}

@Suite("Temperature and unit")
struct TemperatureTests {
  @Test("softmax(z/T) = softmax of the quotients", arguments: seeds)
  func temperatureDivides(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let logits = random.vector(random.count(1...9))
    // A power of two divides without rounding.
    let temperature = [0.25, 0.5, 1.0, 2.0, 1024.0][random.count(0...4)]
    let quotients = logits.map { $0 / temperature }
    #expect(try softmax(logits, temperature: temperature) == softmax(quotients))
    #expect(try logSoftmax(logits, temperature: temperature) == logSoftmax(quotients))
    #expect(try logSumExp(logits, temperature: temperature) == logSumExp(quotients))
  }

  @Test("T = 0: the largest share all; T = ∞: all that are not masked do")
  func limits() throws {
    #expect(try softmax([1, 3, 3, -.infinity], temperature: 0) == [0, 0.5, 0.5, 0])
    #expect(
      try softmax([1, 3, 7, -.infinity], temperature: .infinity) == [1, 1, 1, 0].map { $0 / 3 })
    #expect(try logSoftmax([1, 3], temperature: 0) == [-.infinity, 0])
    #expect(try logSumExp([1, 3], temperature: 0) == .infinity)
    #expect(try logSumExp([-1, -3], temperature: 0) == -.infinity)
    #expect(try logSumExp([0, 0, -3], temperature: 0, unit: .bits) == 1)
    #expect(try logSumExp([9, 5, -3, 1], temperature: .infinity, unit: .bits) == 2)
    #expect(try softmaxJacobian([1, 3], temperature: 0) == [[0, 0], [0, 0]])
    #expect(try softmaxJacobian([3, 3], temperature: 0)[0] == [.infinity, -.infinity])
    #expect(try crossEntropy(logits: [1, 3], label: 1, temperature: 0) == 0)
    #expect(try crossEntropy(logits: [1, 3], label: 0, temperature: 0) == .infinity)
    #expect(try crossEntropyGradient(logits: [1, 3], label: 1, temperature: 0) == [0, 0])
  }

  @Test("the limits are approached", arguments: [1e-300, 1e-30, 1e-3, 1e30, 1e308])
  func limitsAreApproached(temperature: Double) throws {
    let logits = [1.0, 3, 3, -1]
    let limit = try softmax(logits, temperature: temperature < 1 ? 0 : .infinity)
    #expect(agree(try softmax(logits, temperature: temperature), limit, within: epsilon))
  }

  @Test("logits too far apart for a Double are scaled before they are subtracted")
  func differenceOverflows() throws {
    // (1e308 − (−1e308))/1e308 = 2, though 2e308 is no Double.
    let near = softmax([2, 0])
    #expect(agree(try softmax([1e308, -1e308], temperature: 1e308), near, within: 2 * epsilon))
    #expect(try softmax([1e308, -1e308], temperature: 0.5) == [1, 0])
  }

  @Test("bits and hartleys are nats over ln 2 and ln 10", arguments: InformationUnit.allCases)
  func unitsScale(unit: InformationUnit) throws {
    let (z, p, q) = ([2.0, -1, 0.5], [0.5, 0.3, 0.2], [0.2, 0.7, 0.1])
    let logOfBase = unit.naturalLogOfBase
    func scaled(_ nats: [Double]) -> [Double] { nats.map { $0 / logOfBase } }
    func close(_ a: [Double], _ b: [Double]) -> Bool { agree(a, b, within: 4 * epsilon) }
    #expect(close(logSoftmax(z, unit: unit), scaled(logSoftmax(z))))
    #expect(close([logSumExp(z, unit: unit)], scaled([logSumExp(z)])))
    #expect(close(information(p, unit: unit), scaled(information(p))))
    #expect(close([entropy(p, unit: unit)], scaled([entropy(p)])))
    #expect(
      close(
        [try klDivergence(of: p, relativeTo: q, unit: unit)],
        scaled([try klDivergence(of: p, relativeTo: q)])))
    #expect(
      close(
        [try crossEntropy(logits: z, target: p, unit: unit)],
        scaled([try crossEntropy(logits: z, target: p)])))
    #expect(
      close(
        try crossEntropyGradient(logits: z, target: p, unit: unit),
        scaled(try crossEntropyGradient(logits: z, target: p))))
  }

  @Test("ln b is the log of the base")
  func naturalLogOfBase() {
    #expect(InformationUnit.nats.naturalLogOfBase == 1)
    #expect(InformationUnit.bits.naturalLogOfBase == information(0.5))
    // 0.1 is not the inverse of 10 exactly.
    #expect(ulps(InformationUnit.hartleys.naturalLogOfBase, from: information(0.1)) <= 1)
  }

  @Test("powers of the base carry whole units")
  func powersOfTheBase() {
    for exponent in 0...50 {
      var power = 1.0
      for _ in 0..<exponent { power /= 2 }
      #expect(information(power, unit: .bits) == Double(exponent))
    }
    #expect(information(0.001, unit: .hartleys) == 3)
    #expect(entropy([0.25, 0.25, 0.25, 0.25], unit: .bits) == 2)
  }

  @Test("T < 0 and NaN are refused", arguments: [-1, -Double.infinity, .nan])
  func wrongTemperatures(temperature: Double) {
    #expect(throws: DomainError.self) { try softmax([1, 2], temperature: temperature) }
    #expect(throws: DomainError.self) { try logSoftmax([1, 2], temperature: temperature) }
    #expect(throws: DomainError.self) { try logSumExp([1, 2], temperature: temperature) }
    #expect(throws: DomainError.self) { try softmaxJacobian([1, 2], temperature: temperature) }
    #expect(throws: InputError.self) {
      try softmaxVJP([1, 2], cotangent: [1, 2], temperature: temperature)
    }
  }
}
