import SoftmaxCore

extension Question {
  /// The functions on vectors.
  static let vectors: [Question] = [
    Question("softmax", { try softmaxOf($0) }, { try softmaxOf($0) }),
    Question("logSoftmax", { try logSoftmaxOf($0) }, { try logSoftmaxOf($0) }),
    Question("logSumExp", { try logSumExpOf($0) }, { try logSumExpOf($0) }),
    Question("weightedLogSumExp", { try weightedLogSumExpOf($0) }, { try weightedLogSumExpOf($0) }),
    Question("stream", { try streamOf($0) }, { try streamOf($0) }),
    Question("logAddExp", { try logAddExpOf($0) }, { try logAddExpOf($0) }),
    Question("maskedSoftmax", { try maskedSoftmaxOf($0) }, { try maskedSoftmaxOf($0) }),
    Question("maskedLogSoftmax", { try maskedLogSoftmaxOf($0) }, { try maskedLogSoftmaxOf($0) }),
    Question("softmaxJacobian", { try softmaxJacobianOf($0) }, { try softmaxJacobianOf($0) }),
    Question("softmaxVJP", { try softmaxVJPOf($0) }, { try softmaxVJPOf($0) }),
    Question("softmaxJVP", { try softmaxJVPOf($0) }, { try softmaxJVPOf($0) }),
    Question("logSoftmaxVJP", { try logSoftmaxVJPOf($0) }, { try logSoftmaxVJPOf($0) }),
    Question("logSoftmaxJVP", { try logSoftmaxJVPOf($0) }, { try logSoftmaxJVPOf($0) }),
    Question("crossEntropy", { try crossEntropyOf($0) }, { try crossEntropyOf($0) }),
    Question(
      "crossEntropyOfLabel", { try crossEntropyOfLabelOf($0) }, { try crossEntropyOfLabelOf($0) }),
    Question(
      "crossEntropyGradient", { try crossEntropyGradientOf($0) }, { try crossEntropyGradientOf($0) }
    ),
    Question(
      "crossEntropyGradientOfLabel", { try crossEntropyGradientOfLabelOf($0) },
      { try crossEntropyGradientOfLabelOf($0) }),
    Question(
      "hessianVectorProduct", { try hessianVectorProductOf($0) }, { try hessianVectorProductOf($0) }
    ),
    Question("information", { try informationOf($0) }, { try informationOf($0) }),
    Question("entropy", { try entropyOf($0) }, { try entropyOf($0) }),
    Question("entropyOfLogits", { try entropyOfLogitsOf($0) }, { try entropyOfLogitsOf($0) }),
    Question("entropyTerms", { try entropyTermsOf($0) }, { try entropyTermsOf($0) }),
    Question("entropyGradient", { try entropyGradientOf($0) }, { try entropyGradientOf($0) }),
    Question("klDivergence", { try klDivergenceOf($0) }, { try klDivergenceOf($0) }),
    Question("klToLogits", { try klToLogitsOf($0) }, { try klToLogitsOf($0) }),
    Question("klTermsToLogits", { try klTermsToLogitsOf($0) }, { try klTermsToLogitsOf($0) }),
    Question("klOfLogits", { try klOfLogitsOf($0) }, { try klOfLogitsOf($0) }),
    Question(
      "klGradientOfLogits", { try klGradientOfLogitsOf($0) }, { try klGradientOfLogitsOf($0) }),
    Question(
      "klOfLogitsToLogits", { try klOfLogitsToLogitsOf($0) }, { try klOfLogitsToLogitsOf($0) }),
    Question(
      "klOfLogProbabilities", { try klOfLogProbabilitiesOf($0) }, { try klOfLogProbabilitiesOf($0) }
    ),
    Question(
      "crossEntropyOfProbabilities", { try crossEntropyOfProbabilitiesOf($0) },
      { try crossEntropyOfProbabilitiesOf($0) }),
    Question("sigmoid", { try sigmoidOf($0) }, { try sigmoidOf($0) }),
    Question("logSigmoid", { try logSigmoidOf($0) }, { try logSigmoidOf($0) }),
    Question(
      "binaryCrossEntropy", { try binaryCrossEntropyOf($0) }, { try binaryCrossEntropyOf($0) }),
    Question(
      "binaryCrossEntropyGradient", { try binaryCrossEntropyGradientOf($0) },
      { try binaryCrossEntropyGradientOf($0) }),
  ]
}

private func softmaxOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try softmax(input.z, temperature: input.temperature)
}

private func logSoftmaxOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmax(input.z, temperature: input.temperature, unit: input.unit)
}

private func logSumExpOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [logSumExp(input.z, temperature: input.temperature, unit: input.unit)]
}

private func weightedLogSumExpOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [logSumExp(input.z, weights: input.y)]
}

private func streamOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  [S(LogSumExpStream(input.z).value)]
}

private func logAddExpOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  zip(input.z, input.w).map { logAddExp($0, $1) }
}

private func maskedSoftmaxOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try softmax(input.z, mask: input.mask, temperature: input.temperature)
}

private func maskedLogSoftmaxOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmax(input.z, mask: input.mask, temperature: input.temperature, unit: input.unit)
}

private func softmaxJacobianOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try softmaxJacobian(input.z, temperature: input.temperature).flatMap { $0 }
}

private func softmaxVJPOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try softmaxVJP(input.z, cotangent: input.g, temperature: input.temperature)
}

private func softmaxJVPOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try softmaxJVP(input.z, tangent: input.g, temperature: input.temperature)
}

private func logSoftmaxVJPOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmaxVJP(input.z, cotangent: input.g, temperature: input.temperature, unit: input.unit)
}

private func logSoftmaxJVPOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try logSoftmaxJVP(input.z, tangent: input.g, temperature: input.temperature, unit: input.unit)
}

private func crossEntropyOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    crossEntropy(logits: input.z, target: input.y, temperature: input.temperature, unit: input.unit)
  ]
}

private func crossEntropyOfLabelOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    crossEntropy(
      logits: input.z, label: input.label, temperature: input.temperature, unit: input.unit)
  ]
}

private func crossEntropyGradientOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try crossEntropyGradient(
    logits: input.z, target: input.y, temperature: input.temperature, unit: input.unit)
}

private func crossEntropyGradientOfLabelOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try crossEntropyGradient(
    logits: input.z, label: input.label, temperature: input.temperature, unit: input.unit)
}

private func hessianVectorProductOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try crossEntropyHessianVectorProduct(
    logits: input.z, target: input.y, vector: input.g, temperature: input.temperature,
    unit: input.unit)
}

private func informationOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  information(input.p, unit: input.unit)
}

private func entropyOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  [entropy(input.p, unit: input.unit)]
}

private func entropyOfLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [entropy(logits: input.z, temperature: input.temperature, unit: input.unit)]
}

private func entropyTermsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try entropyTerms(logits: input.z, temperature: input.temperature, unit: input.unit)
}

private func entropyGradientOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try entropyGradient(logits: input.z, temperature: input.temperature, unit: input.unit)
}

private func klDivergenceOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [klDivergence(of: input.y, relativeTo: input.p, unit: input.unit)]
}

private func klToLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    klDivergence(
      of: input.p, relativeToLogits: input.z, temperature: input.temperature, unit: input.unit)
  ]
}

private func klTermsToLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try klDivergenceTerms(
    of: input.p, relativeToLogits: input.z, temperature: input.temperature, unit: input.unit)
}

private func klOfLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    klDivergence(
      ofLogits: input.z, relativeTo: input.p, temperature: input.temperature, unit: input.unit)
  ]
}

private func klGradientOfLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try klDivergenceGradient(
    ofLogits: input.z, relativeTo: input.p, temperature: input.temperature, unit: input.unit)
}

private func klOfLogitsToLogitsOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    klDivergence(
      ofLogits: input.z, relativeToLogits: input.w, temperature: input.temperature, unit: input.unit
    )
  ]
}

private func klOfLogProbabilitiesOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [
    klDivergence(
      ofLogProbabilities: input.z.map { -abs($0) },
      relativeToLogProbabilities: input.w.map { -abs($0) }, unit: input.unit)
  ]
}

private func crossEntropyOfProbabilitiesOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  try [crossEntropy(of: input.y, relativeTo: input.p, unit: input.unit)]
}

private func sigmoidOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  sigmoid(input.z)
}

private func logSigmoidOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  logSigmoid(input.z, unit: input.unit)
}

private func binaryCrossEntropyOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  zip(input.z, input.p).map {
    binaryCrossEntropy(logit: $0, target: $1, positiveWeight: 2, unit: input.unit)
  }
}

private func binaryCrossEntropyGradientOf<S: VectorScalar>(_ input: Typed<S>) throws -> [S] {
  zip(input.z, input.p).map {
    binaryCrossEntropyGradient(logit: $0, target: $1, positiveWeight: 2, unit: input.unit)
  }
}
