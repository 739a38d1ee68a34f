extension ValueProblem {
  var english: String {
    switch self {
    case .nothingToCompute: "there is nothing to compute"
    case .severalExpressions: "several expressions, and none says which is meant"
    case .severalIndices: "this has a value for every choice of several indices"
    case .noMeaning: "this has no meaning"
    case .takesTooLong: "this takes too long to compute"
    case .tooLongToWrite: "this is too long to be written out"
    case .sumTooLongToWrite: "this sum is too long to be written"

    case .noValueHere(let name): "\(name) has no value here"
    case .withoutValue(let function): "\(function) has no value"
    case .otherEntries(let name, let count, let of, let axis):
      "\(name) has \(count) entries, and there are \(of) \(axis.english)"
    case .otherIndices(let name): "\(name) has another number of indices"
    case .unknownCount(let axis): "nothing says how many \(axis.english) there are"

    case .noEntry(let position, let of, let count):
      "there is no entry \(position): \(of) has \(count)"
    case .noEntryOfThis(let position, let count): "there is no entry \(position): this has \(count)"
    case .noExample(let position, let count): "there is no example \(position): there are \(count)"
    case .noClass(let position, let count): "there is no class \(position) among \(count)"
    case .indexNotWhole: "an index must be a whole number"
    case .indexTooLarge(let largest): "an index goes no further than \(largest)"
    case .indexNotChosen(let index): "nothing chooses the index \(index)"
    case .nothingToChoose: "there is nothing to choose from"
    case .noCase(let covers):
      "no case covers \(covers.isEmpty ? "this" : covers.joined(separator: ", "))"

    case .numberNeeded: "a number is needed here"
    case .matrixNeeded: "a matrix is needed here"
    case .distributionNeeded: "a distribution is needed here"
    case .conditionNeeded: "a condition is needed here"
    case .notAddable(let left, let right): "\(left.english) and \(right.english) cannot be added"
    case .notMultipliable(let left, let right):
      "\(left.english) and \(right.english) do not fit in a product"
    case .notFitting(let left, let right): "\(left.english) and \(right.english) do not fit"
    case .notDivisible(let upper, let lower):
      "\(upper.english) cannot be divided by \(lower.english)"
    case .notTaken(let function, let domain, let shape):
      "\(function) takes \(domain.english), and this is \(shape.english)"
    case .indexedShape(let shape, let indices):
      "\(shape.english) with \(indices) indices has no meaning"
    case .derivativesTooDeep(let deepest):
      "more than \(deepest) derivatives stand within each other"
    }
  }
}
