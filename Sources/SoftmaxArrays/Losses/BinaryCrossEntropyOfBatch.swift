public import SoftmaxCore

/// The binary cross entropy of each element with σ(x), straight from the logits, and its gradient.
///
/// ```
/// loss = −w y log σ(x) − (1 − y) log σ(−x),    ∂loss/∂x = (1 − y) σ(x) − w y σ(−x)
/// ```
///
/// - Parameter logits: x, any shape; `±∞` is a certain answer.
/// - Parameter target: y, the same shape, each usually 0 or 1.
/// - Parameter positiveWeight: w, by how much a yes weighs more than a no.
/// - Parameter reduction: the mean over all elements by default; without one the gradient is that of
///   the sum.
/// - Returns: nats, the shape of the logits if nothing is reduced, else a scalar; `+∞` for a certain
///   answer that is wrong; and the gradient in the shape of the logits. Within 4 ulps of the exact
///   value, the gradient of the larger of its two terms.
/// - Throws: `InputError`: a shape if the two differ, a domain if the weight is negative, NaN or
///   infinite.
/// - SeeAlso: PyTorch's `BCEWithLogitsLoss`; Bishop, *Pattern Recognition and Machine Learning*,
///   Springer 2006, eq. 4.90–4.91.
public func binaryCrossEntropyWithGradient<Scalar>(
  logits: NDArray<Scalar>, target: NDArray<Scalar>, positiveWeight: Double = 1,
  reduction: Reduction = .mean
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let operation = "binaryCrossEntropyWithGradient"
  try checkShapes(("logits", logits.shape), ("target", target.shape), in: operation)
  guard positiveWeight >= 0, positiveWeight.isFinite else {
    throw .domain(
      DomainError(
        operation: operation, operand: "positive weight", value: positiveWeight,
        requirement: "it must be 0 or more, and finite"))
  }
  let count = logits.storage.count
  let divisor = reduction == .mean ? Double(count) : 1
  var losses: [Scalar] = []
  let gradient = newElements(count: count) { output in
    logits.storage.withUnsafePointer { x in
      target.storage.withUnsafePointer { y in
        losses = newElements(count: count) { losses in
          Scalar.kernels.binaryLoss(
            BinaryElements(
              logits: x, targets: y, count: count, positiveWeight: positiveWeight,
              gradientScale: 1 / divisor), losses, output)
        }
      }
    }
  }
  let gradients = NDArray(uncheckedShape: logits.shape, elements: gradient)
  guard reduction != .none else {
    return (NDArray(uncheckedShape: logits.shape, elements: losses), gradients)
  }
  var total = 0.0
  losses.withUnsafePointer { total = Scalar.kernels.total($0, count) }
  let loss = count == 0 && reduction == .mean ? .nan : total / divisor
  return (NDArray(uncheckedShape: [], elements: [Scalar(loss)]), gradients)
}
