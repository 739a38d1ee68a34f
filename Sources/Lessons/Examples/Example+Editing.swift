import SoftmaxCore

/// Changes keep an example valid: as many targets as logits, distributions that add up to 1, at
/// least one class that is not masked. What would break that is refused, and the example is left
/// as it was.
extension Example {
  /// Classes are counted from 0.
  public mutating func setLogit(_ index: Int, to value: Double) -> Result<Void, EditRefusal> {
    guard !value.isNaN else { return .failure(.notANumber) }
    guard value < .infinity else { return .failure(.infiniteLogit) }
    var changed = logits
    changed[index] = value
    guard changed.contains(where: \.isFinite) else { return .failure(.everythingMasked) }
    logits = changed
    return .success(())
  }

  /// Sets one entry of y; the others give or take in their old proportions.
  ///
  /// A weight from 0 to 1 stands as it was typed, and the others share what is left of 1 (equally,
  /// if all of them were 0). A larger one is a weight among the others: all are divided by the sum.
  public mutating func setTarget(_ index: Int, weight: Double) -> Result<Void, EditRefusal> {
    Self.set(index, of: &target, weight: weight)
  }

  /// The same for P.
  public mutating func setReference(_ index: Int, weight: Double) -> Result<Void, EditRefusal> {
    Self.set(index, of: &reference, weight: weight)
  }

  private static func set(
    _ index: Int, of distribution: inout [Double], weight: Double
  ) -> Result<Void, EditRefusal> {
    guard !weight.isNaN else { return .failure(.notANumber) }
    guard weight >= 0 else { return .failure(.negativeWeight(weight)) }
    guard weight.isFinite else { return .failure(.infiniteWeight) }
    if weight > 1 {
      distribution[index] = weight
      distribution = normalized(distribution)
      return .success(())
    }
    var others = distribution
    others[index] = 0
    if !others.contains(where: { $0 > 0 }) {
      others = others.indices.map { $0 == index ? 0 : 1 }
    }
    distribution = normalized(others).map { $0 * (1 - weight) }
    distribution[index] = weight
    return .success(())
  }

  public mutating func setTemperature(_ value: Double) -> Result<Void, EditRefusal> {
    guard !value.isNaN else { return .failure(.notANumber) }
    guard value >= 0 else { return .failure(.negativeTemperature(value)) }
    temperature = value
    return .success(())
  }

  public mutating func setDecimals(_ value: Int) -> Result<Void, EditRefusal> {
    guard Self.decimalCounts.contains(value) else { return .failure(.decimalsOutOfRange(value)) }
    decimals = value
    return .success(())
  }

  /// A new last class with logit 0. It has no part in the target or in P yet, so both stay
  /// distributions. Probabilities that were given are given no longer.
  public mutating func addClass() -> Result<Void, EditRefusal> {
    guard classCount < Self.classCounts.upperBound else {
      return .failure(.tooManyClasses(most: Self.classCounts.upperBound))
    }
    logits.append(0)
    target.append(0)
    reference.append(0)
    givenProbabilities = nil
    return .success(())
  }

  /// The other classes keep their proportions. If the class had all of the target or of P, the one
  /// that takes its place inherits it.
  public mutating func deleteClass(_ index: Int) -> Result<Void, EditRefusal> {
    guard classCount > Self.classCounts.lowerBound else {
      return .failure(.tooFewClasses(least: Self.classCounts.lowerBound))
    }
    var rest = logits
    rest.remove(at: index)
    guard rest.contains(where: \.isFinite) else { return .failure(.everythingMasked) }
    logits = rest
    Self.remove(index, from: &target)
    Self.remove(index, from: &reference)
    (i, j) = (Self.moved(i, past: index, rest.count), Self.moved(j, past: index, rest.count))
    givenProbabilities = nil
    return .success(())
  }

  private static func remove(_ index: Int, from distribution: inout [Double]) {
    distribution.remove(at: index)
    distribution =
      distribution.contains { $0 > 0 }
      ? normalized(distribution)
      : oneHot(min(index, distribution.count - 1), of: distribution.count)
  }

  private static func moved(_ chosen: Int, past deleted: Int, _ count: Int) -> Int {
    min(chosen > deleted ? chosen - 1 : chosen, count - 1)
  }

  private static func normalized(_ weights: [Double]) -> [Double] {
    (try? Distribution(normalizing: weights).probabilities) ?? weights
  }

  public static func oneHot(_ index: Int, of count: Int) -> [Double] {
    (0..<count).map { $0 == index ? 1 : 0 }
  }

  /// A plain distribution that is not one-hot: weights n, n − 1 … 1; for three classes the course's
  /// own [.5, .3, .2].
  public static func descendingWeights(_ count: Int) -> [Double] {
    count == 3 ? [0.5, 0.3, 0.2] : normalized((0..<count).map { Double(count - $0) })
  }
}
