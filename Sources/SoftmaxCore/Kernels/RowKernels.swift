/// A row-major array as the kernels see it: shape [outer, axis, inner], normalised along `axis`.
struct AxisLayout: Hashable, Sendable {
  var outer: Int
  var axis: Int
  var inner: Int
}

/// Rows of logits with their labels, for the fused loss.
struct LabelledRows<Scalar> {
  var logits: UnsafePointer<Scalar>
  var rows: Int
  var classes: Int
  /// −1 for a row that is left out.
  var labels: UnsafePointer<Int32>
  var classWeights: UnsafePointer<Scalar>?
  var gradientScale: Double
}

/// Rows of logits with a target distribution each, for the fused loss.
struct TargetedRows<Scalar> {
  var logits: UnsafePointer<Scalar>
  var targets: UnsafePointer<Scalar>
  var rows: Int
  var classes: Int
  var gradientScale: Double
}

/// Examples of softmax regression and the weights they meet.
struct RegressionRows<Scalar> {
  var examples: UnsafePointer<Scalar>
  var rows: Int
  var features: Int
  var classes: Int
  /// The length of a row of theta: the classes, then zeros up to a multiple of the lanes.
  var padded: Int
  var theta: UnsafePointer<Scalar>
}

/// The inner loops of the array functions, as one table: a plain one to read and to test against,
/// and one in vectors. None of them allocates in the vectorised table; outputs may overlay inputs.
///
/// Softmax, log-softmax, log-sum-exp, the losses and their gradients are within 4 ulps of the exact
/// values in both precisions, or of the larger term where two cancel; `scripts/accuracy` measures it.
public struct RowKernels<Scalar>: Sendable {
  typealias AlongAxis =
    @Sendable (
      _ input: UnsafePointer<Scalar>, _ output: UnsafeMutablePointer<Scalar>, AxisLayout
    ) -> Void
  typealias Backward =
    @Sendable (
      _ forward: UnsafePointer<Scalar>, _ cotangent: UnsafePointer<Scalar>,
      _ output: UnsafeMutablePointer<Scalar>, AxisLayout
    ) -> Void

  let softmax: AlongAxis
  let logSoftmax: AlongAxis
  /// The output drops the axis.
  let logSumExp: AlongAxis
  let softmaxBackward: Backward
  let logSoftmaxBackward: Backward
  /// Each fibre of the values times its own factor.
  let scaleFibres:
    @Sendable (
      _ values: UnsafeMutablePointer<Scalar>, _ factors: UnsafePointer<Scalar>, AxisLayout
    ) -> Void
  let labelLoss:
    @Sendable (
      LabelledRows<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>?
    ) -> Void
  let targetLoss:
    @Sendable (
      TargetedRows<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>?
    ) -> Void
  /// Adds Xᵀ (softmax(Xθ) − onehot) to `sum`; `scratch` is [2, lanes, padded].
  let regressionGradient:
    @Sendable (
      RegressionRows<Scalar>, _ labels: UnsafePointer<Int32>, _ sum: UnsafeMutablePointer<Scalar>,
      _ losses: UnsafeMutablePointer<Scalar>, _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Xθ, [rows, classes]; `scratch` as for the gradient.
  let regressionLogits:
    @Sendable (
      RegressionRows<Scalar>, _ output: UnsafeMutablePointer<Scalar>,
      _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void
  /// theta −= rate · sum, and the sum becomes 0.
  let descend:
    @Sendable (
      _ theta: UnsafeMutablePointer<Scalar>, _ sum: UnsafeMutablePointer<Scalar>, _ count: Int,
      _ rate: Double
    ) -> Void
  /// The compensated sum.
  let total: @Sendable (UnsafePointer<Scalar>, _ count: Int) -> Double
  /// `output` is [n, n], `probabilities` [n].
  let jacobian:
    @Sendable (
      _ logits: UnsafePointer<Scalar>, _ probabilities: UnsafeMutablePointer<Scalar>,
      _ output: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  /// How many elements a vector holds; 1 for the plain table.
  let lanes: Int
}
