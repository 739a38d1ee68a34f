// As in Softmax+EitherType.swift.

/// ``softmaxJacobian(_:)->[[Double]]`` of numbers of either type, computed in Double and rounded once.
public func softmaxJacobian<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>
) -> [[Scalar]] {
  softmaxJacobian(Scalar.widened(logits)).map { Scalar.rounded($0) }
}

/// ``softmaxJacobian(_:temperature:)->[[Double]]`` of numbers of either type, computed in Double and rounded once.
public func softmaxJacobian<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, temperature: Double
) throws(DomainError) -> [[Scalar]] {
  try softmaxJacobian(Scalar.widened(logits), temperature: temperature).map { Scalar.rounded($0) }
}

/// ``softmaxVJP(_:cotangent:temperature:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func softmaxVJP<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, cotangent: some Collection<Scalar>, temperature: Double = 1
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try softmaxVJP(
      Scalar.widened(logits), cotangent: Scalar.widened(cotangent), temperature: temperature))
}

/// ``softmaxJVP(_:tangent:temperature:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func softmaxJVP<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, tangent: some Collection<Scalar>, temperature: Double = 1
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try softmaxJVP(
      Scalar.widened(logits), tangent: Scalar.widened(tangent), temperature: temperature))
}

/// ``logSoftmaxVJP(_:cotangent:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSoftmaxVJP<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, cotangent: some Collection<Scalar>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try logSoftmaxVJP(
      Scalar.widened(logits), cotangent: Scalar.widened(cotangent), temperature: temperature,
      unit: unit))
}

/// ``logSoftmaxJVP(_:tangent:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSoftmaxJVP<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, tangent: some Collection<Scalar>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try logSoftmaxJVP(
      Scalar.widened(logits), tangent: Scalar.widened(tangent), temperature: temperature, unit: unit
    ))
}
