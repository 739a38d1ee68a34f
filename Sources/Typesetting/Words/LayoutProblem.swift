import Notation

/// What cannot be drawn as it was asked for.
enum LayoutProblem: Problem {
  case unbreakable(columns: Int, within: Int)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
