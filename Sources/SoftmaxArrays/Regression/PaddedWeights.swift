import SoftmaxCore

/// θ as the kernels read it: each row of classes padded with zeros to a multiple of the lanes, and the
/// bias, if there is one, as the row of a last feature that is always 1.
struct PaddedWeights<Scalar: ArrayScalar> {
  let features: Int
  let classes: Int
  let padded: Int
  var elements: [Scalar]
  /// What the kernels need beside: one vector's worth of rows of logits and of errors.
  var scratch: [Scalar]

  init(_ theta: NDArray<Scalar>, bias: NDArray<Scalar>?) {
    let lanes = Scalar.kernels.lanes
    let rows = theta.storage + (bias?.storage ?? [])
    classes = theta.shape[1]
    features = rows.count / classes
    padded = (classes + lanes - 1) / lanes * lanes
    elements = [Scalar](repeating: 0, count: features * padded)
    scratch = [Scalar](repeating: 0, count: 2 * lanes * padded)
    for feature in 0..<features {
      for column in 0..<classes {
        elements[feature * padded + column] = rows[feature * classes + column]
      }
    }
  }

  var unpadded: [Scalar] {
    (0..<features).flatMap { elements[($0 * padded)..<($0 * padded + classes)] }
  }

  /// `body` with θ, and with the scratch memory.
  mutating func withRows(
    _ examples: UnsafePointer<Scalar>, count: Int,
    _ body: (RegressionRows<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    elements.withUnsafePointer { theta in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let scratch = scratch.baseAddress else { return }
        body(
          RegressionRows(
            examples: examples, rows: count, features: features, classes: classes,
            padded: padded, theta: theta), scratch)
      }
    }
  }
}
