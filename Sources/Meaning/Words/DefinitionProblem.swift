import Notation

/// Why a line of a lesson defines no name, or a definition has no value where it is used.
enum DefinitionProblem: Problem {
  // The line itself.
  case noDefinition
  case noRightSide
  case severalEqualsSigns
  case hasItsMeaning(String)
  case leftSide
  case argumentNotAName
  case notAName
  case indexNotAName
  case equalIndices
  case indexOnRightOnly(String)
  case indexElsewhere(String)
  case entryIsNoNumber(Expression.Sort)

  // Where it is used.
  case isDefinedByItself(String)
  case nestedDeeperWithDefinitions(deepest: Int)
  case inDefinition(of: String, because: FormulaDiagnostic)
  case hasNoValue(String, because: FormulaDiagnostic)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
