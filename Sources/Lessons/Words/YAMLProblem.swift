import Notation

/// What is wrong with the YAML of a lesson, or lies outside the part of it that is read.
enum YAMLProblem: Problem {
  // What is left out.
  case anchors
  case tags
  case mergeKey
  case foldedText
  case literalInFlow
  case secondDocument
  case nestedTooDeep(deepest: Int)
  case tooManyCollections(most: Int)

  // Values.
  case valueMissing
  case needsQuotes(Character)
  case commentWithoutSpace
  case colonInText
  case openQuote
  case controlInDoubleQuotes
  case backslashInDoubleQuotes
  case quoteInQuotes
  case textAfterQuotes
  case textAfterValue
  case literalHeader
  case longBlankLine
  case openBracket
  case commaMissing
  case hyphenInFlow

  // Keys.
  case questionMark
  case keyMissing
  case keyNotAWord
  case keyInList
  case keysInBraces
  case colonOnAnotherLine
  case keyTooLong(longest: Int)
  case keyTwice(String, line: Int)
  case notAKey

  // Lines.
  case entryAmongKeys
  case listBesideKey
  case belongsNowhere

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
