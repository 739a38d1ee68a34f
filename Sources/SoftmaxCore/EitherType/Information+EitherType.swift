// As in Softmax+EitherType.swift.

/// ``information(_:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func information<Scalar: VectorScalar>(
  _ probability: Scalar, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(information(Double(probability), unit: unit))
}

/// ``information(_:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func information<Scalar: VectorScalar>(
  _ probabilities: some Collection<Scalar>, unit: InformationUnit = .nats
) -> [Scalar] {
  Scalar.rounded(information(Scalar.widened(probabilities), unit: unit))
}

/// ``entropy(_:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func entropy<Scalar: VectorScalar>(
  _ p: some Collection<Scalar>, unit: InformationUnit = .nats
) -> Scalar {
  Scalar(entropy(Scalar.widened(p), unit: unit))
}

/// ``entropy(logits:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func entropy<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> Scalar {
  Scalar(try entropy(logits: Scalar.widened(logits), temperature: temperature, unit: unit))
}

/// ``entropyTerms(logits:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func entropyTerms<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> [Scalar] {
  Scalar.rounded(
    try entropyTerms(logits: Scalar.widened(logits), temperature: temperature, unit: unit))
}

/// ``entropyGradient(logits:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func entropyGradient<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> [Scalar] {
  Scalar.rounded(
    try entropyGradient(logits: Scalar.widened(logits), temperature: temperature, unit: unit))
}

/// ``klDivergence(of:relativeTo:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func klDivergence<Scalar: VectorScalar>(
  of p: some Collection<Scalar>, relativeTo q: some Collection<Scalar>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Scalar {
  Scalar(try klDivergence(of: Scalar.widened(p), relativeTo: Scalar.widened(q), unit: unit))
}

/// ``crossEntropy(of:relativeTo:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func crossEntropy<Scalar: VectorScalar>(
  of p: some Collection<Scalar>, relativeTo q: some Collection<Scalar>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Scalar {
  Scalar(try crossEntropy(of: Scalar.widened(p), relativeTo: Scalar.widened(q), unit: unit))
}

/// ``klDivergence(of:relativeToLogits:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func klDivergence<Scalar: VectorScalar>(
  of p: some Collection<Scalar>, relativeToLogits logits: some Collection<Scalar>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Scalar {
  Scalar(
    try klDivergence(
      of: Scalar.widened(p), relativeToLogits: Scalar.widened(logits), temperature: temperature,
      unit: unit))
}

/// ``klDivergenceTerms(of:relativeToLogits:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func klDivergenceTerms<Scalar: VectorScalar>(
  of p: some Collection<Scalar>, relativeToLogits logits: some Collection<Scalar>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try klDivergenceTerms(
      of: Scalar.widened(p), relativeToLogits: Scalar.widened(logits), temperature: temperature,
      unit: unit))
}

/// ``klDivergence(ofLogits:relativeTo:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func klDivergence<Scalar: VectorScalar>(
  ofLogits logits: some Collection<Scalar>, relativeTo q: some Collection<Scalar>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Scalar {
  Scalar(
    try klDivergence(
      ofLogits: Scalar.widened(logits), relativeTo: Scalar.widened(q), temperature: temperature,
      unit: unit))
}

/// ``klDivergenceGradient(ofLogits:relativeTo:temperature:unit:)->[Double]`` of numbers of either type, computed in Double and rounded once.
public func klDivergenceGradient<Scalar: VectorScalar>(
  ofLogits logits: some Collection<Scalar>, relativeTo q: some Collection<Scalar>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Scalar] {
  Scalar.rounded(
    try klDivergenceGradient(
      ofLogits: Scalar.widened(logits), relativeTo: Scalar.widened(q), temperature: temperature,
      unit: unit))
}

/// ``klDivergence(ofLogits:relativeToLogits:temperature:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func klDivergence<Scalar: VectorScalar>(
  ofLogits logits: some Collection<Scalar>, relativeToLogits others: some Collection<Scalar>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Scalar {
  Scalar(
    try klDivergence(
      ofLogits: Scalar.widened(logits), relativeToLogits: Scalar.widened(others),
      temperature: temperature, unit: unit))
}

/// ``klDivergence(ofLogProbabilities:relativeToLogProbabilities:unit:)->Double`` of numbers of either type, computed in Double and rounded once.
public func klDivergence<Scalar: VectorScalar>(
  ofLogProbabilities p: some Collection<Scalar>,
  relativeToLogProbabilities q: some Collection<Scalar>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Scalar {
  Scalar(
    try klDivergence(
      ofLogProbabilities: Scalar.widened(p), relativeToLogProbabilities: Scalar.widened(q),
      unit: unit))
}
