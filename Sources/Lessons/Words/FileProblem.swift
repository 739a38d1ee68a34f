import Notation

/// What is wrong with a lesson file as a whole, its course, or its steps together.
enum FileProblem: Problem {
  // The text.
  case lessonTooLong(bytes: Int, longest: Int)
  case lineTooLong(bytes: Int, longest: Int)
  case tab
  case notUTF8
  case controlCharacter(code: String)
  case noFrontMatter
  case moreToMend

  // The course.
  case fileName
  case slugTaken(String, by: String)
  case slugShipped(String, by: String)
  case numberTaken(Int, by: String)
  case needsUnknown(String)
  case needsLater(String)
  case needsItself
  case stepsInOtherOrder(than: String)
  case stepsDiffer(from: String, in: [String])

  // A file of settings.
  case settingLines
  case settingTakesOneValue(String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
