/// What is wrong, as a case with its data, and the one place that makes a sentence of it.
///
/// An enum a subject conforms, such as ``ReadingProblem``. Code throws and compares the case; who
/// shows it asks for the sentence in the learner's language. A catalogue is a `switch` over the
/// cases and no table of texts: the compiler sees that none is left out, a language puts the data in
/// the order and the number that its grammar wants, and nothing is built until it is shown.
public protocol Problem: Hashable, Sendable {
  /// One sentence without a full stop: `unknown command \sofmax`.
  func sentence(in language: Language) -> String
}

extension Problem {
  /// Whether another problem, perhaps of another subject, is the same.
  public func equals(_ other: any Problem) -> Bool { other as? Self == self }
}
