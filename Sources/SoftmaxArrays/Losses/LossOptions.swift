public import SoftmaxCore

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
  /// One factor a class, ≥ 0 and finite; nil for 1 throughout.
  public var classWeights: [Double]?
  /// One factor an example, ≥ 0 and finite; nil for 1 throughout. The mean divides by their sum.
  public var exampleWeights: [Double]?
  /// Rows with this label count for nothing, whatever their logits are; nil for none.
  public var ignoredLabel: Int?
  /// T ≥ 0: the loss is that of softmax(z/T), and its gradient ∂/∂z has the factor 1/T. 0 and `∞` are
  /// limits.
  public var temperature: Double
  /// The axis of the classes, counted from 0, or from −1 at the end; PyTorch has them along 1.
  public var axis: Int
  /// The base of the logarithm; the gradient is per unit too.
  public var unit: InformationUnit

  /// The defaults are PyTorch's, but that no label is ignored: −100, its default, is asked for; and
  /// that the classes are along the last axis.
  public init(
    reduction: Reduction = .mean, labelSmoothing: Double = 0, classWeights: [Double]? = nil,
    exampleWeights: [Double]? = nil, ignoredLabel: Int? = nil, temperature: Double = 1,
    axis: Int = -1, unit: InformationUnit = .nats
  ) {
    self.reduction = reduction
    self.labelSmoothing = labelSmoothing
    self.classWeights = classWeights
    self.exampleWeights = exampleWeights
    self.ignoredLabel = ignoredLabel
    self.temperature = temperature
    self.axis = axis
    self.unit = unit
  }
}
