/// Why a list of numbers is not a probability distribution. Positions count from 1, as on screen.
public enum DistributionError: SoftmaxError, Hashable {
  /// There is no entry.
  case empty
  /// An entry is NaN.
  case notANumber(position: Int)
  /// An entry is less than 0.
  case negative(position: Int, value: Double)
  /// An entry is `+∞`.
  case infinite(position: Int)
  /// The entries add up to this, not to 1.
  case sum(Double)
  /// Counts that add up to 0 have no shares.
  case nothingToNormalize

  /// What is wrong, where, and what to do, in one sentence.
  public var description: String {
    switch self {
    case .empty:
      "A distribution needs at least one probability; give one for each class."
    case .notANumber(let position):
      "Probability \(position) is not a number; give one between 0 and 1."
    case .negative(let position, let value):
      "Probability \(position) is \(value), less than 0; give one between 0 and 1."
    case .infinite(let position):
      "Probability \(position) is infinite; give one between 0 and 1."
    case .sum(let sum):
      "The probabilities add up to \(sum), not to 1; change them so that they do."
    case .nothingToNormalize:
      "The counts add up to 0, so no share can be taken; make at least one of them positive."
    }
  }
}

/// Probabilities that have been looked at: at least one, none negative, none NaN, with sum 1.
///
/// The functions of this module take plain arrays and follow IEEE rules; this type is for the edge,
/// where numbers come from people.
public struct Distribution: Hashable, Sendable {
  /// How far the sum may be from 1: what two or three typed roundings leave, as in
  /// 0.333333 + 0.333333 + 0.333333.
  public static let sumTolerance = 1e-5

  /// One a class, ≥ 0, as given: they are not rescaled.
  public let probabilities: [Double]

  /// - Parameter probabilities: shape `[K]`, K ≥ 1.
  /// - Parameter tolerance: how far the sum may be from 1.
  /// - Throws: ``DistributionError`` naming the first thing wrong.
  public init(
    _ probabilities: [Double], tolerance: Double = Distribution.sumTolerance
  ) throws(DistributionError) {
    let sum = try checkedSum(of: probabilities)
    guard abs(sum - 1) <= tolerance else { throw .sum(sum) }
    self.probabilities = probabilities
  }

  /// The shares that counts or weights have in their sum.
  ///
  /// - Parameter counts: shape `[K]`, K ≥ 1, ≥ 0, not all 0.
  /// - Throws: ``DistributionError`` if an entry is negative, NaN or infinite, or all are 0.
  public init(normalizing counts: [Double]) throws(DistributionError) {
    _ = try checkedSum(of: counts)
    // Dividing by the largest first keeps the sum of counts near 1e308 finite.
    let largest = counts.max() ?? 0
    guard largest > 0 else { throw .nothingToNormalize }
    let scaled = counts.map { $0 / largest }
    let sum = compensatedSum(scaled)
    probabilities = scaled.map { $0 / sum }
  }

  /// H(P), in the unit given.
  public func entropy(unit: InformationUnit = .nats) -> Double {
    SoftmaxCore.entropy(probabilities, unit: unit)
  }
}

private func compensatedSum(_ terms: [Double]) -> Double {
  var sum = CompensatedSum()
  for term in terms { sum.add(term) }
  return sum.value
}

private func checkedSum(of entries: [Double]) throws(DistributionError) -> Double {
  guard !entries.isEmpty else { throw .empty }
  for (index, entry) in entries.enumerated() {
    if entry.isNaN { throw .notANumber(position: index + 1) }
    if entry < 0 { throw .negative(position: index + 1, value: entry) }
    if entry.isInfinite { throw .infinite(position: index + 1) }
  }
  return compensatedSum(entries)
}
