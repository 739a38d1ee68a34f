import SoftmaxCore

/// How the library answers the same cases by its arrays, losses and regression.
extension PublishedCase {
  /// Nil if the case is about what only the vector functions know.
  func arrayAnswer() throws -> [Double]? {
    guard input.temperature == nil else { return nil }
    switch function {
    case "softmax": return try softmax(array(input.x)).elements
    case "log_softmax": return try logSoftmax(array(input.x)).elements
    case "logsumexp" where input.weights == nil: return try logSumExp(array(input.x)).elements
    case "softmax_nd": return try alongAxes()
    case "sigmoid_equivalence":
      let logits = try NDArray(rows: (input.z?.flat ?? []).map { [$0, 0] })
      let result = input.what == "sigmoid" ? try softmax(logits) : try logSoftmax(logits)
      return (0..<logits.shape[0]).map { result[$0, 0] }
    case "jacobian": return try softmaxJacobian(array(input.x)).elements
    case "vjp":
      let (x, g) = (try array(input.x), try array(input.g))
      return input.of == "log_softmax"
        ? try logSoftmaxBackward(logProbabilities: logSoftmax(x), cotangent: g).elements
        : try softmaxBackward(probabilities: softmax(x), cotangent: g).elements
    case "cross_entropy_logits", "grad_logits": return try batchLoss()
    case "softmax_regression_epoch": return try epoch()
    default: return nil
    }
  }

  private func array(_ numbers: Numbers?) throws -> NDArray<Double> {
    if let rows = numbers?.rows { return try NDArray(rows: rows) }
    return NDArray(numbers?.flat ?? [])
  }

  private func alongAxes() throws -> [Double] {
    let shape = input.shape ?? []
    let logits = try NDArray(shape: shape, elements: input.x?.flat ?? [])
    let axes: [Int]
    switch input.axis {
    case .one(let axis)?:
      // The two ways to say it must agree; the answer is the one for a single axis.
      switch input.of {
      case "log_softmax": return try logSoftmax(logits, axis: axis).elements
      case "logsumexp": return try logSumExp(logits, axis: axis).elements
      default: return try softmax(logits, axis: axis).elements
      }
    case .several(let several)?: axes = several
    case nil: axes = Array(shape.indices)
    }
    switch input.of {
    case "log_softmax": return try logSoftmax(logits, axes: axes).elements
    case "logsumexp": return try logSumExp(logits, axes: axes).elements
    default: return try softmax(logits, axes: axes).elements
    }
  }

  private func batchLoss() throws -> [Double] {
    let logits =
      try input.classes.map { try NDArray(shape: [0, $0], elements: []) } ?? array(input.logits)
    let target: LossTarget<Double>
    switch input.targetIndex {
    case .one(let label)?: target = .labels([label])
    case .several(let labels)?: target = .labels(labels)
    case nil: target = .distributions(try array(input.targetProbabilities))
    }
    let reductions = ["none": Reduction.none, "sum": .sum, "mean": .mean]
    let options = LossOptions(
      reduction: reductions[input.reduction ?? "sum"] ?? .sum,
      labelSmoothing: input.labelSmoothing ?? 0, classWeights: input.weight?.flat,
      ignoredLabel: input.ignoreIndex, unit: try unit)
    return function == "grad_logits"
      ? try crossEntropyWithGradient(logits: logits, target: target, options: options)
        .gradient.elements
      : try crossEntropy(logits: logits, target: target, options: options).elements
  }

  private func epoch() throws -> [Double] {
    var model = try SoftmaxRegression(theta: array(input.theta))
    let lastBatch: EpochOptions.LastBatch =
      input.dropLast == true
      ? .dropped : input.partialDivisor == "batch" ? .usedWithWholeDivisor : .used
    try model.trainEpoch(
      array(input.features), labels: input.labels ?? [],
      options: EpochOptions(
        learningRate: input.learningRate ?? 0, batchSize: input.batch ?? 1, lastBatch: lastBatch))
    return model.theta.elements
  }
}
