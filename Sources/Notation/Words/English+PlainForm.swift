extension PlainFormProblem {
  var english: String {
    switch self {
    case .longerThan(let bytes): "this is longer than \(bytes) bytes"
    case .noMeaningInPlainForm(let character): "\(character ?? "this") has no meaning in plain form"
    case .notANumber(let written): "\(written) is not a number"
    case .exponentBeyond(let largest): "this exponent is beyond \(largest)"
    case .bracketNeverClosed: "this bracket is never closed"
    case .barNeverClosed: "this bar is never closed"

    case .rowEndMissing: "the ] of this row is missing"
    case .matrixEndMissing: "the ] of this matrix is missing"
    case .termMissing: "a term is missing"
    case .indexMissing: "an index is missing"
    case .indexEndMissing(let bracket): "the \(bracket) of this index is missing"
    case .nestingEndMissing: "an end to this nesting is missing"
    case .signMissing(let between, let and):
      "a sign is missing between \(between ?? "this") and \(and)"

    case .noPlace(let text): "\(text) has no place here"
    case .noRemainder: "there is no remainder here"
    case .noDivisionWithoutRemainder: "there is no division without a remainder here"
    case .noFactorial: "there is no factorial here"
    case .semicolon: "entries are parted by commas, and one formula is typed at a time"
    case .arrow: "an arrow has no value; type one formula at a time"
    case .rangeOfDots: "a range is written with its sign"
    case .ampersand: "& has no place here"
    case .twoSigns: "two signs side by side; put the second term in brackets"
    case .bareRangeOfSum: "the range of a sum stands in braces"
    case .namedArgument(let word): "\(word)= has no meaning here; leave it out"

    case .entryInBrackets: "entries are picked with an index, and they count from 1"
    case .functionBehindPoint: "functions stand before what they are applied to"
    case .derivativeByNothing: "a derivative says what it is by"
    case .fraction: "a fraction is written with /"
    case .needsBracketsForSign(let word): "\(word) of a term with a sign takes brackets"
    case .needsIndex(let word): "\(word) needs its index"
    case .notAWholeIndex: "an index is a whole number"
    case .twoIndices: "two indices stand together"
    case .derivativeOfFactors: "a derivative of several factors takes brackets"
    case .indexBehindExponent: "an index stands before an exponent"
    case .takesOneArgument(let word): "\(word) takes one argument"

    case .unclearUnderStroke: "it is unclear whether this factor stands under the / too"
    case .unclearQuotient(let word): "it is unclear whether the \(word) is taken of the quotient"
    }
  }
}
