extension SyntaxProblem {
  var english: String {
    switch self {
    case .factorMissing: "a factor is missing here"
    case .factorMissingBefore(let sign): "a factor is missing before \(sign)"
    case .termMissingAtEnd: "a term is missing at the end"
    case .termMissingBefore: "a term is missing before this"
    case .summandMissing: "what is summed is missing"
    case .differentiatedMissing: "what is differentiated is missing"
    case .indexMissingHere: "an index is missing here"
    case .conditionMissing: "a condition is missing here"
    case .caseMissing: "a case is missing here"
    case .somethingMissing: "something is missing here"
    case .signMissing(let between, let and): "a sign is missing between \(between) and \(and)"
    case .indexBelowMissing(let sign): "\\\(sign) needs its index below"
    case .bracketNeverClosed: "this bracket is never closed"
    case .bracketNeverOpened: "this bracket was never opened"

    case .notationOnlyCommand(let name): "\\\(name) is notation only: it has no value"
    case .notationOnlyBrackets: "these brackets are notation only"
    case .notationOnlyBinomial: "a binomial is notation only: it has no value"
    case .noMeaningHere(let relation): "\(relation) has no meaning here"
    case .commaWithoutMeaning: "a comma has no meaning here"
    case .arrowWithoutValue: "an arrow has no value"
    case .exclamationMark: "! has no value; for what is not equal write \\neq"
    case .thisHasNoValue: "this has no value"
    case .dotsWithoutValue: "dots have no value"
    case .bareBar: "a bare bar has no meaning outside arguments"
    case .notACondition(let relation): "\(relation) is no condition"
    case .cannotBeRead(let text): "\(text) cannot be read"
    case .labelledBrace: "what a brace is labelled with is not checked; write it on the line itself"
    case .boldNumber: "a bold number may stand for a vector; only the indicator has a meaning here"
    case .accentOverLetters(let accent): "\\\(accent) over more than one letter has no meaning here"

    case .doubleSign(let sign):
      "\(sign ?? "an arrow") stands right after another sign; put it in brackets"
    case .numberBehindFactor:
      "a number stands behind a factor; an entry is written with _, and a factor stands in front"
    case .scriptOnNothing: "this script hangs on nothing"
    case .unclearRaised: "it is unclear what is raised here"
    case .hiddenBraces: "these braces do not show, and without them this says something else"
    case .unequalRows: "the rows of a matrix must be equally long"
    case .caseColumns: "each case is a value, & and a condition"
    case .nestedDeeper(let deepest): "this is nested deeper than \(deepest)"

    case .noIndexSaid: "this does not say what the index is"
    case .expectationOfOneName: "an expectation binds one name"
    case .expectationWithoutBracket: "an expectation reaches as far as its bracket"
    case .unclearReachOfPartial: "it is unclear how far \\partial reaches"
    case .unclearDifferentiated:
      "it is unclear whether this factor is differentiated too; put it in the bracket, or "
        + "before the derivative"
    case .orderNotANumber: "the order must be a number"
    case .orderOfOthers(let above, let below):
      "the order above is \(above), and the variables below make \(below)"
    case .orderTooHigh(let highest): "derivatives go up to order \(highest)"
    case .derivativeByExpression:
      "a derivative is taken by one name; by an expression it is notation only"
    case .derivativeOfNothing: "this sign needs what it differentiates"
    }
  }
}
