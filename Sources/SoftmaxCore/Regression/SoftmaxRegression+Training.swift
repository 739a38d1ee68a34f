/// How an epoch walks through the examples.
public struct EpochOptions: Hashable, Sendable {
  public enum Order: Hashable, Sendable {
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

  /// α.
  public var learningRate: Double
  /// B ≥ 1.
  public var batchSize: Int
  public var order: Order
  public var lastBatch: LastBatch

  public init(
    learningRate: Double = 0.1, batchSize: Int = 100, order: Order = .asGiven,
    lastBatch: LastBatch = .used
  ) {
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.order = order
    self.lastBatch = lastBatch
  }
}

extension SoftmaxRegression {
  /// Trains on every example once, a batch at a time.
  ///
  /// - Parameter examples: X, shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0.
  /// - Returns: the mean loss of the examples used, each taken just before its batch's step; NaN if
  ///   none was used.
  /// - Throws: ``InputError`` if shapes, labels or the batch size are wrong; θ is then unchanged.
  /// - Complexity: O(N · features · classes); the examples are read from memory once, and nothing is
  ///   allocated in the loop over the batches.
  @discardableResult
  public mutating func trainEpoch(
    _ examples: NDArray<Scalar>, labels: [Int], options: EpochOptions = EpochOptions()
  ) throws(InputError) -> Double {
    let operation = "trainEpoch"
    try check(examples, in: operation)
    try checkRows(examples, labels, in: operation)
    let codes: [Int32]
    do throws(DomainError) {
      codes = try indices(of: labels, classes: classes, options: LossOptions(), in: operation)
      guard options.batchSize >= 1 else {
        throw DomainError(
          operation: operation, operand: "batch size", value: options.batchSize,
          requirement: "it must be 1 or more")
      }
    } catch { throw .domain(error) }
    guard !codes.isEmpty else { return .nan }

    var step = GradientStep(theta: theta, batchSize: options.batchSize, options: options)
    switch options.order {
    case .asGiven: step.run(examples.elements, codes)
    case .shuffled(let seed):
      var generator = SplitMix64(seed: seed)
      step.run(examples.elements, codes, order: codes.indices.shuffled(using: &generator))
    }
    replaceTheta(step.unpaddedTheta)
    return step.losses.value / Double(step.used)
  }
}

/// θ and its gradient in the kernels' layout, and the buffers of the loop.
private struct GradientStep<Scalar: ArrayScalar> {
  let features: Int
  let classes: Int
  let padded: Int
  let options: EpochOptions
  var theta: [Scalar]
  var sum: [Scalar]
  var scratch: [Scalar]
  var batchLosses: [Scalar]
  var losses = CompensatedSum()
  var used = 0

  init(theta: NDArray<Scalar>, batchSize: Int, options: EpochOptions) {
    let lanes = Scalar.kernels.lanes
    features = theta.shape[0]
    classes = theta.shape[1]
    padded = (classes + lanes - 1) / lanes * lanes
    self.options = options
    self.theta = [Scalar](repeating: 0, count: features * padded)
    for feature in 0..<features {
      for column in 0..<classes {
        self.theta[feature * padded + column] = theta.elements[feature * classes + column]
      }
    }
    sum = [Scalar](repeating: 0, count: features * padded)
    scratch = [Scalar](repeating: 0, count: 2 * lanes * padded)
    batchLosses = [Scalar](repeating: 0, count: batchSize)
  }

  var unpaddedTheta: [Scalar] {
    (0..<features).flatMap { theta[($0 * padded)..<($0 * padded + classes)] }
  }

  mutating func run(_ examples: [Scalar], _ labels: [Int32]) {
    examples.withUnsafeBufferPointer { examples in
      labels.withUnsafeBufferPointer { labels in
        guard let examples = examples.baseAddress, let codes = labels.baseAddress else { return }
        forEachBatch(of: labels.count) { step, start, rows in
          step.add(examples + start * step.features, codes + start, rows: rows)
        }
      }
    }
  }

  /// In another order: each batch is gathered into one buffer.
  mutating func run(_ examples: [Scalar], _ labels: [Int32], order: [Int]) {
    var rowsOfBatch = [Scalar](repeating: 0, count: options.batchSize * features)
    var labelsOfBatch = [Int32](repeating: 0, count: options.batchSize)
    forEachBatch(of: labels.count) { step, start, rows in
      for row in 0..<rows {
        let source = order[start + row]
        labelsOfBatch[row] = labels[source]
        for feature in 0..<step.features {
          rowsOfBatch[row * step.features + feature] = examples[source * step.features + feature]
        }
      }
      rowsOfBatch.withUnsafePointer { gathered in
        labelsOfBatch.withUnsafeBufferPointer { labels in
          if let codes = labels.baseAddress { step.add(gathered, codes, rows: rows) }
        }
      }
    }
  }

  private mutating func forEachBatch(of count: Int, _ body: (inout Self, Int, Int) -> Void) {
    for start in stride(from: 0, to: count, by: options.batchSize) {
      let rows = min(options.batchSize, count - start)
      if rows < options.batchSize, options.lastBatch == .dropped { return }
      body(&self, start, rows)
      let divisor = options.lastBatch == .usedWithWholeDivisor ? options.batchSize : rows
      descend(by: Scalar(options.learningRate / Double(divisor)))
      used += rows
    }
  }

  private mutating func add(
    _ examples: UnsafePointer<Scalar>, _ labels: UnsafePointer<Int32>, rows: Int
  ) {
    theta.withUnsafePointer { theta in
      sum.withUnsafeMutableBufferPointer { sum in
        batchLosses.withUnsafeMutableBufferPointer { losses in
          scratch.withUnsafeMutableBufferPointer { scratch in
            guard let sum = sum.baseAddress, let losses = losses.baseAddress,
              let scratch = scratch.baseAddress
            else { return }
            Scalar.kernels.regressionGradient(
              RegressionRows(
                examples: examples, labels: labels, rows: rows, features: features,
                classes: classes, padded: padded, theta: theta), sum, losses, scratch)
          }
        }
      }
    }
    for row in 0..<rows { losses.add(Double(batchLosses[row])) }
  }

  private mutating func descend(by rate: Scalar) {
    for index in theta.indices {
      theta[index] -= rate * sum[index]
      sum[index] = 0
    }
  }
}
