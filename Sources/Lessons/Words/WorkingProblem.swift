import Notation

/// What is wrong with a learner's line of a derivation, beside what its reading says.
enum WorkingProblem: Problem {
  case severalLines

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
