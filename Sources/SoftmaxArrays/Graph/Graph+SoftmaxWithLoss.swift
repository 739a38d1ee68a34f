public import SoftmaxCore

extension Graph {
  /// The nodes of softmax with cross entropy, as drawn on paper.
  public struct SoftmaxWithLossNodes: Hashable, Sendable {
    /// z, the inputs.
    public var logits: [ID]
    /// exp zₖ.
    public var exponentials: [ID]
    /// S = Σ exp z.
    public var sum: ID
    /// 1/S.
    public var inverse: ID
    /// One copy of 1/S a class.
    public var copies: [ID]
    /// pₖ = exp zₖ · 1/S.
    public var probabilities: [ID]
    /// log pₖ.
    public var logs: [ID]
    /// y, inputs too.
    public var targets: [ID]
    /// yₖ log pₖ.
    public var products: [ID]
    /// −Σ yₖ log pₖ.
    public var loss: ID
  }

  /// softmax and cross entropy, −Σ yₖ log pₖ, from exp, +, ÷, copy, ×, log.
  ///
  /// As on paper, with no shift: logits above 709 overflow here; `crossEntropy(logits:target:)`
  /// is for those.
  ///
  /// - Parameter logits: shape `[K]`.
  /// - Parameter target: shape `[K]`, one-hot or any weights; a weight of 0 still meets log p, so a
  ///   probability that underflows makes a NaN of it.
  /// - Returns: the nodes, ready for ``backward(from:)`` from their loss.
  /// - Throws: `ShapeError` if the lengths differ.
  public mutating func softmaxWithLoss(
    logits: [Double], target: [Double]
  ) throws(ShapeError) -> SoftmaxWithLossNodes {
    try checkClassCount(
      of: ("logits", logits.count), equals: ("target", target.count), in: "softmaxWithLoss")
    let scores = logits.map { input($0) }
    let exponentials = scores.map { exp($0) }
    let sum = sum(exponentials)
    let inverse = divide(input(1), sum)
    let copies = scores.map { _ in copy(inverse) }
    let probabilities = zip(exponentials, copies).map { multiply($0, $1) }
    let logs = probabilities.map { log($0) }
    let targets = target.map { input($0) }
    let products = zip(targets, logs).map { multiply($0, $1) }
    let loss = multiply(input(-1), self.sum(products))
    return SoftmaxWithLossNodes(
      logits: scores, exponentials: exponentials, sum: sum, inverse: inverse, copies: copies,
      probabilities: probabilities, logs: logs, targets: targets, products: products, loss: loss)
  }
}
