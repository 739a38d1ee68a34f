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
  var rowWeights: UnsafePointer<Scalar>?
  var gradientScale: Double
  /// How far apart the classes of a row are; so many rows lie between each other.
  var inner = 1

  var layout: FibreLayout { FibreLayout(outer: rows / inner, axis: classes, inner: inner) }
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
  var rowWeights: UnsafePointer<Scalar>?
  /// ε.
  var smoothing: Double
  var gradientScale: Double
  /// Of the logits.
  var temperature: Double
  /// Whether the target's entropy is taken from the loss: Σ y (log t − log p).
  var isRelative: Bool
}

/// Rows of log-probabilities with a target each, for the divergence.
struct LogTargetedRows<Scalar> {
  var logProbabilities: UnsafePointer<Scalar>
  var rows: Int
  var classes: Int
  var targets: UnsafePointer<Scalar>
  /// Whether the targets are logarithms too.
  var areLogs: Bool
  var gradientScale: Double
}

/// Rows of logits, for their entropy.
struct PlainRows<Scalar> {
  var logits: UnsafePointer<Scalar>
  var rows: Int
  var classes: Int
  var temperature: Double
  /// What the gradient is multiplied by.
  var factor: Double
}

/// Rows of logits with a mask over each.
struct MaskedRows<Scalar> {
  var logits: UnsafePointer<Scalar>
  /// 0 where a class takes no part.
  var mask: UnsafePointer<UInt8>
  var rows: Int
  var classes: Int
  var temperature: Double
}

/// Logits of yes or no, each with its target.
struct BinaryElements<Scalar> {
  var logits: UnsafePointer<Scalar>
  var targets: UnsafePointer<Scalar>
  var count: Int
  var positiveWeight: Double
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
