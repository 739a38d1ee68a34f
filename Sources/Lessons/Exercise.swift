/// A question to the learner, with the mistakes it expects.
public struct Exercise: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case predict, choose, tune, derive
  }

  /// A wrong answer that is known by name, and what to say to it.
  public struct Mistake: Hashable, Sendable {
    public var value: Located<String>
    public var say: [Inline]

    public init(value: Located<String>, say: [Inline]) {
      self.value = value
      self.say = say
    }
  }

  public var kind: Kind
  public var ask: [Inline]
  /// As it was written; nil if it is missing, which is a diagnostic.
  public var answer: Located<String>?
  public var mistakes: [Mistake]
  public var hints: [[Inline]]
  /// The line of the opening fence.
  public var line: Int

  public init(
    kind: Kind, ask: [Inline] = [], answer: Located<String>? = nil, mistakes: [Mistake] = [],
    hints: [[Inline]] = [], line: Int
  ) {
    self.kind = kind
    self.ask = ask
    self.answer = answer
    self.mistakes = mistakes
    self.hints = hints
    self.line = line
  }
}
