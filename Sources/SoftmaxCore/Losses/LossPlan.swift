/// A batch whose shapes, labels and options have been looked at, ready for the kernels.
struct LossPlan<Scalar: ArrayScalar> {
  let rows: Int
  let classes: Int
  /// One example, not a batch: its loss is a scalar whatever the reduction.
  let isSingle: Bool
  let options: LossOptions
  /// −1 for an ignored row; empty when distributions are given.
  let labels: [Int32]
  /// A row each, row-major; nil when labels are given.
  let distributions: [Scalar]?
  let classWeights: [Scalar]?
  /// What the mean divides by; NaN for 0, so that the mean of nothing has no value and no gradient.
  let divisor: Double

  /// - Parameter operand: what the rows are, for the errors: logits or probabilities.
  init(
    _ operand: String = "logits", shape: [Int], target: LossTarget<Scalar>, options: LossOptions,
    operation: String
  ) throws(InputError) {
    guard shape.count == 1 || shape.count == 2 else {
      throw .domain(
        DomainError(
          operation: operation, operand: "the number of axes of \(operand)", value: shape.count,
          requirement: "give [classes] or [rows, classes]"))
    }
    isSingle = shape.count == 1
    rows = isSingle ? 1 : shape[0]
    classes = shape[shape.count - 1]
    self.options = options
    classWeights = options.classWeights.map { $0.map { Scalar($0) } }
    try options.check(operand, classes: classes, in: operation)
    switch target {
    case .labels(let given):
      guard given.count == rows else {
        throw .shape(
          ShapeError(
            operation: operation, axis: "batch", reference: .init(name: operand, shape: shape),
            offender: .init(name: "labels", shape: [given.count])))
      }
      let codes: [Int32]
      do {
        codes = try indices(
          of: given, classes: classes, ignored: options.ignoredLabel, in: operation)
      } catch { throw .domain(error) }
      labels = codes
      distributions = nil
      var sum = 0.0
      let weights = options.classWeights ?? [Double](repeating: 1, count: classes)
      for row in codes.indices where codes[row] >= 0 { sum += weights[Int(codes[row])] }
      divisor = sum == 0 ? .nan : sum
    case .distributions(let given):
      try checkShapes((operand, shape), ("target", given.shape), in: operation)
      labels = []
      distributions = given.elements
      divisor = rows == 0 ? .nan : Double(rows)
    }
  }

  /// What the gradient of the sum is multiplied by, for that of the reduced loss.
  var gradientScale: Double {
    1 / ((options.reduction == .mean ? divisor : 1) * options.unit.naturalLogOfBase)
  }

  /// The cross entropy from logits; the gradient goes to `gradient`, which may be `logits`.
  func crossEntropy(
    _ logits: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    let needsTargets = distributions != nil || options.labelSmoothing != 0
    return reduced { losses in
      guard let logits else { return }
      withPointers { labels, distributions, weights in
        if !needsTargets, let labels {
          Scalar.kernels.labelLoss(
            LabelledRows(
              logits: logits, rows: rows, classes: classes, labels: labels, classWeights: weights,
              gradientScale: gradientScale), losses, gradient)
        } else {
          Scalar.kernels.targetLoss(
            TargetedRows(
              logits: logits, rows: rows, classes: classes, distributions: distributions,
              labels: labels, classWeights: weights, smoothing: options.labelSmoothing,
              gradientScale: gradientScale), losses, gradient)
        }
      }
    }
  }

  /// The negative log-likelihood of the labels; `gradient` may be the log-probabilities.
  func logLikelihood(
    _ logProbabilities: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    reduced { losses in
      withPointers { labels, _, weights in
        guard let logProbabilities, let gradient, let labels else { return }
        Scalar.kernels.logLikelihoodLoss(
          LabelledRows(
            logits: logProbabilities, rows: rows, classes: classes, labels: labels,
            classWeights: weights, gradientScale: gradientScale), losses, gradient)
      }
    }
  }

  /// The losses that `fill` writes, one a row and in nats, in the unit and reduced.
  func reduced(_ fill: (UnsafeMutablePointer<Scalar>) -> Void) -> NDArray<Scalar> {
    var losses = [Scalar](repeating: 0, count: rows)
    losses.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { fill(base) } }
    let logOfBase = options.unit.naturalLogOfBase
    if options.reduction == .none {
      let scaled = logOfBase == 1 ? losses : losses.map { Scalar(Double($0) / logOfBase) }
      return NDArray(uncheckedShape: isSingle ? [] : [rows], elements: scaled)
    }
    var total = 0.0
    losses.withUnsafePointer { total = Scalar.kernels.total($0, rows) / logOfBase }
    let reduced = options.reduction == .sum ? total : total / divisor
    return NDArray(uncheckedShape: [], elements: [Scalar(reduced)])
  }

  private func withPointers(
    _ body: (UnsafePointer<Int32>?, UnsafePointer<Scalar>?, UnsafePointer<Scalar>?) -> Void
  ) {
    labels.withUnsafeBufferPointer { labels in
      (distributions ?? []).withUnsafeBufferPointer { distributions in
        (classWeights ?? []).withUnsafeBufferPointer { weights in
          body(
            self.distributions == nil ? labels.baseAddress : nil,
            self.distributions.flatMap { _ in distributions.baseAddress },
            classWeights.flatMap { _ in weights.baseAddress })
        }
      }
    }
  }
}

extension LossOptions {
  fileprivate func check(
    _ operand: String, classes: Int, in operation: String
  ) throws(InputError) {
    guard (0...1).contains(labelSmoothing) else {
      throw .domain(
        DomainError(
          operation: operation, operand: "label smoothing", value: labelSmoothing,
          requirement: "it must lie between 0 and 1"))
    }
    guard let classWeights else { return }
    do {
      try checkClassCount(
        of: (operand, classes), equals: ("class weights", classWeights.count), in: operation)
    } catch { throw .shape(error) }
    if let index = classWeights.firstIndex(where: { !($0 >= 0) }) {
      throw .domain(
        DomainError(
          operation: operation, operand: "class weights", shape: [classWeights.count],
          index: [index], value: classWeights[index], requirement: "a weight must be 0 or more"))
    }
  }
}

/// Labels as the kernels take them, −1 for an ignored one.
func indices(
  of labels: [Int], classes: Int, ignored: Int? = nil, in operation: String
) throws(DomainError) -> [Int32] {
  var result: [Int32] = []
  result.reserveCapacity(labels.count)
  for row in labels.indices {
    let label = labels[row]
    if let ignored, label == ignored {
      result.append(-1)
    } else if label >= 0, label < classes {
      result.append(Int32(truncatingIfNeeded: label))
    } else {
      throw DomainError(
        operation: operation, operand: "labels", shape: [labels.count], index: [row],
        value: label,
        requirement: "a label counts the \(classes) classes from 0")
    }
  }
  return result
}
