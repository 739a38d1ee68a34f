public import Lessons
public import Notation
public import SoftmaxCore

/// All that the tutor says in one language.
public struct Words: Sendable {
  public let language: Language
  let phrases: TextTable<Phrase>
  let terms: TextTable<TermName>
  let refusals: RefusalWords

  public static func of(_ language: Language) -> Words {
    switch language {
    case .english: english
    }
  }

  /// The text of `phrase`, with `%1` replaced by the first argument and so on.
  public func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    phrases.filled(phrase, arguments)
  }

  func filled(_ phrase: Phrase, _ arguments: [String]) -> String {
    phrases.filled(phrase, arguments)
  }

  /// The text of one thing, or of so many.
  func counted(_ count: Int, one: Phrase, many: Phrase) -> String {
    count == 1 ? self(one) : self(many, String(count))
  }

  /// What a term of a formula is.
  func term(_ name: TermName) -> String { terms.filled(name) }

  public func name(of unit: InformationUnit) -> String {
    switch unit {
    case .nats: self(.unitNats)
    case .bits: self(.unitBits)
    case .hartleys: self(.unitHartleys)
    }
  }

  public func sentence(_ refusal: NumberRefusal) -> String { refusals.sentence(refusal) }
  public func sentence(_ refusal: EditRefusal) -> String { refusals.sentence(refusal) }
}

/// The name of a kind of term, or of what a name means: the raw value of `TermKind` or
/// `NameMeaning`.
struct TermName: RawRepresentable, Hashable, Sendable {
  var rawValue: String
}
