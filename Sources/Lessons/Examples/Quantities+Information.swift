public import SoftmaxCore

// Information, entropy, divergence, cross entropy: all in the example's unit.
extension Quantities {
  /// −log p of each class.
  public var information: [Double] { logProbabilities.map { 0 - $0 } }

  /// −log p in a unit of one's choice.
  public func information(in unit: InformationUnit) -> [Double] {
    if let given = example.givenProbabilities {
      return SoftmaxCore.information(given, unit: unit)
    }
    let logs = try? logSoftmax(example.logits, temperature: example.temperature, unit: unit)
    return (logs ?? example.logits.map { _ in .nan }).map { 0 - $0 }
  }

  /// H(p).
  public var entropy: Double {
    guard example.givenProbabilities == nil else {
      return SoftmaxCore.entropy(probabilities, unit: unit)
    }
    let entropy = try? SoftmaxCore.entropy(
      logits: example.logits, temperature: example.temperature, unit: unit)
    return entropy ?? .nan
  }

  /// −p log p of each class; they add up to H(p).
  public var entropyTerms: [Double] {
    guard example.givenProbabilities == nil else {
      return probabilities.map { SoftmaxCore.entropy([$0], unit: unit) }
    }
    let terms = try? SoftmaxCore.entropyTerms(
      logits: example.logits, temperature: example.temperature, unit: unit)
    return terms ?? example.logits.map { _ in .nan }
  }

  /// log n, the largest H of n classes.
  public var entropyBound: Double {
    logSumExp(example.logits.map { _ in 0 }, unit: unit)
  }

  /// H(P).
  public var referenceEntropy: Double { SoftmaxCore.entropy(reference, unit: unit) }

  /// −P log P of each class.
  public var referenceEntropyTerms: [Double] {
    reference.map { SoftmaxCore.entropy([$0], unit: unit) }
  }

  /// H(P, p) = H(P) + D(P‖p).
  public var crossEntropyOfReference: Double { crossEntropy(of: reference) }

  /// −P log p of each class; they add up to H(P, p).
  public var crossEntropyTerms: [Double] { crossEntropyTerms(of: reference) }

  /// The loss, H(y, p).
  public var loss: Double { crossEntropy(of: target) }

  /// −y log p of each class; they add up to the loss.
  public var lossTerms: [Double] { crossEntropyTerms(of: target) }

  /// H(y).
  public var targetEntropy: Double { SoftmaxCore.entropy(target, unit: unit) }

  /// D(y‖p).
  public var targetDivergence: Double { divergence(of: target) }

  /// D(P‖p): never negative, ∞ where p excludes what P has.
  public var divergence: Double { divergence(of: reference) }

  /// P log(P/p) of each class, of either sign; they add up to D(P‖p).
  public var divergenceTerms: [Double] {
    guard example.givenProbabilities == nil else {
      return zip(reference, probabilities).map {
        (try? klDivergence(of: [$0], relativeTo: [$1], unit: unit)) ?? .nan
      }
    }
    let terms = try? klDivergenceTerms(
      of: reference, relativeToLogits: example.logits, temperature: example.temperature,
      unit: unit)
    return terms ?? example.logits.map { _ in .nan }
  }

  /// D(p‖P): not the same number, and ∞ where P excludes what p has.
  public var reverseDivergence: Double {
    guard example.givenProbabilities == nil else {
      return (try? klDivergence(of: probabilities, relativeTo: reference, unit: unit)) ?? .nan
    }
    let divergence = try? klDivergence(
      ofLogits: example.logits, relativeTo: reference, temperature: example.temperature,
      unit: unit)
    return divergence ?? .nan
  }

  /// From the logits where there are any: log p stays finite where p is 0 as a Double.
  private func crossEntropy(of weights: [Double]) -> Double {
    if example.givenProbabilities != nil {
      return (try? SoftmaxCore.crossEntropy(of: weights, relativeTo: probabilities, unit: unit))
        ?? .nan
    }
    let value = try? SoftmaxCore.crossEntropy(
      logits: example.logits, target: weights, temperature: example.temperature, unit: unit)
    return value ?? .nan
  }

  private func crossEntropyTerms(of weights: [Double]) -> [Double] {
    zip(weights, information).map { $0 == 0 ? 0 : $0 * $1 }
  }

  private func divergence(of weights: [Double]) -> Double {
    guard example.givenProbabilities == nil else {
      return (try? klDivergence(of: weights, relativeTo: probabilities, unit: unit)) ?? .nan
    }
    let divergence = try? klDivergence(
      of: weights, relativeToLogits: example.logits, temperature: example.temperature, unit: unit)
    return divergence ?? .nan
  }
}
