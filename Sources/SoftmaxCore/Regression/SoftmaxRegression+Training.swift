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

  /// α.
  public var learningRate: Double
  /// B ≥ 1.
  public var batchSize: Int
  /// As given by default.
  public var order: Order
  /// Used by default, as PyTorch's DataLoader does.
  public var lastBatch: LastBatch

  /// Batches of 100 in order, none lost, each followed by a step of a tenth of its gradient.
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
      codes = try indices(of: labels, classes: classes, in: operation)
      guard options.batchSize >= 1 else {
        throw DomainError(
          operation: operation, operand: "batch size", value: options.batchSize,
          requirement: "it must be 1 or more")
      }
    } catch { throw .domain(error) }
    guard !codes.isEmpty else { return .nan }

    var descent = Descent(theta, options, examples: codes.count)
    switch options.order {
    case .asGiven: descent.run(examples.elements, codes)
    case .shuffled(let seed):
      var generator = SplitMix64(seed: seed)
      descent.run(examples.elements, codes, order: codes.indices.shuffled(using: &generator))
    }
    replaceTheta(descent.weights.unpadded)
    return descent.losses.value / Double(descent.used)
  }
}

/// An epoch on its way: the weights, the gradient's sum, and the buffers of the loop.
private struct Descent<Scalar: ArrayScalar> {
  let options: EpochOptions
  var weights: PaddedWeights<Scalar>
  var losses = CompensatedSum()
  var used = 0
  private var sum: [Scalar]
  private var batchLosses: [Scalar]

  /// Rows of the buffers: a batch may ask for more examples than there are.
  private let longestBatch: Int

  init(_ theta: NDArray<Scalar>, _ options: EpochOptions, examples count: Int) {
    self.options = options
    longestBatch = min(options.batchSize, count)
    weights = PaddedWeights(theta)
    sum = [Scalar](repeating: 0, count: weights.elements.count)
    batchLosses = [Scalar](repeating: 0, count: longestBatch)
  }

  mutating func run(_ examples: [Scalar], _ labels: [Int32]) {
    let features = weights.features
    examples.withUnsafePointer { examples in
      labels.withUnsafeBufferPointer { codes in
        guard let codes = codes.baseAddress else { return }
        forEachBatch(of: labels.count) { descent, start, rows in
          descent.step(examples + start * features, codes + start, rows: rows)
        }
      }
    }
  }

  /// In another order: each batch is gathered into one buffer.
  mutating func run(_ examples: [Scalar], _ labels: [Int32], order: [Int]) {
    let features = weights.features
    var gathered = [Scalar](repeating: 0, count: longestBatch * features)
    var codes = [Int32](repeating: 0, count: longestBatch)
    examples.withUnsafePointer { examples in
      gathered.withUnsafeMutableBufferPointer { gathered in
        codes.withUnsafeMutableBufferPointer { codes in
          guard let gathered = gathered.baseAddress, let codes = codes.baseAddress else { return }
          forEachBatch(of: labels.count) { descent, start, rows in
            for row in 0..<rows {
              let source = order[start + row]
              codes[row] = labels[source]
              (gathered + row * features).update(
                from: examples + source * features, count: features)
            }
            descent.step(gathered, codes, rows: rows)
          }
        }
      }
    }
  }

  private mutating func forEachBatch(of count: Int, _ body: (inout Self, Int, Int) -> Void) {
    for start in stride(from: 0, to: count, by: longestBatch) {
      let rows = min(longestBatch, count - start)
      if rows < options.batchSize, options.lastBatch == .dropped { return }
      body(&self, start, rows)
      used += rows
    }
  }

  /// The gradient of one batch, and the step against it.
  private mutating func step(
    _ examples: UnsafePointer<Scalar>, _ labels: UnsafePointer<Int32>, rows: Int
  ) {
    let kernels = Scalar.kernels
    let divisor = options.lastBatch == .usedWithWholeDivisor ? options.batchSize : rows
    let rate = options.learningRate / Double(divisor)
    sum.withUnsafeMutableBufferPointer { sum in
      batchLosses.withUnsafeMutableBufferPointer { batchLosses in
        guard let total = sum.baseAddress, let rowLosses = batchLosses.baseAddress else { return }
        weights.withRows(examples, count: rows) { batch, scratch in
          kernels.regressionGradient(batch, labels, total, rowLosses, scratch)
        }
        losses.add(kernels.total(rowLosses, rows))
        weights.elements.withUnsafeMutableBufferPointer { theta in
          if let theta = theta.baseAddress { kernels.descend(theta, total, sum.count, rate) }
        }
      }
    }
  }
}
