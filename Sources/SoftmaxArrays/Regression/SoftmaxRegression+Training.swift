public import SoftmaxCore

extension SoftmaxRegression {
  /// Trains on every example once, a batch at a time.
  ///
  /// - Parameter examples: X, shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0.
  /// - Parameter options: the rate, L2, the batches and their order.
  /// - Returns: the mean loss of the examples used, each taken just before its batch's step; NaN if
  ///   none was used.
  /// - Throws: `InputError` if shapes, labels, the batch size or a rate are wrong; θ is then
  ///   unchanged.
  /// - Complexity: O(N · features · classes); the examples are read from memory once, and nothing is
  ///   allocated in the loop over the batches.
  /// - SeeAlso: Bottou, Curtis & Nocedal, "Optimization methods for large-scale machine learning", *SIAM
  ///   Review* 60(2), 2018, 223–311.
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
      try options.check(in: operation)
    } catch { throw .domain(error) }
    guard !codes.isEmpty else { return .nan }

    var descent = Descent(self, options, examples: codes.count)
    switch options.order {
    case .asGiven where bias == nil: descent.run(examples.storage, codes)
    case .asGiven: descent.run(examples.storage, codes, order: Array(codes.indices))
    case .shuffled(let seed):
      var generator = SplitMix64(seed: seed)
      descent.run(examples.storage, codes, order: codes.indices.shuffled(using: &generator))
    }
    replaceWeights(descent.weights.unpadded)
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

  /// Of the examples; with a bias, the weights have one more.
  private let features: Int

  init(_ model: SoftmaxRegression<Scalar>, _ options: EpochOptions, examples count: Int) {
    self.options = options
    longestBatch = min(options.batchSize, count)
    features = model.features
    weights = PaddedWeights(model.theta, bias: model.bias)
    sum = [Scalar](repeating: 0, count: weights.elements.count)
    batchLosses = [Scalar](repeating: 0, count: longestBatch)
  }

  mutating func run(_ examples: [Scalar], _ labels: [Int32]) {
    examples.withUnsafePointer { examples in
      labels.withUnsafeBufferPointer { codes in
        guard let codes = codes.baseAddress else { return }
        forEachBatch(of: labels.count) { descent, start, rows in
          descent.step(examples + start * descent.features, codes + start, rows: rows)
        }
      }
    }
  }

  /// In another order, or with a feature of 1 for the bias: each batch is gathered into one buffer.
  mutating func run(_ examples: [Scalar], _ labels: [Int32], order: [Int]) {
    let (features, width) = (features, weights.features)
    var gathered = [Scalar](repeating: 1, count: longestBatch * width)
    var codes = [Int32](repeating: 0, count: longestBatch)
    examples.withUnsafePointer { examples in
      gathered.withUnsafeMutableBufferPointer { gathered in
        codes.withUnsafeMutableBufferPointer { codes in
          guard let gathered = gathered.baseAddress, let codes = codes.baseAddress else { return }
          forEachBatch(of: labels.count) { descent, start, rows in
            for row in 0..<rows {
              let source = order[start + row]
              codes[row] = labels[source]
              (gathered + row * width).update(
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
        let decay = 1 - options.learningRate * options.l2
        let decayed = features * weights.padded
        weights.elements.withUnsafeMutableBufferPointer { theta in
          guard let theta = theta.baseAddress else { return }
          kernels.descend(theta, total, decayed, rate, decay)
          kernels.descend(theta + decayed, total + decayed, sum.count - decayed, rate, 1)
        }
      }
    }
  }
}
