import Notation

/// Why an expression has no value for some example, or cannot be written out with it.
enum ValueProblem: Problem {
  // What is asked for.
  case nothingToCompute
  case severalExpressions
  case severalIndices
  case noMeaning
  case takesTooLong
  case tooLongToWrite
  case sumTooLongToWrite

  // Names.
  case noValueHere(String)
  case withoutValue(String)
  case otherEntries(String, count: Int, of: Int, Axis)
  case otherIndices(String)
  case unknownCount(Axis)

  // Indices and entries.
  case noEntry(Int, of: String, count: Int)
  case noEntryOfThis(Int, count: Int)
  case noExample(Int, count: Int)
  case noClass(Int, count: Int)
  case indexNotWhole
  case indexTooLarge(largest: UInt)
  case indexNotChosen(String)
  case nothingToChoose
  case noCase(covers: [String])

  // Shapes.
  case numberNeeded
  case matrixNeeded
  case distributionNeeded
  case conditionNeeded
  case notAddable(Operand.Shape, Operand.Shape)
  case notMultipliable(Operand.Shape, Operand.Shape)
  case notFitting(Operand.Shape, Operand.Shape)
  case notDivisible(Operand.Shape, Operand.Shape)
  case notTaken(String, domain: Function.Domain, Operand.Shape)
  case indexedShape(Operand.Shape, indices: Int)
  case derivativesTooDeep(deepest: Int)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
