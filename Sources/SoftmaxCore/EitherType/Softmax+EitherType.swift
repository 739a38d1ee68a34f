// The same functions for collections of Float, and for code that is generic over both types. Those of
// Double are written out, so that a literal such as [2, 1, 0] means Doubles.

/// ``softmax(_:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func softmax<Scalar: VectorScalar>(_ logits: some Collection<Scalar>) -> [Scalar] {
  Scalar.rounded(softmax(Scalar.widened(logits)))
}

/// ``softmax(_:temperature:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func softmax<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, temperature: Double
) throws(DomainError) -> [Scalar] {
  Scalar.rounded(try softmax(Scalar.widened(logits), temperature: temperature))
}

/// ``logSoftmax(_:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSoftmax<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, unit: InformationUnit = .nats
) -> [Scalar] {
  Scalar.rounded(logSoftmax(Scalar.widened(logits), unit: unit))
}

/// ``logSoftmax(_:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSoftmax<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, temperature: Double, unit: InformationUnit = .nats
) throws(DomainError) -> [Scalar] {
  Scalar.rounded(try logSoftmax(Scalar.widened(logits), temperature: temperature, unit: unit))
}

/// ``logSumExp(_:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func logSumExp<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(logSumExp(Scalar.widened(logits), unit: unit))
}

/// ``logSumExp(_:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func logSumExp<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, temperature: Double, unit: InformationUnit = .nats
) throws(DomainError) -> Scalar {
  Scalar(try logSumExp(Scalar.widened(logits), temperature: temperature, unit: unit))
}

/// ``softmax(_:mask:temperature:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func softmax<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, mask: some Collection<Bool>, temperature: Double = 1
) throws(InputError) -> [Scalar] {
  Scalar.rounded(try softmax(Scalar.widened(logits), mask: mask, temperature: temperature))
}

/// ``logSoftmax(_:mask:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSoftmax<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, mask: some Collection<Bool>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try logSoftmax(Scalar.widened(logits), mask: mask, temperature: temperature, unit: unit))
}

/// ``logSumExp(_:weights:)->Double`` of numbers of either type, computed in Double and rounded once.
public func logSumExp<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, weights: some Collection<Scalar>
) throws(ShapeError) -> Scalar {
  Scalar(try logSumExp(Scalar.widened(logits), weights: Scalar.widened(weights)))
}

/// ``logAddExp(_:_:)->Double`` of numbers of either type, computed in Double and rounded once.
public func logAddExp<Scalar: VectorScalar>(_ a: Scalar, _ b: Scalar) -> Scalar {
  Scalar(logAddExp(Double(a), Double(b)))
}

/// ``sigmoid(_:)->Double`` of numbers of either type, computed in Double and rounded once.
public func sigmoid<Scalar: VectorScalar>(_ logit: Scalar) -> Scalar {
  Scalar(sigmoid(Double(logit)))
}

/// ``sigmoid(_:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func sigmoid<Scalar: VectorScalar>(_ logits: some Collection<Scalar>) -> [Scalar] {
  Scalar.rounded(sigmoid(Scalar.widened(logits)))
}

/// ``logSigmoid(_:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func logSigmoid<Scalar: VectorScalar>(
  _ logit: Scalar, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(logSigmoid(Double(logit), unit: unit))
}

/// ``logSigmoid(_:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func logSigmoid<Scalar: VectorScalar>(
  _ logits: some Collection<Scalar>, unit: InformationUnit = .nats
) -> [Scalar] {
  Scalar.rounded(logSigmoid(Scalar.widened(logits), unit: unit))
}

/// ``binaryCrossEntropy(logit:target:positiveWeight:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func binaryCrossEntropy<Scalar: VectorScalar>(
  logit: Scalar, target: Scalar, positiveWeight: Double = 1, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(
    binaryCrossEntropy(
      logit: Double(logit), target: Double(target), positiveWeight: positiveWeight, unit: unit))
}

/// ``binaryCrossEntropyGradient(logit:target:positiveWeight:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func binaryCrossEntropyGradient<Scalar: VectorScalar>(
  logit: Scalar, target: Scalar, positiveWeight: Double = 1, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(
    binaryCrossEntropyGradient(
      logit: Double(logit), target: Double(target), positiveWeight: positiveWeight, unit: unit))
}
