import Meaning
import Notation

/// What a check finds wrong with what a lesson says.
enum CheckProblem: Problem {
  // Definitions.
  case ownNumber(String)
  case definedAlready(String, line: Int)
  case withoutTemperature
  case unusedDefinition(of: String)
  case differsFromCore(String, own: String, core: String, numbers: String)

  // Signs.
  case beforeRounded
  case falseSign(FalseSign)
  case notJudged(UnjudgedReason)

  // Values.
  case notOneNumber(String)
  case undefinedForOwn
  case noValueForOwn(because: FormulaDiagnostic)
  case noValueForTwo(because: FormulaDiagnostic)
  /// For some example that can be entered; no reason where it is undefined.
  case noValueSomewhere(numbers: String, because: FormulaDiagnostic?)
  case panelOfOneNumber

  // Layout.
  case tooWide(columns: Int, width: Int, isASCII: Bool, isDisplay: Bool)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
