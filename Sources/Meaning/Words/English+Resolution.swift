extension ResolutionProblem {
  var english: String {
    switch self {
    case .notDefined(let name): "\(name) is not defined"
    case .notDefinedClassCount(let name): "\(name) is not defined; the number of classes is n"
    case .targetAndSoftmax(let letter):
      "beside q, p is read as the target \(letter), and q as softmax"
    case .readAsClassCount(let word): "\(word) is read as n, the number of classes"
    case .countsExamples(let name):
      "\(name) counts examples; above a sum over classes it is read as n"
    case .dependsOn(let name): "the bracket says what \(name) depends on, and changes nothing"
    case .noFunction(let name, let of):
      "\(name) is no function of \(of); without a bracket it is itself, and with \\cdot it is "
        + "a product"
    case .vectorBeforeBracket: "a whole vector stands before a bracket"
    case .incompleteExpectation: "an expected value names its outcome and its distribution"

    case .pickedWithBrackets:
      "entries are not picked with brackets here; they are counted from 1, as a subscript"
    case .entryTaken(let of): "a whole vector stands here; its entry \(of) is taken"
    case .noEntriesOf(let sort):
      "this is a \(sort.english): it has no entries, and this name with its subscript is not "
        + "defined"
    case .noEntryBelow1(let digits): "there is no entry \(digits): entries are counted from 1"
    case .takesIndices(let sort, let count, let not):
      "a \(sort.english) takes \(count) \(count == 1 ? "index" : "indices"), not \(not)"
    case .isNoIndex(let name, let sort):
      "\(name ?? "this") is a \(sort.english) and no index, and this name with its subscript "
        + "is not defined"
    case .functionTakesIndices(let name, let count, let not):
      "\(name) takes \(count) indices, not \(not)"
    case .takesNoIndex(let function): "\(function) takes no index"
    case .indexTwice: "an index stands here twice"
    case .tooManyIndices(let most): "more than \(most) indices"
    case .comparedWithItself: "an index is compared with itself here"
    case .unclearAlsoSummed(let index):
      "it is unclear whether \(index) is summed over too, or left out too"
    case .unclearBound(let taken):
      "it is unclear which index the sum binds: \(taken) is taken; for both write \\sum_i "
        + "\\sum_{j \\neq i}"
    case .onlyAllOutcomes: "only \\mathcal{X}, the set of all outcomes, has a meaning here"
    case .expectationWithoutDistribution: "an expectation needs a distribution"
    case .outsideProduct:
      "this factor has no index of the product; put it before \\prod, or in brackets with the rest"

    case .argumentsInBrackets: "this function needs its arguments in brackets"
    case .otherArguments(let name): "\(name) takes another number of arguments"
    case .takesDistribution(let name): "\(name) takes a distribution here"
    case .takesOutcome(let name):
      "\(name) takes an outcome, as \(name)(x) or \(name)(i); of a probability it is its formula"
    case .takesVector(let name): "\(name) takes a whole vector"
    case .readAsEntry(let of, let index):
      "\(of) takes the whole vector; this is read as entry \(index) of its value"
    case .readAsOther(let name, let other): "\(name) of a whole vector is read as \(other)"
    case .notationOnly(let function): "\(function) is notation only: it has no value"
    case .takesArguments(let function, let count, let not):
      "\(function) takes \(count) arguments, not \(not)"
    case .takesOther(let function, let domain): "\(function) takes \(domain.english)"
    case .needsArgument(let function):
      "\(function) needs its argument; a sign or several factors go in brackets"
    case .needsArgumentInBrackets(let function): "\(function) needs its argument in brackets"
    case .unclearScript:
      "it is unclear whether the script belongs to the function or to its argument; put "
        + "brackets around what it belongs to"
    case .unclearArgument:
      "it is unclear whether this belongs to the function's argument too; put that in brackets"
    case .unclearStroke: "it is unclear whether this factor stands under the / too"

    case .isANameHere(let letter): "\(letter) is a name in this lesson"
    case .deltaAsPartial: "\\delta is read as \\partial here"
    case .shapelessDerivative: "this derivative has no shape that can be shown"
    case .primeWithoutName: "a prime belongs to a name"
    case .primeOfVector:
      "a prime is the derivative of a function of one number; for a vector write which entry "
        + "by which"
    case .primeOfSeveral:
      "a prime is the derivative of a function of one variable only; elsewhere write which one"
    case .unknownNorm: "this norm has no meaning here"
    case .transposed(let sort): "^T transposes, and this is a \(sort.english)"

    case .needsNumber(let place, let sort):
      "\(place.english) needs a number, and this is a \(sort.english)"
    case .notAdded(let sort, let to): "a \(sort.english) cannot be added to a \(to.english)"
    case .numberAndMatrix:
      "a number and a matrix have no one sum: it may be meant for the diagonal or for all entries"
    case .ambiguousProduct(let left, let sign, let right):
      "\(sign) between a \(left.english) and a \(right.english) has no one "
        + "meaning\(cure(left, right))"
    case .ambiguousDivision(let left, let right):
      "division by a \(right.english) has no one meaning\(cure(left, right))"
    case .ambiguousBeside(let left, let right):
      "a \(left.english) beside a \(right.english) has no one meaning\(cure(left, right))"
    case .dividedBy(let sort): "division by a \(sort.english) has no one meaning"
    case .powerOf(let sort): "a power of a \(sort.english) has no one meaning"
    case .truthAsNumber: "a condition is no number"
    case .unequalSides(let left, let right):
      "a \(left.english) stands before this sign and a \(right.english) after it"
    case .unequalCases: "all cases must have one shape"
    case .signWithoutLeft: "nothing stands before this sign, and it continues no formula"
    }
  }

  /// Only of two columns is it known what may have been meant.
  private func cure(_ left: Expression.Sort, _ right: Expression.Sort) -> String {
    left == .vector && right == .vector
      ? "; write a^\\top b for the dot product, a \\odot b entry by entry" : ""
  }
}
