import Notation

/// What kind of thing a name stands for: it decides how the signs around the name are read.
public enum NameKind: Hashable, Sendable {
  case scalar
  /// A column with one entry for each member of the axis.
  case vector(Axis)
  case matrix(rows: Axis, columns: Axis)
  /// A vector over the classes that may also be written as a function of the outcome: P(x).
  case distribution
  /// A name that applies to what stands in the fence after it.
  case function
  /// A whole number that picks an entry: i, j, k, t.
  case index
}

/// What the entries of a vector are counted over.
public enum Axis: String, Hashable, Sendable, CaseIterable {
  case classes, examples, features
}

/// What a name of the course stands for, for the words that a screen says about it.
public enum NameMeaning: String, Hashable, Sendable, CaseIterable {
  case scores, probabilities, target, targetClass, sumOfExponentials, loss
  case dataDistribution, modelDistribution, information, entropy, crossEntropy, divergence
  case temperature, classCount, exampleCount, jacobian, softmax, logSoftmax, sigmoid, oneHot
  case logSumExp
  case features, parameters, inputs, learningRate, upstreamGradient, eulersNumber
  case outputIndex, inputIndex, summationIndex, lessonsOwn
}

/// One declared name: how it is read, and what it means if a definition says so.
public struct Name: Hashable, Sendable {
  /// As `Spelling` gives it: `z`, `\theta`, `D_{KL}`, `\hat{y}`.
  public var spelling: String
  public var kind: NameKind
  public var meaning: NameMeaning
  /// Whether a distribution may be written as a function of it: the x of P(x).
  public var isVariable: Bool
  /// By number of arguments, because H(P) and H(P, Q) are two functions.
  public internal(set) var definitions: [Int: Definition]

  public init(
    _ spelling: String, _ kind: NameKind, meaning: NameMeaning = .lessonsOwn,
    isVariable: Bool = false
  ) {
    self.spelling = spelling
    self.kind = kind
    self.meaning = meaning
    self.isVariable = isVariable
    definitions = [:]
  }
}
