import Notation

/// What a name, a bracket or a shape in a formula cannot mean, or which of two meanings it got.
enum ResolutionProblem: Problem {
  // Names.
  case notDefined(String)
  case notDefinedClassCount(String)
  case targetAndSoftmax(letter: String)
  case readAsClassCount(String)
  case countsExamples(String)
  case dependsOn(String)
  case noFunction(String, of: String)
  case vectorBeforeBracket
  case incompleteExpectation

  // Entries and indices.
  case pickedWithBrackets
  case entryTaken(of: String)
  case noEntriesOf(Expression.Sort)
  case noEntryBelow1(String)
  case takesIndices(Expression.Sort, count: Int, not: Int)
  case isNoIndex(String?, Expression.Sort)
  case functionTakesIndices(String, count: Int, not: Int)
  case takesNoIndex(String)
  case indexTwice
  case tooManyIndices(most: Int)
  case comparedWithItself
  case unclearAlsoSummed(String)
  case unclearBound(taken: String)
  case onlyAllOutcomes
  case expectationWithoutDistribution
  case outsideProduct

  // Functions and their arguments.
  case argumentsInBrackets
  case otherArguments(String)
  case takesDistribution(String)
  case takesOutcome(String)
  case takesVector(String)
  case readAsEntry(of: String, index: String)
  case readAsOther(String, other: String)
  case notationOnly(String)
  case takesArguments(String, count: Int, not: Int)
  case takesOther(String, domain: Function.Domain)
  case needsArgument(String)
  case needsArgumentInBrackets(String)
  case unclearScript
  case unclearArgument
  case unclearStroke

  // Derivatives, primes and norms.
  case isANameHere(String)
  case deltaAsPartial
  case shapelessDerivative
  case primeWithoutName
  case primeOfVector
  case primeOfSeveral
  case unknownNorm
  case transposed(Expression.Sort)

  // Shapes.
  case needsNumber(NumberPlace, Expression.Sort)
  case notAdded(Expression.Sort, to: Expression.Sort)
  case numberAndMatrix
  case ambiguousProduct(Expression.Sort, String, Expression.Sort)
  case ambiguousDivision(Expression.Sort, Expression.Sort)
  case ambiguousBeside(Expression.Sort, Expression.Sort)
  case dividedBy(Expression.Sort)
  case powerOf(Expression.Sort)
  case truthAsNumber
  case unequalSides(Expression.Sort, Expression.Sort)
  case unequalCases
  case signWithoutLeft

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
