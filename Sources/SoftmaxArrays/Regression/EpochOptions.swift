import SoftmaxCore

/// How an epoch walks through the examples.
public struct EpochOptions: Hashable, Sendable {
  /// The order of the examples.
  public enum Order: Hashable, Sendable {
    /// As they stand in the array.
    case asGiven
    /// A permutation that the seed determines.
    case shuffled(seed: UInt64)
  }

  /// What happens to the examples left over after the last whole batch.
  public enum LastBatch: Hashable, Sendable {
    /// Used; the step divides by how many they are.
    case used
    /// Used; the step divides by the size of a whole batch, so that each example weighs the same.
    case usedWithWholeDivisor
    /// Left out.
    case dropped
  }

  /// α, ≥ 0 and finite.
  public var learningRate: Double
  /// λ, ≥ 0 and finite: λ/2 ‖θ‖² is added to the loss that is descended, the bias left out.
  public var l2: Double
  /// B ≥ 1.
  public var batchSize: Int
  /// As given by default.
  public var order: Order
  /// Used by default, as PyTorch's DataLoader does.
  public var lastBatch: LastBatch

  /// Batches of 100 in order, none lost, each followed by a step of a tenth of its gradient.
  public init(
    learningRate: Double = 0.1, l2: Double = 0, batchSize: Int = 100, order: Order = .asGiven,
    lastBatch: LastBatch = .used
  ) {
    self.learningRate = learningRate
    self.l2 = l2
    self.batchSize = batchSize
    self.order = order
    self.lastBatch = lastBatch
  }
}

extension EpochOptions {
  func check(in operation: String) throws(DomainError) {
    guard batchSize >= 1 else {
      throw DomainError(
        operation: operation, operand: "batch size", value: batchSize,
        requirement: "it must be 1 or more")
    }
    for (name, value) in [("learning rate", learningRate), ("l2", l2)] {
      guard value >= 0, value.isFinite else {
        throw DomainError(
          operation: operation, operand: name, value: value,
          requirement: "it must be 0 or more, and finite")
      }
    }
  }
}
