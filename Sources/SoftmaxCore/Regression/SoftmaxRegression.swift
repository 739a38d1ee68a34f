/// A linear classifier: softmax of the features times θ, trained by minibatch gradient descent.
///
/// ```
/// Z = X θ,    θ ← θ − α/B · Xᵀ (softmax(Z) − onehot(y))
/// ```
public struct SoftmaxRegression<Scalar: ArrayScalar>: Hashable, Sendable {
  /// θ, shape `[features, classes]`.
  public private(set) var theta: NDArray<Scalar>

  /// D, how many numbers an example has.
  public var features: Int { theta.shape[0] }
  /// K.
  public var classes: Int { theta.shape[1] }

  /// All weights 0: every class is equally probable.
  public init(features: Int, classes: Int) {
    precondition(features >= 1 && classes >= 1, "a classifier needs a feature and a class")
    theta = NDArray(repeating: 0, shape: [features, classes])
  }

  /// - Throws: ``DomainError`` if `theta` is no matrix with at least one feature and class.
  public init(theta: NDArray<Scalar>) throws(DomainError) {
    guard theta.rank == 2, !theta.elements.isEmpty else {
      throw DomainError(
        operation: "SoftmaxRegression", operand: "the shape of theta", value: theta.shape,
        requirement: "give [features, classes], at least one of each")
    }
    self.theta = theta
  }

  /// The logits X θ.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Returns: shape `[N, classes]`.
  /// - Throws: ``InputError`` if the features do not fit.
  public func logits(_ examples: NDArray<Scalar>) throws(InputError) -> NDArray<Scalar> {
    try check(examples, in: "logits")
    let rows = examples.shape[0]
    var weights = PaddedWeights(theta)
    return NDArray(
      uncheckedShape: [rows, classes],
      elements: newElements(count: rows * classes) { output in
        examples.elements.withUnsafePointer { examples in
          weights.withRows(examples, count: rows) { batch, scratch in
            Scalar.kernels.regressionLogits(batch, output, scratch)
          }
        }
      })
  }

  /// The mean cross entropy, in nats; NaN for no examples.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0.
  /// - Throws: ``InputError`` if shapes or labels do not fit.
  public func loss(
    _ examples: NDArray<Scalar>, labels: [Int]
  ) throws(InputError) -> Scalar {
    try crossEntropy(logits: logits(examples), target: .labels(labels)).scalar
  }

  /// The most probable class of each example, the first of equals.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Returns: N classes, counted from 0. A logit that is NaN counts as the largest, as in numpy.
  /// - Throws: ``InputError`` if the features do not fit.
  public func predictions(_ examples: NDArray<Scalar>) throws(InputError) -> [Int] {
    let logits = try logits(examples)
    let rows = examples.shape[0]
    let codes: [Int32] = newElements(count: rows) { output in
      logits.elements.withUnsafePointer { Scalar.kernels.argMax($0, rows, classes, output) }
    }
    var predictions = [Int](repeating: 0, count: rows)
    for row in codes.indices { predictions[row] = Int(codes[row]) }
    return predictions
  }

  /// The share of examples whose most probable class is their label; NaN for none.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0; one that is no class is never right.
  /// - Throws: ``InputError`` if shapes do not fit.
  public func accuracy(_ examples: NDArray<Scalar>, labels: [Int]) throws(InputError) -> Double {
    let predictions = try predictions(examples)
    try checkRows(examples, labels, in: "accuracy")
    let right = zip(predictions, labels).count { $0 == $1 }
    return Double(right) / Double(labels.count)
  }

  mutating func replaceTheta(_ elements: [Scalar]) {
    theta = NDArray(uncheckedShape: theta.shape, elements: elements)
  }

  func check(_ examples: NDArray<Scalar>, in operation: String) throws(InputError) {
    guard examples.rank == 2, examples.shape[1] == features else {
      throw .shape(
        ShapeError(
          operation: operation, axis: "feature",
          reference: .init(name: "theta", shape: theta.shape),
          offender: .init(name: "examples", shape: examples.shape)))
    }
  }

  func checkRows(
    _ examples: NDArray<Scalar>, _ labels: [Int], in operation: String
  ) throws(InputError) {
    guard examples.shape[0] == labels.count else {
      throw .shape(
        ShapeError(
          operation: operation, axis: "batch",
          reference: .init(name: "examples", shape: examples.shape),
          offender: .init(name: "labels", shape: [labels.count])))
    }
  }
}
