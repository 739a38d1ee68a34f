import SoftmaxCore

/// A batch whose shapes, labels and options have been looked at, ready for the kernels.
struct LossPlan<Scalar: ArrayScalar> {
  let rows: Int
  let classes: Int
  /// How far apart the classes of a row are in the logits: 1 where they lie side by side. Never 0.
  let inner: Int
  /// The shape of the losses without reduction: that of the logits without the classes.
  let shape: [Int]
  let options: LossOptions
  /// −1 for an ignored row; empty when distributions are given.
  let labels: [Int32]
  /// A row each, row-major; nil when labels are given.
  let distributions: [Scalar]?
  let classWeights: [Scalar]?
  let exampleWeights: [Scalar]?
  /// The reduced loss over the sum of the kernels' losses.
  private let reductionFactor: Double
  /// Whether the loss is the divergence from the target.
  let isRelative: Bool

  /// - Parameter operand: what the rows are, for the errors: logits or probabilities.
  /// - Parameter factor: what the reduced loss is multiplied by.
  init(
    _ operand: String = "logits", shape whole: [Int], target: LossTarget<Scalar>,
    options: LossOptions, isRelative: Bool = false, factor: Double = 1, operation: String
  ) throws(InputError) {
    let axis = try classAxis(options.axis, of: operand, whole, in: operation)
    classes = whole[axis]
    shape = Array(whole[..<axis] + whole[(axis + 1)...])
    rows = shape.reduce(1, *)
    inner = max(1, whole[(axis + 1)...].reduce(1, *))
    self.options = options
    self.isRelative = isRelative
    try options.check(operand, rows: rows, classes: classes, in: operation)
    switch target {
    case .labels(let given):
      labels = try codes(of: given, rows: rows, operand, whole, classes, options, in: operation)
      distributions = nil
    case .distributions(let given):
      try checkShapes((operand, whole), ("target", given.shape), in: operation)
      labels = []
      distributions =
        axis == whole.count - 1 ? given.storage : given.movedToEnd(axis: axis).storage
    }
    let weights = LossWeights(options, labels: distributions == nil ? labels : nil, rows: rows)
    classWeights = weights.classes.map { Scalar.rounded($0) }
    exampleWeights = weights.examples.map { Scalar.rounded($0) }
    reductionFactor =
      factor * (options.reduction == .mean ? weights.meanFactor : weights.sumFactor)
  }

  /// What the gradient of the sum of the kernels' losses is multiplied by, for that of the reduced
  /// loss.
  var gradientScale: Double {
    options.unit.converted(reductionFactor, temperature: options.temperature)
  }

  /// Whether labels alone are the target, and nothing but weights changes their losses.
  var isPlain: Bool {
    distributions == nil && options.labelSmoothing == 0 && options.temperature == 1
      && !isRelative
  }

  /// The cross entropy of labels from logits whose classes may lie along any axis.
  func alongAxis(
    _ logits: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    reduced { losses in
      guard let logits else { return }
      withLabelled(logits, inner: inner) { Scalar.kernels.labelLoss($0, losses, gradient) }
    }
  }

  /// The cross entropy from logits; the gradient goes to `gradient`, which may be `logits`.
  func crossEntropy(
    _ logits: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    let kernels = Scalar.kernels(at: options.temperature)
    return reduced { losses in
      guard let logits else { return }
      if isPlain {
        withLabelled(logits) { kernels.labelLoss($0, losses, gradient) }
      } else {
        withTargeted(logits) { kernels.targetLoss($0, losses, gradient) }
      }
    }
  }

  /// The negative log-likelihood of the labels; `gradient` may be the log-probabilities.
  func logLikelihood(
    _ logProbabilities: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    reduced { losses in
      guard let logProbabilities, let gradient else { return }
      withLabelled(logProbabilities) { Scalar.kernels.logLikelihoodLoss($0, losses, gradient) }
    }
  }

  /// The cross entropy of probabilities.
  func ofProbabilities(
    _ probabilities: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    reduced { losses in
      guard let probabilities, let gradient else { return }
      withTargeted(probabilities) { Scalar.kernels.probabilityLoss($0, losses, gradient) }
    }
  }

  /// The losses that `fill` writes, one a row and in nats, in the unit and reduced.
  func reduced(_ fill: (UnsafeMutablePointer<Scalar>) -> Void) -> NDArray<Scalar> {
    var losses = [Scalar](repeating: 0, count: rows)
    losses.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { fill(base) } }
    let factor = options.unit.converted(reductionFactor)
    if options.reduction == .none {
      let scaled =
        factor == 1
        ? losses : Scalar.rounded(Scalar.widened(losses).map { $0 == 0 ? 0 : $0 * factor })
      return NDArray(uncheckedShape: shape, elements: scaled)
    }
    var total = 0.0
    losses.withUnsafePointer { total = Scalar.kernels.total($0, rows) }
    let isNothing = options.reduction == .sum && total == 0
    return NDArray(uncheckedShape: [], elements: [Scalar(isNothing ? 0 : total * factor)])
  }

  private func withLabelled(
    _ logits: UnsafePointer<Scalar>, inner: Int = 1, _ body: (LabelledRows<Scalar>) -> Void
  ) {
    withPointers { labels, _, classWeights, exampleWeights in
      guard let labels else { return }
      body(
        LabelledRows(
          logits: logits, rows: rows, classes: classes, labels: labels,
          classWeights: classWeights, rowWeights: exampleWeights, gradientScale: gradientScale,
          inner: inner))
    }
  }

  private func withTargeted(
    _ logits: UnsafePointer<Scalar>, _ body: (TargetedRows<Scalar>) -> Void
  ) {
    withPointers { labels, distributions, classWeights, exampleWeights in
      body(
        TargetedRows(
          logits: logits, rows: rows, classes: classes, distributions: distributions,
          labels: labels, classWeights: classWeights, rowWeights: exampleWeights,
          smoothing: options.labelSmoothing, gradientScale: gradientScale,
          temperature: options.temperature, isRelative: isRelative))
    }
  }

  private func withPointers(
    _ body: (
      UnsafePointer<Int32>?, UnsafePointer<Scalar>?, UnsafePointer<Scalar>?, UnsafePointer<Scalar>?
    ) -> Void
  ) {
    labels.withUnsafeBufferPointer { labels in
      (distributions ?? []).withUnsafeBufferPointer { distributions in
        (classWeights ?? []).withUnsafeBufferPointer { weights in
          (exampleWeights ?? []).withUnsafeBufferPointer { examples in
            body(
              self.distributions == nil ? labels.baseAddress : nil,
              self.distributions.flatMap { _ in distributions.baseAddress },
              classWeights.flatMap { _ in weights.baseAddress },
              exampleWeights.flatMap { _ in examples.baseAddress })
          }
        }
      }
    }
  }
}

/// The index of the axis of the classes.
private func classAxis(
  _ axis: Int, of operand: String, _ shape: [Int], in operation: String
) throws(InputError) -> Int {
  guard !shape.isEmpty else {
    throw .domain(
      DomainError(
        operation: operation, operand: "the number of axes of \(operand)", value: 0,
        requirement: "give [classes], [rows, classes] or more axes"))
  }
  guard (-shape.count..<shape.count).contains(axis) else {
    throw .domain(
      DomainError(
        operation: operation, operand: "axis", value: axis,
        requirement: "\(operand) of shape \(shape) has axes \(-shape.count) to \(shape.count - 1)"))
  }
  return axis < 0 ? axis + shape.count : axis
}

private func codes(
  of labels: [Int], rows: Int, _ operand: String, _ shape: [Int], _ classes: Int,
  _ options: LossOptions, in operation: String
) throws(InputError) -> [Int32] {
  guard labels.count == rows else {
    throw .shape(
      ShapeError(
        operation: operation, axis: "batch", reference: .init(name: operand, shape: shape),
        offender: .init(name: "labels", shape: [labels.count])))
  }
  do {
    return try indices(
      of: labels, classes: classes, ignored: options.ignoredLabel, in: operation)
  } catch { throw .domain(error) }
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
