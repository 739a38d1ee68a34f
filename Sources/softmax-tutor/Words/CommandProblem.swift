import Notation

/// What a command finds wrong with a formula or a lesson, beside what reading them says.
enum CommandProblem: Problem {
  /// `eval`: a condition names several choices of an index.
  case severalChoices
  /// `check`: a file that should be a lesson.
  case unreadable(reason: String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
