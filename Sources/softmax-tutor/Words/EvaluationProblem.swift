import Notation

/// What `eval` finds wrong with a formula, beside what its reading and its value say.
enum EvaluationProblem: Problem {
  case severalChoices

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
