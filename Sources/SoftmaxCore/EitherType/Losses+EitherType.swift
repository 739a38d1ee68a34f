// As in Softmax+EitherType.swift.

/// ``crossEntropy(logits:target:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func crossEntropy<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, target: some Collection<Scalar>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> Scalar {
  Scalar(
    try crossEntropy(
      logits: Scalar.widened(logits), target: Scalar.widened(target), temperature: temperature,
      unit: unit))
}

/// ``crossEntropy(logits:label:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func crossEntropy<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, label: Int, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(DomainError) -> Scalar {
  Scalar(
    try crossEntropy(
      logits: Scalar.widened(logits), label: label, temperature: temperature, unit: unit))
}

/// ``crossEntropyGradient(logits:target:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func crossEntropyGradient<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, target: some Collection<Scalar>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try crossEntropyGradient(
      logits: Scalar.widened(logits), target: Scalar.widened(target), temperature: temperature,
      unit: unit))
}

/// ``crossEntropyGradient(logits:label:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func crossEntropyGradient<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, label: Int, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(DomainError) -> [Scalar] {
  Scalar.rounded(
    try crossEntropyGradient(
      logits: Scalar.widened(logits), label: label, temperature: temperature, unit: unit))
}

/// ``crossEntropyHessianVectorProduct(logits:target:vector:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func crossEntropyHessianVectorProduct<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, target: some Collection<Scalar>,
  vector: some Collection<Scalar>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try crossEntropyHessianVectorProduct(
      logits: Scalar.widened(logits), target: Scalar.widened(target),
      vector: Scalar.widened(vector), temperature: temperature, unit: unit))
}
