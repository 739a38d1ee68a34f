import Notation

/// What is wrong with a key of a YAML mapping in a lesson, or with its value.
enum FieldProblem: Problem {
  // The mapping.
  case notAMapping(YAMLOwner)
  case unknownKey(String, of: YAMLOwner, known: [String])
  case mustBe(String, YAMLExpectation)
  case needsKey(String)
  case tooManyEntries(String, count: Int, most: Int)

  // The example.
  case exampleForm
  case notANumber
  case logitsOrProbabilities
  case listOfNumbers(String)
  case countOfNumbers(String, least: Int, most: Int)
  case otherCount(String, count: Int, logits: Int)
  case refusedNumber(NumberRefusal)
  case refusedEdit(EditRefusal)
  case noDistribution(String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
