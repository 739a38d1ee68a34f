import Meaning
public import SoftmaxCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Everything that panels and commands show of an example, computed by `SoftmaxCore`.
///
/// What depends on a logarithm is in the example's unit. The example is taken as valid (see its
/// editing functions); of one that is not, the quantities are NaN.
public struct Quantities: Hashable, Sendable {
  public let example: Example
  /// p = softmax(z/T), or the probabilities that were given in its place.
  public let probabilities: [Double]
  /// log p, finite also where p itself underflows to 0.
  public let logProbabilities: [Double]

  public init(_ example: Example) {
    self.example = example
    if let given = example.givenProbabilities {
      probabilities = given
      logProbabilities = SoftmaxCore.information(given, unit: example.unit).map { 0 - $0 }
    } else {
      let unknown = example.logits.map { _ in Double.nan }
      probabilities =
        (try? softmax(example.logits, temperature: example.temperature)) ?? unknown
      logProbabilities =
        (try? logSoftmax(example.logits, temperature: example.temperature, unit: example.unit))
        ?? unknown
    }
  }

  public var unit: InformationUnit { example.unit }
  public var target: [Double] { example.target }
  /// P.
  public var reference: [Double] { example.reference }

  /// Logits whose softmax at `effectiveTemperature` is p: where p was given, its own logarithms, so
  /// that every derivative belongs to the p on screen.
  public var effectiveLogits: [Double] {
    guard let given = example.givenProbabilities else { return example.logits }
    return SoftmaxCore.information(given).map { 0 - $0 }
  }

  /// T, or 1 where p was given.
  public var effectiveTemperature: Double {
    example.givenProbabilities == nil ? example.temperature : 1
  }
}

// The softmax
extension Quantities {
  /// z/T: ±∞ at T = 0, but 0 stays 0, and a masked class is masked at any T.
  public var scaledLogits: [Double] {
    example.logits.map { $0 == 0 || $0 == -.infinity ? $0 : $0 / example.temperature }
  }

  /// e^{z/T}, as it stands in the formula: it overflows to ∞ from z/T = 710 on.
  public var exponentials: [Double] { scaledLogits.map(exp) }

  /// S = Σ e^{z/T}, with the same overflow.
  public var sum: Double { exponentials.reduce(0, +) }

  /// log S, from the shifted form, so finite for any finite scores.
  public var logSum: Double {
    (try? logSumExp(example.logits, temperature: example.temperature, unit: unit)) ?? .nan
  }

  /// ln S, whatever the unit: S itself is e to it.
  public var logSumInNats: Double { logSum * unit.naturalLogOfBase }

  /// Σ p and Σ P: 1 but for rounding, and shown as what they are.
  public var probabilitySum: Double { probabilities.reduce(0, +) }
  public var referenceSum: Double { reference.reduce(0, +) }

  /// The largest score, which the shifted form subtracts.
  public var peak: Double { example.logits.max() ?? -.infinity }

  /// e^{(z − max z)/T}: at most 1, and 1 at the largest score.
  public var shiftedExponentials: [Double] {
    let largest = probabilitiesOfLogits.max() ?? 1
    return probabilitiesOfLogits.map { $0 / largest }
  }

  /// Σ e^{(z − max z)/T}, from 1 to n.
  public var shiftedSum: Double { shiftedExponentials.reduce(0, +) }

  private var probabilitiesOfLogits: [Double] {
    (try? softmax(example.logits, temperature: example.temperature)) ?? []
  }

  /// One-hot argmax, the softmax at T = 0; equal largest scores share.
  public var hardMaximum: [Double] { (try? softmax(effectiveLogits, temperature: 0)) ?? [] }

  /// σ(z) of each score alone: softmax of that score against 0.
  public var sigmoids: [Double] { effectiveLogits.map { softmax([$0, 0])[0] } }

  /// They do not compete, so this is not 1.
  public var sigmoidSum: Double { sigmoids.reduce(0, +) }

  /// p at one temperature.
  public struct TemperatureVariant: Hashable, Sendable {
    public var temperature: Double
    public var probabilities: [Double]
  }

  /// p from T = 0, the hard maximum, to T = ∞, the uniform distribution; the example's own T among
  /// them.
  public var temperatureVariants: [TemperatureVariant] {
    Set([0, 0.5, 1, 2, .infinity, effectiveTemperature]).sorted().map { temperature in
      TemperatureVariant(temperature: temperature, probabilities: probabilities(at: temperature))
    }
  }

  /// softmax(z/T) for a T of one's choice.
  public func probabilities(at temperature: Double) -> [Double] {
    let logits = effectiveLogits
    return (try? softmax(logits, temperature: temperature)) ?? logits.map { _ in .nan }
  }
}
