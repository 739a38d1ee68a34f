/// The fibres of an array, the lines of elements that are normalised together, as the kernels see
/// them.
///
/// Row-major with shape [outer, axis, inner], normalised along `axis`; or, where no one stride leads
/// along a fibre, with tables of where its elements are.
struct FibreLayout: Hashable, Sendable {
  var outer: Int
  var axis: Int
  var inner: Int
  var tables: Tables?

  /// Element j of fibre i is at starts[i] + offsets[j].
  struct Tables: Hashable, Sendable {
    var starts: [Int]
    var offsets: [Int]
  }

  /// How many fibres there are.
  var count: Int { outer * inner }

  init(outer: Int, axis: Int, inner: Int) {
    (self.outer, self.axis, self.inner) = (outer, axis, inner)
  }

  init(_ tables: Tables) {
    self.init(outer: tables.starts.count, axis: tables.offsets.count, inner: 1)
    self.tables = tables
  }
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

/// Rows of logits with a target each, for the fused loss: y = weight ((1 − ε) t + ε/K).
struct TargetedRows<Scalar> {
  var logits: UnsafePointer<Scalar>
  var rows: Int
  var classes: Int
  /// t, a distribution a row; nil for the one-hot rows of the labels.
  var distributions: UnsafePointer<Scalar>?
  /// −1 for a row that is left out; nil where distributions are given.
  var labels: UnsafePointer<Int32>?
  var classWeights: UnsafePointer<Scalar>?
  /// ε.
  var smoothing: Double
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
      _ input: UnsafePointer<Scalar>, _ output: UnsafeMutablePointer<Scalar>, FibreLayout,
      _ temperature: Double
    ) -> Void
  typealias Backward =
    @Sendable (
      _ forward: UnsafePointer<Scalar>, _ cotangent: UnsafePointer<Scalar>,
      _ output: UnsafeMutablePointer<Scalar>, FibreLayout, _ factor: Double
    ) -> Void

  let softmax: AlongAxis
  let logSoftmax: AlongAxis
  /// The output has one element a fibre.
  let logSumExp: AlongAxis
  /// The product, times a factor.
  let softmaxBackward: Backward
  let logSoftmaxBackward: Backward
  /// Each fibre of the values times its own factor.
  let scaleFibres:
    @Sendable (
      _ values: UnsafeMutablePointer<Scalar>, _ factors: UnsafePointer<Scalar>, FibreLayout
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
  /// −log p of the labels; `logits` are log-probabilities here.
  let logLikelihoodLoss:
    @Sendable (
      LabelledRows<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>
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
  /// The first of the largest elements of each row; a NaN is larger than any number.
  let argMax:
    @Sendable (
      UnsafePointer<Scalar>, _ rows: Int, _ columns: Int, _ output: UnsafeMutablePointer<Int32>
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
