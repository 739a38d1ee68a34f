/// A batch whose shapes, labels and options have been looked at, ready for the kernels.
struct LossPlan<Scalar: ArrayScalar> {
  let rows: Int
  let classes: Int
  /// One logits vector, not a batch: its loss is a scalar whatever the reduction.
  let isSingle: Bool
  let options: LossOptions
  /// −1 for an ignored row; empty when distributions are given.
  private(set) var labels: [Int32] = []
  /// Class weights and smoothing worked in; nil when the labels alone say all.
  private(set) var targets: [Scalar]?
  /// What the mean divides by.
  private(set) var divisor: Double

  init(
    shape: [Int], target: LossTarget<Scalar>, options: LossOptions, operation: String
  ) throws(InputError) {
    guard shape.count == 1 || shape.count == 2 else {
      throw .domain(
        DomainError(
          operation: operation, operand: "the number of axes of logits", value: shape.count,
          requirement: "give [classes] or [rows, classes]"))
    }
    isSingle = shape.count == 1
    rows = isSingle ? 1 : shape[0]
    classes = shape[shape.count - 1]
    self.options = options
    divisor = Double(rows)
    try options.check(classes: classes, in: operation)
    switch target {
    case .labels(let given):
      try checkCount(of: given, shape: shape, in: operation)
      do {
        labels = try indices(of: given, classes: classes, options: options, in: operation)
      } catch { throw .domain(error) }
      let weights = options.classWeights
      divisor = labels.reduce(0) { $0 + ($1 < 0 ? 0 : weights?[Int($1)] ?? 1) }
      if options.labelSmoothing != 0 {
        targets = smoothedTargets { row, column in
          labels[row] < 0 ? nil : (Int(labels[row]) == column ? 1 : 0)
        }
      }
    case .distributions(let given):
      try checkShapes(("logits", shape), ("target", given.shape), in: operation)
      let isPlain = options.labelSmoothing == 0 && options.classWeights == nil
      targets =
        isPlain
        ? given.elements
        : smoothedTargets { row, column in Double(given.elements[row * classes + column]) }
    }
  }

  private func checkCount(
    of given: [Int], shape: [Int], in operation: String
  ) throws(InputError) {
    guard given.count == rows else {
      throw .shape(
        ShapeError(
          operation: operation, axis: "batch", reference: .init(name: "logits", shape: shape),
          offender: .init(name: "labels", shape: [given.count])))
    }
  }

  /// w_k ((1 − ε) y_k + ε/K); 0 throughout a row that is left out.
  private func smoothedTargets(_ target: (Int, Int) -> Double?) -> [Scalar] {
    let smoothing = options.labelSmoothing
    return (0..<(rows * classes)).map { position in
      let (row, column) = position.quotientAndRemainder(dividingBy: classes)
      guard let target = target(row, column) else { return 0 }
      let weight = options.classWeights?[column] ?? 1
      return Scalar(weight * ((1 - smoothing) * target + smoothing / Double(classes)))
    }
  }

  /// The reduced loss; the gradient goes to `gradient`, which may be `logits`.
  func run(
    _ logits: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    var losses = [Scalar](repeating: 0, count: rows)
    if let logits { fill(&losses, logits, gradient) }
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

  private func fill(
    _ losses: inout [Scalar], _ logits: UnsafePointer<Scalar>,
    _ gradient: UnsafeMutablePointer<Scalar>?
  ) {
    let reduced = options.reduction == .mean ? divisor : 1
    let scale = 1 / (reduced * options.unit.naturalLogOfBase)
    losses.withUnsafeMutableBufferPointer { losses in
      guard let losses = losses.baseAddress else { return }
      if let targets {
        targets.withUnsafePointer {
          Scalar.kernels.targetLoss(
            TargetedRows(
              logits: logits, targets: $0, rows: rows, classes: classes, gradientScale: scale),
            losses, gradient)
        }
        clearIgnoredRows(losses, gradient)
      } else {
        withLabels { labels, weights in
          Scalar.kernels.labelLoss(
            LabelledRows(
              logits: logits, rows: rows, classes: classes, labels: labels, classWeights: weights,
              gradientScale: scale), losses, gradient)
        }
      }
    }
  }

  private func withLabels(_ body: (UnsafePointer<Int32>, UnsafePointer<Scalar>?) -> Void) {
    let weights = options.classWeights.map { $0.map { Scalar($0) } }
    labels.withUnsafeBufferPointer { labels in
      guard let labels = labels.baseAddress else { return }
      if let weights {
        weights.withUnsafePointer { body(labels, $0) }
      } else {
        body(labels, nil)
      }
    }
  }

  /// A target of zeros makes zeros, unless the logits of an ignored row are NaN.
  private func clearIgnoredRows(
    _ losses: UnsafeMutablePointer<Scalar>, _ gradient: UnsafeMutablePointer<Scalar>?
  ) {
    for (row, label) in labels.enumerated() where label < 0 {
      losses[row] = 0
      (gradient.map { $0 + row * classes })?.update(repeating: 0, count: classes)
    }
  }
}

extension LossOptions {
  func check(classes: Int, in operation: String) throws(InputError) {
    guard (0...1).contains(labelSmoothing) else {
      throw .domain(
        DomainError(
          operation: operation, operand: "label smoothing", value: labelSmoothing,
          requirement: "it must lie between 0 and 1"))
    }
    guard let classWeights else { return }
    do {
      try checkClassCount(
        of: ("logits", classes), equals: ("class weights", classWeights.count), in: operation)
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
  of labels: [Int], classes: Int, options: LossOptions, in operation: String
) throws(DomainError) -> [Int32] {
  var result: [Int32] = []
  result.reserveCapacity(labels.count)
  for (row, label) in labels.enumerated() {
    if label == options.ignoredLabel {
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
