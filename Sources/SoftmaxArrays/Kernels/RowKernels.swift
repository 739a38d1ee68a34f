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
  /// −Σ y log p; `logits` are probabilities here.
  let probabilityLoss:
    @Sendable (
      TargetedRows<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Σ y (log y − log p).
  let logDivergence:
    @Sendable (
      LogTargetedRows<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>?
    ) -> Void
  let entropy:
    @Sendable (
      PlainRows<Scalar>, _ entropies: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>?
    ) -> Void
  /// The losses are as many as the logits.
  let binaryLoss:
    @Sendable (
      BinaryElements<Scalar>, _ losses: UnsafeMutablePointer<Scalar>,
      _ gradient: UnsafeMutablePointer<Scalar>?
    ) -> Void
  /// softmax over the classes that the mask leaves.
  let maskedSoftmax: @Sendable (MaskedRows<Scalar>, _ output: UnsafeMutablePointer<Scalar>) -> Void
  /// The input where the mask is not 0, and the other number elsewhere.
  let masked:
    @Sendable (
      UnsafePointer<Scalar>, _ mask: UnsafePointer<UInt8>, _ other: Double,
      _ output: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> Void
  /// Output i is the input at place i.
  let gathered:
    @Sendable (
      UnsafePointer<Scalar>, _ places: UnsafePointer<Int>, _ output: UnsafeMutablePointer<Scalar>,
      _ count: Int
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
  /// theta = decay · theta − rate · sum, and the sum becomes 0.
  let descend:
    @Sendable (
      _ theta: UnsafeMutablePointer<Scalar>, _ sum: UnsafeMutablePointer<Scalar>, _ count: Int,
      _ rate: Double, _ decay: Double
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
