import Foundation
import Lessons
import SoftmaxCore
import Testing

/// Examples of every kind: plain, far apart, masked, hot, cold, in every unit.
enum Examples {
  static let all: [Example] = InformationUnit.allCases.flatMap { unit in
    [
      Example(unit: unit),
      Example(logits: [1000, 1001, 1002], target: [0.2, 0.3, 0.5], unit: unit),
      Example(logits: [-1000, 0, 1000], unit: unit),
      Example(logits: [2, -.infinity, 0], reference: [0.5, 0, 0.5], unit: unit),
      Example(logits: [2, 1, 0], target: [0.5, 0.25, 0.25], temperature: 2.5, unit: unit),
      Example(
        logits: [3, 3], target: [0, 1], reference: [0.9, 0.1], temperature: 0.4, unit: unit),
    ]
  }
}

@Suite("the quantities of an example")
struct QuantitiesTests {
  /// Sums of a few rounded terms: some hundred ulps of the largest.
  private func close(_ a: Double, _ b: Double) -> Bool {
    a == b || abs(a - b) <= 1e-13 * max(1, abs(a), abs(b))
  }

  @Test("divergence and entropy are the core's, from the logits", arguments: Examples.all)
  func fromLogits(example: Example) throws {
    let q = Quantities(example)
    let (z, temperature, unit) = (example.logits, example.temperature, example.unit)
    #expect(q.entropy == (try entropy(logits: z, temperature: temperature, unit: unit)))
    #expect(
      q.targetDivergence
        == (try klDivergence(
          of: example.target, relativeToLogits: z, temperature: temperature, unit: unit)))
    #expect(
      q.reverseDivergence
        == (try klDivergence(
          ofLogits: z, relativeTo: example.reference, temperature: temperature, unit: unit)))
  }

  @Test("terms add up to what they are the terms of", arguments: Examples.all)
  func sums(example: Example) {
    let q = Quantities(example)
    #expect(close(q.probabilities.reduce(0, +), 1))
    #expect(close(q.entropyTerms.reduce(0, +), q.entropy))
    #expect(close(q.divergenceTerms.reduce(0, +), q.divergence))
    #expect(close(q.crossEntropyTerms.reduce(0, +), q.crossEntropyOfReference))
    #expect(close(q.referenceEntropyTerms.reduce(0, +), q.referenceEntropy))
    #expect(close(q.lossTerms.reduce(0, +), q.loss))
    // Exactly: what rounding leaves of it is no number to show.
    #expect(q.gradientSum == 0)
  }

  @Test("H(P, p) = H(P) + D(P‖p), and D is never negative", arguments: Examples.all)
  func decomposition(example: Example) {
    let q = Quantities(example)
    #expect(close(q.crossEntropyOfReference, q.referenceEntropy + q.divergence))
    #expect(close(q.loss, q.targetEntropy + q.targetDivergence))
    #expect(q.divergence >= 0 && q.reverseDivergence >= 0 && q.targetDivergence >= 0)
    #expect(q.entropy >= 0 && q.entropy <= q.entropyBound * (1 + 1e-15))
  }

  @Test("log p = z/T − log S, in the example's unit", arguments: Examples.all)
  func logarithms(example: Example) {
    let q = Quantities(example)
    for (k, scaled) in q.scaledLogits.enumerated() where scaled.isFinite {
      #expect(
        close(q.logProbabilities[k], scaled / example.unit.naturalLogOfBase - q.logSum),
        "class \(k + 1) of \(example)")
    }
  }

  @Test("the shifted exponentials are p up to a factor, at most 1", arguments: Examples.all)
  func shifted(example: Example) {
    let q = Quantities(example)
    #expect(q.shiftedExponentials.max() == 1)
    for (e, p) in zip(q.shiftedExponentials, q.probabilities) {
      #expect(close(e / q.shiftedSum, p))
    }
    #expect(q.exponentials == q.scaledLogits.map { exp($0) })
  }

  @Test("the Jacobian and the gradient agree with central differences", arguments: Examples.all)
  func derivatives(example: Example) {
    let q = Quantities(example)
    // A step of 6e-6 leaves about 1e-10 of the value, and a loss of scores 1000 apart is 1000.
    let scale = max(1, q.loss.isFinite ? q.loss : 1)
    #expect(q.largestGradientDifference < 1e-8 * scale, "\(example)")
    #expect(q.largestJacobianDifference < 1e-8, "\(example)")
    #expect(q.largestJacobianRowSum < 1e-14)
  }

  @Test(
    "no temperature makes the differences trap",
    arguments: [0, .leastNonzeroMagnitude, 1e-300, 1e300, .infinity])
  func extremeTemperatures(temperature: Double) {
    let q = Quantities(Example(logits: [2, 2, -.infinity], temperature: temperature))
    #expect(q.numericGradient.count == 3 && q.numericJacobian.count == 3)
    #expect(q.gradient.count == 3 && q.temperatureVariants.count >= 5)
  }

  @Test("the gradient is p·Σy − y over T ln b", arguments: Examples.all)
  func gradient(example: Example) {
    let q = Quantities(example)
    let total = example.target.reduce(0, +)
    for k in example.logits.indices {
      let plain = q.probabilities[k] * total - example.target[k]
      #expect(close(q.gradientInNats[k], plain), "\(example)")
      #expect(close(q.gradient[k], plain * q.gradientFactor), "\(example)")
    }
  }

  @Test("the unit scales information and leaves p, J and the gradient in nats alone")
  func units() {
    let nats = Quantities(Example())
    for unit in InformationUnit.allCases {
      let q = Quantities(Example(unit: unit))
      #expect(q.probabilities == nats.probabilities)
      #expect(q.jacobian == nats.jacobian)
      #expect(q.gradientInNats == nats.gradientInNats)
      #expect(close(q.entropy * unit.naturalLogOfBase, nats.entropy))
      #expect(close(q.loss * unit.naturalLogOfBase, nats.loss))
      #expect(zip(q.information, nats.information(in: unit)).allSatisfy { close($0, $1) })
    }
  }

  @Test("the course opens on 0.6652, 0.2447, 0.0900")
  func opening() {
    let q = Quantities(Example())
    #expect(q.probabilities.map { formatted($0, decimals: 4) } == ["0.6652", "0.2447", "0.0900"])
  }

  @Test("a class of probability 0 as a Double still has a finite surprise, if it is not masked")
  func underflow() {
    let q = Quantities(Example(logits: [-1000, 0, 1000], target: [1, 0, 0]))
    #expect(q.probabilities[0] == 0)
    #expect(q.information[0] == 2000 && q.loss == 2000)
    #expect(q.divergence.isFinite && q.divergenceTerms.allSatisfy { $0.isFinite })
  }

  @Test("p = 0 against P > 0 is infinite, and the reverse costs nothing")
  func masked() {
    let q = Quantities(Example(logits: [2, -.infinity, 0], reference: [0.5, 0.3, 0.2]))
    #expect(q.divergence == .infinity && q.crossEntropyOfReference == .infinity)
    #expect(q.reverseDivergence.isFinite)
    let zero = Quantities(Example(reference: [0.5, 0.5, 0]))
    #expect(zero.divergence.isFinite)
    #expect(zero.reverseDivergence == .infinity)
  }

  @Test("temperatures run from one-hot to uniform, with the example's own among them")
  func temperatures() {
    let variants = Quantities(Example(temperature: 0.7)).temperatureVariants
    #expect(variants.map(\.temperature) == [0, 0.5, 0.7, 1, 2, .infinity])
    #expect(variants.first?.probabilities == [1, 0, 0])
    #expect(variants.last?.probabilities.allSatisfy { close($0, 1 / 3.0) } == true)
    for (cold, hot) in zip(variants, variants.dropFirst()) {
      #expect(entropy(cold.probabilities) < entropy(hot.probabilities))
    }
  }

  @Test("the hard maximum is one-hot, and ties share it")
  func hardMaximum() {
    #expect(Quantities(Example(logits: [-7, 5, 10])).hardMaximum == [0, 0, 1])
    #expect(Quantities(Example(logits: [5, 5, 0])).hardMaximum == [0.5, 0.5, 0])
  }

  @Test("two classes: softmax is the sigmoid of the difference; sigmoids alone do not share")
  func sigmoids() {
    let two = Quantities(Example(logits: [3, 1], target: [1, 0], reference: [0.5, 0.5]))
    let difference = Quantities(Example(logits: [2, 0], target: [1, 0], reference: [0.5, 0.5]))
    #expect(close(two.probabilities[0], difference.sigmoids[0]))
    #expect(Quantities(Example()).sigmoids.reduce(0, +) > 2)
  }

  @Test("given probabilities stand for p in every quantity")
  func given() {
    let p = [0.7, 0.2, 0.1]
    let q = Quantities(
      Example(logits: [9, 9, 9], target: [0, 1, 0], unit: .bits, givenProbabilities: p))
    #expect(q.probabilities == p)
    #expect(zip(q.gradientInNats, [0.7, -0.8, 0.1]).allSatisfy { close($0, $1) })
    #expect(close(q.jacobian[0][1], -0.7 * 0.2))
    #expect(close(q.loss, -log2(0.2)))
    #expect(q.largestGradientDifference < 1e-8)
  }
}
