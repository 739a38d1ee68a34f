/// Why a change of the example was not made; each is one sentence.
public enum EditRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case notFiniteScore
  case lastScore
  case negativeWeight
  case noWeight
  case badTemperature
  case tooManyClasses
  case tooFewClasses

  public var description: String {
    switch self {
    case .notFiniteScore:
      return "A score is a number, or -inf for a class that is masked; +inf has no softmax."
    case .lastScore: return "At least one class must stay unmasked; give another a score first."
    case .negativeWeight: return "A weight is 0 or more; the weights are divided by their sum."
    case .noWeight: return "At least one weight must be above 0; raise another one first."
    case .badTemperature: return "A temperature is 0 or more; inf gives every class the same."
    case .tooManyClasses: return "There are 12 classes already, the most the screen can hold."
    case .tooFewClasses: return "Two classes must stay; with one, softmax is always 1."
    }
  }
}

extension Example {
  /// Sets a score. −∞ masks the class, as long as another stays.
  public mutating func setLogit(_ index: Int, to value: Double) -> Result<Void, EditRefusal> {
    guard !value.isNaN, value < .infinity else { return .failure(.notFiniteScore) }
    let others = logits.indices.contains { $0 != index && logits[$0] > -.infinity }
    guard value > -.infinity || others else { return .failure(.lastScore) }
    logits[index] = value
    return .success(())
  }

  /// Sets one weight of the target; all are divided by their sum.
  public mutating func setTarget(_ index: Int, weight: Double) -> Result<Void, EditRefusal> {
    Self.set(index, of: &target, weight: weight)
  }

  /// Sets one weight of P; all are divided by their sum.
  public mutating func setReference(_ index: Int, weight: Double) -> Result<Void, EditRefusal> {
    Self.set(index, of: &reference, weight: weight)
  }

  private static func set(
    _ index: Int, of weights: inout [Double], weight: Double
  ) -> Result<Void, EditRefusal> {
    guard weight.isFinite, weight >= 0 else { return .failure(.negativeWeight) }
    var changed = weights
    changed[index] = weight
    guard let normalized = normalized(changed) else { return .failure(.noWeight) }
    weights = normalized
    return .success(())
  }

  /// The weights divided by their sum; nil if they have none. A single weight becomes exactly 1.
  static func normalized(_ weights: [Double]) -> [Double]? {
    let largest = weights.max() ?? 0
    guard largest > 0 else { return nil }
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 / sum }
  }

  /// T = 0 is the one-hot argmax, T = ∞ the uniform distribution.
  public mutating func setTemperature(_ value: Double) -> Result<Void, EditRefusal> {
    guard value >= 0 else { return .failure(.badTemperature) }
    temperature = value
    return .success(())
  }

  /// Adds a class with score 0 and no weight in the target or in P.
  public mutating func addClass() -> Result<Void, EditRefusal> {
    guard classCount < Self.classCounts.upperBound else { return .failure(.tooManyClasses) }
    logits.append(0)
    target.append(0)
    reference.append(0)
    givenProbabilities = nil
    return .success(())
  }

  /// Takes a class away. The rest of the target and of P is divided by its sum; if nothing is
  /// left of it, class 1 has all.
  public mutating func deleteClass(_ index: Int) -> Result<Void, EditRefusal> {
    guard classCount > Self.classCounts.lowerBound else { return .failure(.tooFewClasses) }
    var changed = self
    changed.logits.remove(at: index)
    guard changed.logits.contains(where: { $0 > -.infinity }) else { return .failure(.lastScore) }
    changed.target.remove(at: index)
    changed.reference.remove(at: index)
    let first = changed.logits.indices.map { $0 == 0 ? 1.0 : 0.0 }
    changed.target = Self.normalized(changed.target) ?? first
    changed.reference = Self.normalized(changed.reference) ?? first
    changed.i = min(i, changed.classCount - 1)
    changed.j = min(j, changed.classCount - 1)
    changed.givenProbabilities = nil
    self = changed
    return .success(())
  }
}
