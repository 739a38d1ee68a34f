import SoftmaxArrays
import SoftmaxCore

extension Question {
  /// The functions on arrays.
  static let arrays: [Question] = [
    Question("arraySoftmax", { try arraySoftmaxOf($0) }, { try arraySoftmaxOf($0) }),
    Question("arrayLogSoftmax", { try arrayLogSoftmaxOf($0) }, { try arrayLogSoftmaxOf($0) }),
    Question("arrayLogSumExp", { try arrayLogSumExpOf($0) }, { try arrayLogSumExpOf($0) }),
    Question("arrayJacobian", { try arrayJacobianOf($0) }, { try arrayJacobianOf($0) }),
    Question(
      "arrayMaskedSoftmax", { try arrayMaskedSoftmaxOf($0) }, { try arrayMaskedSoftmaxOf($0) }),
    Question("arrayLogAddExp", { try arrayLogAddExpOf($0) }, { try arrayLogAddExpOf($0) }),
    Question("longSoftmax", { try longSoftmaxOf($0) }, { try longSoftmaxOf($0) }),
    Question("softmaxBackward", { try softmaxBackwardOf($0) }, { try softmaxBackwardOf($0) }),
    Question(
      "logSoftmaxBackward", { try logSoftmaxBackwardOf($0) }, { try logSoftmaxBackwardOf($0) }),
    Question("logSumExpBackward", { try logSumExpBackwardOf($0) }, { try logSumExpBackwardOf($0) }),
    Question("labelLoss", { try labelLossOf($0) }, { try labelLossOf($0) }),
    Question("smoothedLoss", { try smoothedLossOf($0) }, { try smoothedLossOf($0) }),
    Question("targetLoss", { try targetLossOf($0) }, { try targetLossOf($0) }),
    Question("divergenceLoss", { try divergenceLossOf($0) }, { try divergenceLossOf($0) }),
    Question("logDivergence", { try logDivergenceOf($0) }, { try logDivergenceOf($0) }),
    Question("logLogDivergence", { try logLogDivergenceOf($0) }, { try logLogDivergenceOf($0) }),
    Question("probabilityLoss", { try probabilityLossOf($0) }, { try probabilityLossOf($0) }),
    Question(
      "negativeLogLikelihood", { try negativeLogLikelihoodOf($0) },
      { try negativeLogLikelihoodOf($0) }),
    Question("batchEntropy", { try batchEntropyOf($0) }, { try batchEntropyOf($0) }),
    Question("batchBinary", { try batchBinaryOf($0) }, { try batchBinaryOf($0) }),
  ]
}

private func arraySoftmaxOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try softmax(NDArray(input.z), temperature: input.temperature).elements
}

private func arrayLogSoftmaxOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmax(NDArray(input.z), temperature: input.temperature).elements
}

private func arrayLogSumExpOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try logSumExp(NDArray(input.z), temperature: input.temperature).elements
}

private func arrayJacobianOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try softmaxJacobian(NDArray(input.z)).elements
}

private func arrayMaskedSoftmaxOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try softmax(NDArray(input.z), mask: input.mask, temperature: input.temperature).elements
}

private func arrayLogAddExpOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try logAddExp(NDArray(input.z), NDArray(input.w)).elements
}

private func longSoftmaxOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try softmax(NDArray(input.z + input.w)).elements
}

private func softmaxBackwardOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  let probabilities = try softmax(NDArray(input.z), temperature: input.temperature)
  return try softmaxBackward(
    probabilities: probabilities, cotangent: NDArray(input.g), temperature: input.temperature
  ).elements
}

private func logSoftmaxBackwardOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmaxBackward(
    logProbabilities: NDArray(input.z.map { -abs($0) }), cotangent: NDArray(input.g),
    temperature: input.temperature
  ).elements
}

private func logSumExpBackwardOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try logSumExpBackward(
    logits: NDArray(input.z), cotangent: NDArray(shape: [], elements: [input.g[0]]),
    temperature: input.temperature
  ).elements
}

private func labelLossOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    crossEntropyWithGradient(
      logits: NDArray(input.z), target: .labels([input.label]),
      options: LossOptions(temperature: input.temperature, unit: input.unit)))
}

private func smoothedLossOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    crossEntropyWithGradient(
      logits: NDArray(input.z), target: .labels([input.label]),
      options: LossOptions(
        reduction: .sum, labelSmoothing: 0.25, classWeights: S.widened(input.y),
        temperature: input.temperature)))
}

private func targetLossOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    crossEntropyWithGradient(
      logits: NDArray(input.z), target: .distributions(NDArray(input.y)),
      options: LossOptions(temperature: input.temperature, unit: input.unit)))
}

private func divergenceLossOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    klDivergenceWithGradient(
      logits: NDArray(input.z), target: .distributions(NDArray(input.y)),
      options: LossOptions(temperature: input.temperature)))
}

private func logDivergenceOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    klDivergenceWithGradient(
      logProbabilities: NDArray(input.z.map { -abs($0) }), target: NDArray(input.y)))
}

private func logLogDivergenceOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    klDivergenceWithGradient(
      logProbabilities: NDArray(input.z.map { -abs($0) }),
      target: NDArray(input.w.map { -abs($0) }), isLogTarget: true))
}

private func probabilityLossOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    crossEntropy(
      probabilities: NDArray(input.p), target: .distributions(NDArray(input.y)),
      options: LossOptions(unit: input.unit)))
}

private func negativeLogLikelihoodOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    negativeLogLikelihood(
      logProbabilities: NDArray(input.z.map { -abs($0) }), labels: [input.label]))
}

private func batchEntropyOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(entropyOfBatch(input))
}

private func batchBinaryOf<S: ArrayScalar>(_ input: Typed<S>) throws -> [S] {
  try both(
    binaryCrossEntropyWithGradient(
      logits: NDArray(input.z), target: NDArray(input.p), positiveWeight: 2, reduction: .none))
}

private func entropyOfBatch<S: ArrayScalar>(
  _ input: Typed<S>
) throws -> (loss: NDArray<S>, gradient: NDArray<S>) {
  let result = try entropyWithGradient(
    logits: NDArray(input.z), temperature: input.temperature)
  return (result.entropy, result.gradient)
}

/// The loss, or the losses, and behind them the gradient.
private func both<S>(_ result: (loss: NDArray<S>, gradient: NDArray<S>)) -> [S] {
  result.loss.elements + result.gradient.elements
}
