import SoftmaxCore
import Testing

private let seeds = Array(UInt64(0)..<60)

@Suite("Information, entropy, divergence, cross entropy")
struct DivergenceTests {
  @Test("D(P‖Q) ≥ 0, and 0 when P = Q", arguments: seeds)
  func divergenceIsNeverNegative(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...20)
    let (p, q) = (random.distribution(count), random.distribution(count))
    // The entries are rounded, so the sums of p and q differ by about one ε.
    #expect(try klDivergence(of: p, relativeTo: q) >= -2 * epsilon)
    #expect(try klDivergence(of: p, relativeTo: p) == 0)
  }

  @Test("H(P, Q) = H(P) + D(P‖Q)", arguments: seeds)
  func crossEntropyIsEntropyPlusDivergence(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...20)
    let (p, q) = (random.distribution(count), random.distribution(count))
    let cross = try crossEntropy(of: p, relativeTo: q)
    let parts = try entropy(p) + klDivergence(of: p, relativeTo: q)
    #expect(abs(cross - parts) <= 4 * epsilon * max(1, cross))
  }

  @Test("H(P) ≤ log K, with equality for the uniform", arguments: seeds)
  func entropyIsBounded(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    let p = random.distribution(random.count(1...20))
    let bound = information(1 / Double(p.count))
    #expect(entropy(p) >= 0)
    #expect(entropy(p) <= bound + 4 * epsilon)
    let uniform = [Double](repeating: 1 / Double(p.count), count: p.count)
    #expect(abs(entropy(uniform) - bound) <= 4 * epsilon)
  }

  @Test(
    "a nearly equal pair keeps its digits: D ≈ Σ (p − q)²/2q", arguments: [1e-3, 1e-6, 1e-9, 1e-12])
  func nearlyEqual(step: Double) throws {
    // 0.5 ± step, rounded; the sum of both stays exactly 1, and D is even in the step.
    let up = 0.5 + step
    let actual = up - 0.5
    let divergence = try klDivergence(of: [up, 1 - up], relativeTo: [0.5, 0.5])
    // ½[(1+x) log(1+x) + (1−x) log(1−x)] with x = 2·step is x²/2 + x⁴/12 + …
    let x = 2 * actual
    let series = x * x / 2 + x * x * x * x / 12 + x * x * x * x * x * x / 30
    #expect(abs(divergence / series - 1) <= 1e-14)
  }

  @Test("0·log 0 = 0; what cannot happen but does costs ∞; NaN stays")
  func edges() throws {
    #expect(entropy([0, 1, 0]) == 0)
    #expect(try klDivergence(of: [0, 1], relativeTo: [0, 1]) == 0)
    #expect(try klDivergence(of: [0, 1], relativeTo: [0.5, 0.5], unit: .bits) == 1)
    #expect(try klDivergence(of: [0.5, 0.5], relativeTo: [0, 1]) == .infinity)
    #expect(try klDivergence(of: [0], relativeTo: [.nan]).isNaN)
    #expect(try klDivergence(of: [-0.5, 1.5], relativeTo: [0.5, 0.5]).isNaN)
    #expect(try crossEntropy(of: [0, 1], relativeTo: [0, 1]) == 0)
    #expect(try crossEntropy(of: [1, 0], relativeTo: [0, 1]) == .infinity)
    #expect(try crossEntropy(of: [0], relativeTo: [.nan]).isNaN)
    #expect(entropy([.nan, 1]).isNaN)
    #expect(entropy([-0.1, 1.1]).isNaN)
    #expect(information(0) == .infinity)
    #expect(information(-1).isNaN)
    #expect(try klDivergence(of: [], relativeTo: []) == 0)
  }

  @Test("quotients too large or too small for a Double still have a logarithm")
  func quotientLeavesTheDoubles() throws {
    let least = Double.leastNonzeroMagnitude
    // log(1/2⁻¹⁰⁷⁴) = 1074 log 2
    #expect(try klDivergence(of: [4], relativeTo: [least], unit: .bits) == 4 * 1076)
    // 2⁻¹⁰⁷⁴·log₂(2⁻¹⁰⁷⁶) = −1076·2⁻¹⁰⁷⁴
    #expect(try klDivergence(of: [least], relativeTo: [4], unit: .bits) == -1076 * least)
  }

  @Test("cross entropy from logits is that of the softmax", arguments: seeds)
  func fromLogits(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...12)
    let (z, y) = (random.vector(count), random.distribution(count))
    let direct = try crossEntropy(logits: z, target: y)
    let composed = try crossEntropy(of: y, relativeTo: softmax(z))
    #expect(abs(direct - composed) <= 8 * epsilon * max(1, direct))
    for label in 0..<count {
      let oneHot = (0..<count).map { $0 == label ? 1.0 : 0 }
      let byLabel = try crossEntropy(logits: z, label: label)
      #expect(byLabel == (try crossEntropy(logits: z, target: oneHot)))
      #expect(
        try crossEntropyGradient(logits: z, label: label)
          == crossEntropyGradient(logits: z, target: oneHot))
    }
  }

  @Test("the loss stays finite where the probability is too small for a Double")
  func lossBeyondTheProbability() throws {
    #expect(softmax([0, -2000])[1] == 0)
    #expect(try crossEntropy(logits: [0, -2000], label: 1) == 2000)
    // log1p(e⁻⁵⁰) = e⁻⁵⁰ to all digits of a Double; softmax gives exactly 1 and would give 0.
    #expect(softmax([50, 0])[0] == 1)
    #expect(try crossEntropy(logits: [50, 0], label: 0) == softmax([50, 0])[1])
  }

  @Test("a masked class costs nothing with weight 0 and ∞ with any other")
  func maskedClass() throws {
    let z = [1, -Double.infinity, 2]
    #expect(try crossEntropy(logits: z, target: [0.5, 0, 0.5]).isFinite)
    #expect(try crossEntropy(logits: z, target: [0.5, 0.1, 0.4]) == .infinity)
    #expect(try crossEntropy(logits: z, label: 1) == .infinity)
    #expect(try crossEntropyGradient(logits: z, target: [0.5, 0, 0.5])[1] == 0)
    #expect(try crossEntropyGradient(logits: z, label: 1)[1] == -1)
  }
}

@Suite("Distribution")
struct DistributionTests {
  @Test("probabilities are kept as they were given")
  func kept() throws {
    #expect(try Distribution([0.5, 0.3, 0.2]).probabilities == [0.5, 0.3, 0.2])
    #expect(try Distribution([1]).probabilities == [1])
    #expect(try Distribution([0.333333, 0.333333, 0.333333]).probabilities.count == 3)
  }

  @Test(
    "what is no distribution is refused with its reason",
    arguments: [
      ([], "A distribution needs at least one probability; give one for each class."),
      ([0.5, .nan], "Probability 2 is not a number; give one between 0 and 1."),
      ([1.5, -0.5], "Probability 2 is -0.5, less than 0; give one between 0 and 1."),
      ([.infinity, 0], "Probability 1 is infinite; give one between 0 and 1."),
      ([0.5, 0.25], "The probabilities add up to 0.75, not to 1; change them so that they do."),
    ] as [([Double], String)])
  func refused(entries: [Double], sentence: String) {
    let error = #expect(throws: DistributionError.self) { try Distribution(entries) }
    #expect(error?.description == sentence)
  }

  @Test("counts become their shares")
  func normalizing() throws {
    #expect(try Distribution(normalizing: [1, 2, 1]).probabilities == [0.25, 0.5, 0.25])
    #expect(try Distribution(normalizing: [1e308, 1e308]).probabilities == [0.5, 0.5])
    let error = #expect(throws: DistributionError.self) { try Distribution(normalizing: [0, 0]) }
    #expect(
      error?.description
        == "The counts add up to 0, so no share can be taken; make at least one of them positive.")
  }
}
