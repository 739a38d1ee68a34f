public import SoftmaxCore

/// Everything the panels show of an example, computed by SoftmaxCore when it is asked for.
///
/// Information is in the example's unit. With given probabilities (`o`) these stand in the place of
/// softmax(z), and nothing is claimed of z.
public struct Quantities: Hashable, Sendable {
  public let example: Example
  /// p = softmax(z/T), or the given probabilities.
  public let probabilities: [Double]
  /// −log p, in the example's unit; +∞ for a masked class.
  public let information: [Double]

  public init(_ example: Example) {
    self.example = example
    if let given = example.givenProbabilities {
      probabilities = given
      information = SoftmaxCore.information(given, unit: example.unit)
    } else {
      probabilities = Self.softmax(example.logits, example.temperature)
      let logs = try? logSoftmax(
        example.logits, temperature: example.temperature, unit: example.unit)
      // From the logits, not from p: −log p stays finite where p itself underflows.
      information = (logs ?? []).map { $0 == 0 ? 0 : -$0 }
    }
  }

  private var unit: InformationUnit { example.unit }

  /// The example's temperature is 0 or more, so SoftmaxCore has nothing to refuse.
  private static func softmax(_ logits: [Double], _ temperature: Double) -> [Double] {
    (try? SoftmaxCore.softmax(logits, temperature: temperature)) ?? []
  }

  // MARK: One distribution

  /// H(p), in the example's unit.
  public var entropy: Double { SoftmaxCore.entropy(probabilities, unit: unit) }
  /// log n, the entropy of the uniform distribution.
  public var entropyBound: Double {
    SoftmaxCore.information(1 / Double(example.classCount), unit: unit)
  }
  /// −p log p of each class; 0 where p is 0.
  public var entropyTerms: [Double] {
    zip(probabilities, information).map { $0 == 0 ? 0 : $0 * $1 }
  }

  // MARK: Two distributions

  /// P, the distribution that p is compared with.
  public var reference: [Double] { example.reference }
  /// H(P).
  public var referenceEntropy: Double { SoftmaxCore.entropy(reference, unit: unit) }
  /// −P log P of each class.
  public var referenceEntropyTerms: [Double] {
    zip(reference, SoftmaxCore.information(reference, unit: unit)).map { $0 == 0 ? 0 : $0 * $1 }
  }
  /// H(P, p) = −Σ P log p: as the sum of its terms, which know log p also where p underflows.
  public var crossEntropyOfReference: Double { crossEntropyTerms.reduce(0, +) }
  /// −P log p of each class; 0 where P is 0.
  public var crossEntropyTerms: [Double] {
    zip(reference, information).map { $0 == 0 ? 0 : $0 * $1 }
  }
  /// D(P‖p) ≥ 0.
  public var divergence: Double {
    if probabilities.contains(0) { return max(0, divergenceTerms.reduce(0, +)) }
    return (try? klDivergence(of: reference, relativeTo: probabilities, unit: unit)) ?? .nan
  }
  /// P log(P/p) of each class.
  public var divergenceTerms: [Double] {
    zip(crossEntropyTerms, referenceEntropyTerms).map { $0 - $1 }
  }
  /// D(p‖P).
  public var reverseDivergence: Double {
    (try? klDivergence(of: probabilities, relativeTo: reference, unit: unit)) ?? .nan
  }

  // MARK: The loss

  /// L = −Σ y log p.
  public var loss: Double {
    zip(example.target, information).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.0 * $1.1 }
  }
  /// ∂L/∂z = (p·Σy − y)/(T ln b).
  public var gradient: [Double] {
    (try? crossEntropyGradient(
      logits: example.logits, target: example.target, temperature: example.temperature, unit: unit))
      ?? []
  }
  /// The same by central differences of the loss.
  public var numericGradient: [Double] {
    centralDifference(
      of: { logits in
        (try? crossEntropy(
          logits: logits, target: example.target, temperature: example.temperature, unit: unit))
          ?? .nan
      }, at: example.logits)
  }
  /// The largest |gradient − central difference| over the classes.
  public var largestGradientDifference: Double {
    zip(gradient, numericGradient).map { abs($0 - $1) }.max() ?? 0
  }

  // MARK: The Jacobian

  /// J = (diag p − ppᵀ)/T, row i the output, column j the score.
  public var jacobian: [[Double]] {
    (try? softmaxJacobian(example.logits, temperature: example.temperature)) ?? []
  }
  /// The row sum farthest from 0: rounding, and nothing else.
  public var largestJacobianRowSum: Double {
    jacobian.map { abs($0.reduce(0, +)) }.max() ?? 0
  }

  // MARK: Beside softmax

  /// exp(z/T); +∞ above about 709, where a Double ends.
  public var exponentials: [Double] {
    example.logits.map { exponential($0 / example.temperature) }
  }

  /// p at temperature 0, ½, 1, 2, ∞, and at the example's own if that is another.
  public var temperatureVariants: [TemperatureVariant] {
    var temperatures = [0, 0.5, 1, 2, Double.infinity]
    if !temperatures.contains(example.temperature) { temperatures.append(example.temperature) }
    return temperatures.sorted().map {
      TemperatureVariant(temperature: $0, probabilities: Self.softmax(example.logits, $0))
    }
  }

  public struct TemperatureVariant: Hashable, Sendable {
    public var temperature: Double
    public var probabilities: [Double]
  }

  /// σ(z) of each score alone: the first of softmax([z, 0]).
  public var sigmoids: [Double] { example.logits.map { SoftmaxCore.softmax([$0, 0])[0] } }
  /// The one-hot argmax; classes that tie share it.
  public var hardMaximum: [Double] { Self.softmax(example.logits, 0) }

  /// The sum of the probabilities as they are shown: rounded numbers need not add up to 1.
  public func shownSum(decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return probabilities.reduce(0) { $0 + ($1 * scale).rounded() } / scale
  }

  private func exponential(_ value: Double) -> Double {
    value.isNaN ? .nan : value == -.infinity ? 0 : Self.exp(value)
  }
}
