import Notation

/// What is wrong inside a paragraph, or in the comment under a step's heading.
enum TextProblem: Problem {
  // Emphasis, code and backslashes.
  case openEmphasis(String)
  case strayEmphasis(String)
  case underscoreEmphasis
  case struckOut
  case backslashAtEnd
  case latexOutside
  case openCode

  // Formulas and values.
  case displayDollars
  case openFormula
  case spaceInFormula
  case bracesTooDeep(deepest: Int)
  case openValue
  case emptyValue
  case strayBrace

  // Links and what is not read.
  case linkByReference
  case linkDefinition
  case openAddress
  case badAddress
  case linkWithoutWords
  case bracketsTooDeep(deepest: Int)
  case html
  case image
  case htmlEntity

  // Directives.
  case openDirective
  case textAfterDirective
  case directiveForm
  case givenTwice(String)
  case directiveWithoutID
  case unknownDirective(String, known: [String])
  case directiveWithoutValue(String)
  case badID
  case noSuchChoice(String, choices: [String], found: String)
  /// A need that knows one word.
  case needOfOneWord(String, word: String, found: String)
  case badClassCount(String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
