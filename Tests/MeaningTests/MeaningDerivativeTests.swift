import Meaning
import Notation
import SoftmaxCore
import Testing

@Suite("Derivatives")
struct MeaningDerivativeTests {
  /// Random scores and targets for a seed: 2 to 12 classes, spread up to ±spread.
  static func bindings(seed: UInt64, spread: Double = 3, unit: InformationUnit = .nats) -> Bindings
  {
    var generator = SplitMix64(seed: seed)
    let count = 2 + Int(seed % 11)
    func vector() -> [Double] {
      (0..<count).map { _ in Double.random(in: -spread...spread, using: &generator) }
    }
    func distribution() -> [Double] {
      let weights = (0..<count).map { _ in Double.random(in: 0.1...1, using: &generator) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
    var bindings = Bindings(unit: unit)
    bindings["z"] = .vector(vector())
    bindings["y"] = .vector(distribution())
    bindings["P"] = .vector(distribution())
    bindings["T"] = .scalar(Double.random(in: 0.5...2, using: &generator))
    bindings.indices["i"] = Int.random(in: 1...count, using: &generator)
    bindings.indices["j"] = Int.random(in: 1...count, using: &generator)
    return bindings
  }

  static let firstOrder = [
    "\\frac{\\partial p_i}{\\partial z_j}", "\\frac{\\partial L}{\\partial z_i}",
    "\\frac{\\partial (p_i^2 e^{p_j})}{\\partial p_i}",
    "\\frac{\\partial}{\\partial z_i} \\log p_j",
    "\\nabla_z H(p)", "\\frac{\\partial D_{KL}(P \\| p)}{\\partial z_j}",
    "\\frac{\\partial S}{\\partial z_i}", "\\frac{\\partial L}{\\partial T}",
    "\\frac{\\partial}{\\partial z_i} \\sqrt{1 + z_i^2}",
    "\\frac{\\partial}{\\partial z_i} \\left(z_j^3 p_i^{-1/2} + \\sigma(z_i)\\right)",
    "\\frac{\\partial p}{\\partial z}",
  ]

  @Test(
    "dual numbers agree with central differences", arguments: firstOrder, 0..<12 as Range<UInt64>)
  func centralDifferences(latex: String, seed: UInt64) throws {
    let bindings = Self.bindings(seed: seed)
    let reading = Reading(Formula(latex), names: .course)
    let exact = try reading.value(bindings: bindings)
    let (differences, step) = try #require(
      try reading.centralDifference(chain: 0, side: 0, bindings: bindings))
    for (a, b) in zip(exact.numbers, differences.numbers) {
      // Truncation h²/6 · f‴, with f‴ below 100 at these scores, and rounding of the values over h.
      let slack = 100 * step * step + 0x1p-48 * b.magnitude.double + 4 * b.error.double
      #expect(abs(a.double - b.double) <= slack, "\(latex), seed \(seed)")
    }
  }

  @Test(
    "∂p/∂z is SoftmaxCore's Jacobian, ∂L/∂z its gradient, in every unit",
    arguments: 0..<44 as Range<UInt64>)
  func core(seed: UInt64) throws {
    // Ordinary scores, and every other time ones up to ±700.
    let unit = InformationUnit.allCases[Int(seed % 3)]
    let bindings = Self.bindings(seed: seed, spread: seed % 2 == 0 ? 5 : 700, unit: unit)
    guard case .vector(let z)? = bindings["z"], case .vector(let y)? = bindings["y"],
      case .scalar(let T)? = bindings["T"]
    else { return }
    let pairs: [(String, [Double])] = [
      ("\\frac{\\partial p}{\\partial z}", try softmaxJacobian(z, temperature: T).flatMap { $0 }),
      ("\\nabla_z L", try crossEntropyGradient(logits: z, target: y, temperature: T, unit: unit)),
    ]
    for (latex, expected) in pairs {
      let value = try Formula(latex).value(names: .course, bindings: bindings)
      #expect(value.numbers.count == expected.count)
      for (formula, core) in zip(value.numbers, expected) {
        let slack = 4 * formula.error.double + 0x1p-48 * abs(core) + 0x1p-1000
        #expect(abs(formula.double - core) <= slack, "\(latex), seed \(seed)")
      }
    }
  }

  @Test(
    "second derivatives have their closed form, and are symmetric",
    arguments: 0..<22 as Range<UInt64>)
  func secondDerivatives(seed: UInt64) throws {
    let bindings = Self.bindings(seed: seed, spread: seed % 2 == 0 ? 3 : 350)
    var cold = bindings
    cold["T"] = .scalar(1)
    for latex in [
      "\\frac{\\partial^2 p_i}{\\partial z_i^2} = p_i (1 - p_i) (1 - 2 p_i)",
      "\\frac{\\partial}{\\partial z_i} \\frac{\\partial p_i}{\\partial z_i} = \\frac{\\partial^2 p_i}{\\partial z_i \\partial z_i}",
      "\\frac{\\partial^2 L}{\\partial z_i \\partial z_j} = p_i (\\mathbb{1}(i = j) - p_j)",
      "\\frac{\\partial^2 L}{\\partial z_i \\partial z_j} = \\frac{\\partial^2 L}{\\partial z_j \\partial z_i}",
      "\\nabla_z L = p - y",
    ] {
      let judgement = try Reading(Formula(latex), names: .course).judged(here: cold)[0]
      #expect(judgement.here?.verdict == .holds, "\(latex), seed \(seed)")
    }
  }

  @Test("∂ by a name takes that name as independent of its definition")
  func independence() throws {
    let bindings = Self.bindings(seed: 3)
    for latex in [
      // p moves z, and not the other way round.
      "\\frac{\\partial z_i}{\\partial p_i} = 0",
      // The inner ∂ freezes p; the outer one differentiates through it.
      "\\frac{\\partial}{\\partial z_j} \\frac{\\partial (p_i^2)}{\\partial p_i} = 2 \\frac{\\partial p_i}{\\partial z_j}",
      // Two ∂ by the same variable, one inside the other, are not confused.
      "\\frac{\\partial}{\\partial z_i} (z_i \\frac{\\partial}{\\partial z_i} (z_i + z_j)) = 1",
      "\\sum_k \\frac{\\partial L}{\\partial p_k} \\frac{\\partial p_k}{\\partial z_i} = \\frac{\\partial L}{\\partial z_i}",
    ] {
      let judgement = try Reading(Formula(latex), names: .course).judged(here: bindings)[0]
      #expect(judgement.here?.verdict == .holds, "\(latex): \(String(describing: judgement.here))")
    }
  }

  @Test(
    "every defined quantity that SoftmaxCore has is SoftmaxCore's",
    arguments: 0..<33 as Range<UInt64>)
  func coreQuantities(seed: UInt64) throws {
    let unit = InformationUnit.allCases[Int(seed % 3)]
    let bindings = Self.bindings(seed: seed, spread: seed % 2 == 0 ? 4 : 600, unit: unit)
    let quantities = CoreQuantity.defined(in: .course)
    // All but I without an argument, which a lesson defines for itself.
    #expect(quantities.count == CoreQuantity.all.count - 1)
    for quantity in quantities {
      // Scores that are far apart leave some probabilities without a normal Double.
      guard let (formula, core, agree) = try quantity.compared(names: .course, bindings: bindings)
      else {
        #expect(seed % 2 == 1, "\(quantity.probe) has a value in SoftmaxCore")
        continue
      }
      #expect(agree, "\(quantity.probe): \(formula) and \(core), seed \(seed)")
    }
  }
}
