import SoftmaxArrays

/// What to time, on what sizes.
struct Request {
  let name: String
  private let task: Task
  private let isDouble: Bool
  private let sizes: [Int]

  private enum Task: String {
    case softmax
    case logSoftmax = "log-softmax"
    case logSumExp = "log-sum-exp"
    /// gᵀJ of softmax.
    case backward
    /// The loss of labels and its gradient.
    case loss
    /// The same, of distributions.
    case softLoss = "soft-loss"
    case smoothedLoss = "smoothed-loss"
    /// The loss of labels, its gradient in the place of the logits.
    case inPlaceLoss = "in-place-loss"
    /// softmax of one array of Doubles, by the function on vectors.
    case vectorSoftmax = "vector-softmax"
    /// The loss of labels and its gradient, from probabilities.
    case probabilityLoss = "probability-loss"
    /// D(y‖softmax) from logits and its gradient.
    case divergence
    /// The same from log-probabilities.
    case logDivergence = "log-divergence"
    case distillation
    case entropy
    case binaryLoss = "binary-loss"
    case maskedSoftmax = "masked-softmax"
    /// The loss of labels along axis 1 of [rows, classes, 16].
    case axisLoss = "axis-loss"
    case jacobian
    /// Softmax regression: rows, features, classes, batch.
    case epoch
    case shuffledEpoch = "shuffled-epoch"
    case predictions

    var sizeCount: Int {
      switch self {
      case .jacobian: 1
      case .epoch, .shuffledEpoch, .predictions: 4
      default: 2
      }
    }
  }

  init?(_ words: some Collection<String>) {
    let words = Array(words)
    let sizes = words.dropFirst(2).compactMap { Int($0) }
    guard let task = Task(rawValue: words[0]), ["f64", "f32"].contains(words[1]),
      sizes.count == words.count - 2, sizes.count == task.sizeCount
    else { return nil }
    name = words.joined(separator: " ")
    self.task = task
    isDouble = words[1] == "f64"
    self.sizes = sizes
  }

  func prepared() -> () -> Void {
    isDouble ? prepared(Double.self) : prepared(Float.self)
  }

  private func prepared<Scalar: ArrayScalar>(_: Scalar.Type) -> () -> Void {
    switch task.sizeCount {
    case 1:
      let logits = uniform([sizes[0]], of: Scalar.self, in: -5...5)
      return { keep(try? softmaxJacobian(logits)) }
    case 2: return preparedOnLogits(Scalar.self)
    default: return preparedRegression(Scalar.self)
    }
  }

  private func preparedOnLogits<Scalar: ArrayScalar>(_: Scalar.Type) -> () -> Void {
    let logits = uniform(sizes, of: Scalar.self, in: -5...5)
    let labels = LossTarget<Scalar>.labels((0..<sizes[0]).map { $0 * 7 % sizes[1] })
    switch task {
    case .softmax: return { keep(try? softmax(logits)) }
    case .logSoftmax: return { keep(try? logSoftmax(logits)) }
    case .logSumExp: return { keep(try? logSumExp(logits)) }
    case .backward:
      let p = (try? softmax(logits)) ?? logits
      return { keep(try? softmaxBackward(probabilities: p, cotangent: logits)) }
    case .softLoss:
      let target = LossTarget.distributions((try? softmax(logits)) ?? logits)
      return { keep(try? crossEntropyWithGradient(logits: logits, target: target)) }
    case .vectorSoftmax:
      let vector = logits.elements
      return { keep((vector as? [Double]).map { softmax($0) }) }
    case .probabilityLoss:
      let p = (try? softmax(logits)) ?? logits
      return { keep(try? crossEntropy(probabilities: p, target: labels)) }
    case .divergence:
      let target = LossTarget.distributions((try? softmax(logits)) ?? logits)
      return { keep(try? klDivergenceWithGradient(logits: logits, target: target)) }
    case .logDivergence:
      let p = (try? softmax(logits)) ?? logits
      let logP = (try? logSoftmax(logits)) ?? logits
      return { keep(try? klDivergenceWithGradient(logProbabilities: logP, target: p)) }
    case .distillation:
      let teacher = logits.map { 0 - $0 }
      return {
        keep(
          try? distillationLossWithGradient(student: logits, teacher: teacher, temperature: 2))
      }
    case .entropy: return { keep(try? entropyWithGradient(logits: logits)) }
    case .binaryLoss:
      let target = (try? softmax(logits)) ?? logits
      return { keep(try? binaryCrossEntropyWithGradient(logits: logits, target: target)) }
    case .maskedSoftmax:
      let mask = (0..<logits.count).map { $0 % 7 != 0 }
      return { keep(try? softmax(logits, mask: mask)) }
    case .axisLoss:
      let cube = uniform([sizes[0], sizes[1], 16], of: Scalar.self, in: -5...5)
      let places = LossTarget<Scalar>.labels((0..<(sizes[0] * 16)).map { $0 * 7 % sizes[1] })
      let options = LossOptions(axis: 1)
      return {
        keep(try? crossEntropyWithGradient(logits: cube, target: places, options: options))
      }
    case .smoothedLoss:
      let options = LossOptions(labelSmoothing: 0.1)
      return {
        keep(try? crossEntropyWithGradient(logits: logits, target: labels, options: options))
      }
    case .inPlaceLoss:
      return {
        var gradient = logits
        keep(try? gradient.formCrossEntropyGradient(target: labels))
      }
    default: return { keep(try? crossEntropyWithGradient(logits: logits, target: labels)) }
    }
  }

  private func preparedRegression<Scalar: ArrayScalar>(_: Scalar.Type) -> () -> Void {
    let examples = uniform([sizes[0], sizes[1]], of: Scalar.self, in: 0...1)
    let labels = (0..<sizes[0]).map { $0 * 7 % sizes[2] }
    let (features, classes) = (sizes[1], sizes[2])
    let order = task == .shuffledEpoch ? EpochOptions.Order.shuffled(seed: 1) : .asGiven
    let options = EpochOptions(learningRate: 0.1, batchSize: sizes[3], order: order)
    if task == .predictions {
      let model = SoftmaxRegression<Scalar>(features: features, classes: classes)
      return { keep(try? model.predictions(examples)) }
    }
    return {
      var model = SoftmaxRegression<Scalar>(features: features, classes: classes)
      keep(try? model.trainEpoch(examples, labels: labels, options: options))
    }
  }

  private func uniform<Scalar: ArrayScalar>(
    _ shape: [Int], of _: Scalar.Type, in range: ClosedRange<Double>
  ) -> NDArray<Scalar> {
    var generator = SplitMix64(seed: 1)
    let elements = (0..<shape.reduce(1, *)).map { _ in
      Scalar(Double.random(in: range, using: &generator))
    }
    let flat = NDArray(elements)
    return (try? flat.reshaped(shape)) ?? flat
  }
}

/// Hides from the optimiser that nobody reads a result.
@inline(never)
func keep<Value>(_ value: Value) {}
