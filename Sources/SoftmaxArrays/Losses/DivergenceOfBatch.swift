public import SoftmaxCore

/// The divergence of targets from a batch, D(y‖softmax(z/T)), straight from the logits, and its
/// gradient with respect to them.
///
/// ```
/// loss = Σₖ wₖ yₖ (log yₖ − log pₖ),    ∂loss/∂zᵢ = (pᵢ Σₖ wₖ yₖ − wᵢ yᵢ) / (T ln b)
/// ```
/// It is the cross entropy without the targets' own entropy, and has the same gradient.
///
/// - Parameter logits: as for ``crossEntropy(logits:target:options:)``.
/// - Parameter target: labels, or distributions of the shape of the logits.
/// - Parameter options: as for the cross entropy. The mean is that over the rows, PyTorch's
///   `batchmean`.
/// - Returns: the loss, ≥ 0 for distributions, and the gradient in the shape of the logits. Within
///   4 ulps of the exact value, or of the larger of cross entropy and entropy, which cancel.
/// - Throws: `InputError`, as the cross entropy.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergenceWithGradient<Scalar>(
  logits: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let plan = try LossPlan(
    shape: logits.shape, target: target, options: options, isRelative: true,
    operation: "klDivergenceWithGradient")
  return plan.lossAndGradient(of: logits, by: plan.crossEntropy)
}

/// The divergence of targets from log-probabilities, along the last axis, and its gradient with
/// respect to those.
///
/// ```
/// loss = Σₖ yₖ (log yₖ − aₖ),    ∂loss/∂aₖ = −yₖ,    a = log p
/// ```
///
/// - Parameter logProbabilities: a in nats, shape `[N, K]`, `[K]` for one example, or more axes.
/// - Parameter target: y, the same shape; or log y, if `isLogTarget`.
/// - Parameter isLogTarget: whether the target is given as logarithms, as log-softmax returns them.
/// - Parameter reduction: the mean is that over the rows, PyTorch's `batchmean`.
/// - Returns: the loss in nats, the shape without the classes if nothing is reduced, else a scalar;
///   `+∞` where aₖ = `−∞` and yₖ > 0; and the gradient in the shape of the log-probabilities, that
///   of the sum if nothing is reduced. Within 4 ulps of the exact value, or of the larger of
///   Σ y log y and Σ y a, which cancel.
/// - Throws: `InputError`: a shape if the two differ, a domain for a scalar.
/// - SeeAlso: PyTorch's `kl_div`; Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergenceWithGradient<Scalar>(
  logProbabilities: NDArray<Scalar>, target: NDArray<Scalar>, isLogTarget: Bool = false,
  reduction: Reduction = .mean
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let operation = "klDivergenceWithGradient"
  try checkShapes(
    ("logProbabilities", logProbabilities.shape), ("target", target.shape), in: operation)
  let plan = try LossPlan<Scalar>(
    "logProbabilities", shape: logProbabilities.shape, target: .distributions(target),
    options: LossOptions(reduction: reduction), operation: operation)
  return plan.lossAndGradient(of: logProbabilities) { logP, gradient in
    plan.reduced { losses in
      guard let logP else { return }
      target.storage.withUnsafePointer { targets in
        Scalar.kernels.logDivergence(
          LogTargetedRows(
            logProbabilities: logP, rows: plan.rows, classes: plan.classes, targets: targets,
            areLogs: isLogTarget, gradientScale: plan.gradientScale), losses, gradient)
      }
    }
  }
}

/// The distillation loss of a student that learns a teacher's probabilities at temperature T.
///
/// ```
/// loss = T² D(softmax(t/T)‖softmax(s/T)),    ∂loss/∂s = T (softmax(s/T) − softmax(t/T))
/// ```
/// The factor T² keeps the size of the gradient as T grows; the mean divides by the rows.
///
/// - Parameter student: s, logits of shape `[N, K]`, `[K]` for one example, or more axes.
/// - Parameter teacher: t, logits of the same shape; nothing flows back to them.
/// - Parameter temperature: T, positive and finite.
/// - Parameter reduction: the mean by default.
/// - Returns: the loss in nats and its gradient with respect to the student's logits.
/// - Throws: `InputError`: a shape if the two differ, a domain if the temperature is not positive
///   and finite.
/// - SeeAlso: Hinton, Vinyals & Dean, "Distilling the knowledge in a neural network", 2015,
///   arXiv:1503.02531, §2.
public func distillationLossWithGradient<Scalar>(
  student: NDArray<Scalar>, teacher: NDArray<Scalar>, temperature: Double,
  reduction: Reduction = .mean
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let operation = "distillationLossWithGradient"
  try checkShapes(("student", student.shape), ("teacher", teacher.shape), in: operation)
  guard temperature > 0, temperature.isFinite else {
    throw .domain(
      DomainError(
        operation: operation, operand: "temperature", value: temperature,
        requirement: "it must be positive and finite"))
  }
  let target: NDArray<Scalar>
  do { target = try softmax(teacher, temperature: temperature) } catch { throw .domain(error) }
  let plan = try LossPlan(
    "student", shape: student.shape, target: .distributions(target),
    options: LossOptions(reduction: reduction, temperature: temperature), isRelative: true,
    factor: temperature * temperature, operation: operation)
  return plan.lossAndGradient(of: student, by: plan.crossEntropy)
}
