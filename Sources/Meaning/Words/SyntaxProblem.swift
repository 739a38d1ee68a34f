import Notation

/// What a formula does not say, before any name is looked up.
enum SyntaxProblem: Problem {
  // What is missing.
  case factorMissing
  case factorMissingBefore(String)
  case termMissingAtEnd
  case termMissingBefore
  case summandMissing
  case differentiatedMissing
  case indexMissingHere
  case conditionMissing
  case caseMissing
  case somethingMissing
  case signMissing(between: String, and: String)
  case indexBelowMissing(String)
  case bracketNeverClosed
  case bracketNeverOpened

  // What has no value, or none here.
  case notationOnlyCommand(String)
  case notationOnlyBrackets
  case notationOnlyBinomial
  case noMeaningHere(String)
  case commaWithoutMeaning
  case arrowWithoutValue
  case exclamationMark
  case thisHasNoValue
  case dotsWithoutValue
  case bareBar
  case notACondition(String)
  case cannotBeRead(String)
  case labelledBrace
  case boldNumber
  case accentOverLetters(String)

  // Signs, scripts and rows.
  case doubleSign(String?)
  case numberBehindFactor
  case scriptOnNothing
  case unclearRaised
  case hiddenBraces
  case unequalRows
  case caseColumns
  case nestedDeeper(deepest: Int)

  // Sums, expectations and derivatives.
  case noIndexSaid
  case expectationOfOneName
  case expectationWithoutBracket
  case unclearReachOfPartial
  case unclearDifferentiated
  case orderNotANumber
  case orderOfOthers(above: Int, below: Int)
  case orderTooHigh(highest: Int)
  case derivativeByExpression
  case derivativeOfNothing

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
