public import SoftmaxCore

/// A linear classifier: softmax of the features times θ, plus a bias if it has one, trained by
/// minibatch gradient descent.
///
/// ```
/// Z = X θ + 1 bᵀ,    θ ← θ − α (Xᵀ (softmax(Z) − onehot(y)) / B + λ θ)
/// ```
///
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
public struct SoftmaxRegression<Scalar: ArrayScalar>: Hashable, Sendable, Codable {
  /// θ, shape `[features, classes]`.
  public private(set) var theta: NDArray<Scalar>
  /// b, shape `[classes]`; nil for a model without one.
  public private(set) var bias: NDArray<Scalar>?

  /// D, how many numbers an example has.
  public var features: Int { theta.shape[0] }
  /// K.
  public var classes: Int { theta.shape[1] }

  /// All weights 0: every class is equally probable.
  ///
  /// - Parameter features: D ≥ 1; less is a programmer's mistake.
  /// - Parameter classes: K ≥ 1, as well.
  /// - Parameter hasBias: whether each class has a weight that meets no feature.
  public init(features: Int, classes: Int, hasBias: Bool = false) {
    require(features >= 1 && classes >= 1, "A classifier needs a feature and a class.")
    theta = NDArray(repeating: 0, shape: [features, classes])
    bias = hasBias ? NDArray(repeating: 0, shape: [classes]) : nil
  }

  /// A model with given weights.
  ///
  /// - Parameter theta: θ, shape `[features, classes]`.
  /// - Parameter bias: b, shape `[classes]`, or nil.
  /// - Throws: `DomainError` if `theta` is no matrix with at least one feature and class, or the
  ///   bias has another number of classes.
  public init(theta: NDArray<Scalar>, bias: NDArray<Scalar>? = nil) throws(DomainError) {
    guard theta.rank == 2, !theta.storage.isEmpty else {
      throw DomainError(
        operation: "SoftmaxRegression", operand: "the shape of theta", value: theta.shape,
        requirement: "give [features, classes], at least one of each")
    }
    if let bias, bias.shape != [theta.shape[1]] {
      throw DomainError(
        operation: "SoftmaxRegression", operand: "the shape of the bias", value: bias.shape,
        requirement: "give one number for each of the \(theta.shape[1]) classes")
    }
    self.theta = theta
    self.bias = bias
  }

  /// The logits X θ + 1 bᵀ.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Returns: shape `[N, classes]`.
  /// - Throws: `InputError` if the features do not fit.
  /// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
  public func logits(_ examples: NDArray<Scalar>) throws(InputError) -> NDArray<Scalar> {
    try check(examples, in: "logits")
    let rows = examples.shape[0]
    var weights = PaddedWeights(theta, bias: bias)
    let inputs = bias == nil ? examples.storage : withOnes(examples)
    return NDArray(
      uncheckedShape: [rows, classes],
      elements: newElements(count: rows * classes) { output in
        inputs.withUnsafePointer { examples in
          weights.withRows(examples, count: rows) { batch, scratch in
            Scalar.kernels.regressionLogits(batch, output, scratch)
          }
        }
      })
  }

  /// A last feature of 1 for each example, which the bias meets.
  private func withOnes(_ examples: NDArray<Scalar>) -> [Scalar] {
    let (rows, features) = (examples.shape[0], features)
    return newElements(count: rows * (features + 1)) { output in
      examples.storage.withUnsafePointer { source in
        for row in 0..<rows {
          let target = output + row * (features + 1)
          target.update(from: source + row * features, count: features)
          target[features] = 1
        }
      }
    }
  }

  /// The probabilities of the classes, softmax of the logits.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Returns: shape `[N, classes]`, each row summing to 1.
  /// - Throws: `InputError` if the features do not fit.
  /// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
  public func probabilities(_ examples: NDArray<Scalar>) throws(InputError) -> NDArray<Scalar> {
    var result = try logits(examples)
    do { try result.formSoftmax() } catch { throw .domain(error) }
    return result
  }

  /// The mean cross entropy, in nats; NaN for no examples.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0.
  /// - Throws: `InputError` if shapes or labels do not fit.
  /// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
  public func loss(
    _ examples: NDArray<Scalar>, labels: [Int]
  ) throws(InputError) -> Scalar {
    try crossEntropy(logits: logits(examples), target: .labels(labels)).scalar
  }

  /// The most probable class of each example, the first of equals.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Returns: N classes, counted from 0. A logit that is NaN counts as the largest, as in numpy.
  /// - Throws: `InputError` if the features do not fit.
  /// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
  public func predictions(_ examples: NDArray<Scalar>) throws(InputError) -> [Int] {
    let logits = try logits(examples)
    let rows = examples.shape[0]
    let codes: [Int32] = newElements(count: rows) { output in
      logits.storage.withUnsafePointer { Scalar.kernels.argMax($0, rows, classes, output) }
    }
    var predictions = [Int](repeating: 0, count: rows)
    for row in codes.indices { predictions[row] = Int(codes[row]) }
    return predictions
  }

  /// The share of examples whose most probable class is their label; NaN for none.
  ///
  /// - Parameter examples: shape `[N, features]`.
  /// - Parameter labels: N classes, counted from 0; one that is no class is never right.
  /// - Throws: `InputError` if shapes do not fit.
  /// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §4.3.4.
  public func accuracy(_ examples: NDArray<Scalar>, labels: [Int]) throws(InputError) -> Double {
    let predictions = try predictions(examples)
    try checkRows(examples, labels, in: "accuracy")
    let right = zip(predictions, labels).count { $0 == $1 }
    return Double(right) / Double(labels.count)
  }

  /// The rows of θ and, behind them, the bias.
  mutating func replaceWeights(_ rows: [Scalar]) {
    theta = NDArray(uncheckedShape: theta.shape, elements: Array(rows.prefix(theta.storage.count)))
    if bias != nil {
      bias = NDArray(uncheckedShape: [classes], elements: Array(rows.suffix(classes)))
    }
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
