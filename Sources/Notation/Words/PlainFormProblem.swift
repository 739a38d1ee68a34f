/// What has no place in the plain form, or has two readings there.
enum PlainFormProblem: Problem {
  // What cannot be read.
  case longerThan(bytes: Int)
  case noMeaningInPlainForm(String?)
  case notANumber(String)
  case exponentBeyond(largest: Int)
  case bracketNeverClosed
  case barNeverClosed

  // What is missing.
  case rowEndMissing
  case matrixEndMissing
  case termMissing
  case indexMissing
  case indexEndMissing(String)
  case nestingEndMissing
  case signMissing(between: String?, and: String)

  // What has no place.
  case noPlace(String)
  case noRemainder
  case noDivisionWithoutRemainder
  case noFactorial
  case semicolon
  case arrow
  case rangeOfDots
  case ampersand
  case twoSigns
  case bareRangeOfSum
  case namedArgument(String)

  // How it is written.
  case entryInBrackets
  case functionBehindPoint
  case derivativeByNothing
  case fraction
  case needsBracketsForSign(String)
  case needsIndex(String)
  case notAWholeIndex
  case twoIndices
  case derivativeOfFactors
  case indexBehindExponent
  case takesOneArgument(String)

  // What has two readings.
  case unclearUnderStroke
  case unclearQuotient(String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
