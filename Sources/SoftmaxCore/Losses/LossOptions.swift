/// How the losses of a batch become one.
public enum Reduction: Hashable, Sendable {
  /// One loss a row. The gradient is then that of their sum.
  case none
  /// The sum over the rows.
  case sum
  /// The sum over the number of rows; with labels, over the weights of the rows that count.
  case mean
}

/// What the rows of a batch should have been.
public enum LossTarget<Scalar: ArrayScalar>: Hashable, Sendable {
  /// The true class of each row, counted from 0.
  case labels([Int])
  /// A distribution a row, one-hot or any weights; the shape of the logits.
  case distributions(NDArray<Scalar>)
}

/// What may be varied about a classification loss.
public struct LossOptions: Hashable, Sendable {
  /// How the losses of the rows become one.
  public var reduction: Reduction
  /// ε: the target becomes (1 − ε) y + ε/K, in 0...1.
  public var labelSmoothing: Double
  /// One factor a class, ≥ 0; nil for 1 throughout.
  public var classWeights: [Double]?
  /// Rows with this label count for nothing, whatever their logits are; nil for none.
  public var ignoredLabel: Int?
  /// The base of the logarithm; the gradient is per unit too.
  public var unit: InformationUnit

  /// The defaults are PyTorch's, but that no label is ignored: −100, its default, is asked for.
  public init(
    reduction: Reduction = .mean, labelSmoothing: Double = 0, classWeights: [Double]? = nil,
    ignoredLabel: Int? = nil, unit: InformationUnit = .nats
  ) {
    self.reduction = reduction
    self.labelSmoothing = labelSmoothing
    self.classWeights = classWeights
    self.ignoredLabel = ignoredLabel
    self.unit = unit
  }
}
