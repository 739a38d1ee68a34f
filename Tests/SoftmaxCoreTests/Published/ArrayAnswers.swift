import SoftmaxArrays
import SoftmaxCore

/// How the library answers the same cases by its arrays, losses and regression.
extension PublishedCase {
  /// Nil if the case is about what only the vector functions know.
  func arrayAnswer() throws -> [Double]? {
    let temperature = input.temperature ?? 1
    switch function {
    case "softmax": return try softmax(array(input.x), temperature: temperature).elements
    case "log_softmax": return try logSoftmax(array(input.x), temperature: temperature).elements
    case "logsumexp" where input.weights == nil: return try logSumExp(array(input.x)).elements
    case "softmax_nd": return try alongAxes()
    case "sigmoid_equivalence":
      let logits = try NDArray(rows: (input.z?.flat ?? []).map { [$0, 0] })
      let result = input.what == "sigmoid" ? try softmax(logits) : try logSoftmax(logits)
      return (0..<logits.shape[0]).map { result[$0, 0] }
    case "jacobian" where temperature == 1: return try softmaxJacobian(array(input.x)).elements
    case "cross_entropy": return try lossOfProbabilities()
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
    let target = try target(input.targetProbabilities)
    let options = LossOptions(
      reduction: reduction, labelSmoothing: input.labelSmoothing ?? 0,
      classWeights: input.weight?.flat, ignoredLabel: input.ignoreIndex, unit: try unit)
    return function == "grad_logits"
      ? try crossEntropyWithGradient(logits: logits, target: target, options: options)
        .gradient.elements
      : try crossEntropy(logits: logits, target: target, options: options).elements
  }

  private func lossOfProbabilities() throws -> [Double] {
    try crossEntropy(
      probabilities: array(input.q), target: target(input.p),
      options: LossOptions(reduction: reduction, unit: unit)
    ).loss.elements
  }

  private func target(_ distributions: Numbers?) throws -> LossTarget<Double> {
    switch input.targetIndex {
    case .one(let label)?: .labels([label])
    case .several(let labels)?: .labels(labels)
    case nil: .distributions(try array(distributions))
    }
  }

  private var reduction: Reduction {
    switch input.reduction {
    case "none": .none
    case "mean": .mean
    default: .sum
    }
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
