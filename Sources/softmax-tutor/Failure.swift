import Lessons

/// Why a command can't go on. `description` is one line: the thing, then the next action.
enum Failure: Error, Hashable, CustomStringConvertible {
  /// A lesson, or a command, that doesn't exist.
  case unknownLesson(String, nearest: String?)
  /// `print` got both or neither.
  case lessonOrAll(String?)
  case unknownStep(String, lesson: String, nearest: String?, count: Int)
  case unknownLanguage(String, known: [String])
  /// A number or a list that can't be read; `reason` is the reader's own sentence.
  case badNumber(option: String, reason: String)
  case tooManyLogits(count: Int, most: Int)
  case jacobianTooLarge(count: Int, most: Int)
  case classCount(count: Int, least: Int, most: Int)
  case noSuchClass(option: String, text: String, count: Int)
  case wrongCount(option: String, count: Int, classes: Int)
  case outOfRange(option: String, text: String, range: String)
  case positiveInfinity(option: String)
  case everythingMasked(option: String)
  case missing(option: String)
  case noFolder(String, purpose: String)
  case noLessons(String)
  case noShippedLessons(searched: [String])
  case badLesson(Diagnostic)
  case file(FileFailure)
  case notProgress(String, reason: String)
  case output(FileFailure)

  var status: ExitStatus {
    switch self {
    case .unknownLesson, .lessonOrAll, .unknownStep, .unknownLanguage, .badNumber, .tooManyLogits,
      .jacobianTooLarge,
      .classCount, .noSuchClass, .wrongCount, .outOfRange, .positiveInfinity, .everythingMasked,
      .missing:
      .usage
    case .badLesson, .notProgress: .badLesson
    case .noFolder, .noLessons, .noShippedLessons: .missingFile
    case .file(let failure): failure.isAbsence ? .missingFile : .failure
    case .output: .failure
    }
  }

  var description: String {
    switch self {
    case .unknownLesson(let name, let nearest):
      "There is no lesson or command “\(name)”. "
        + (nearest.map { "Did you mean “\($0)”?" } ?? "“softmax-tutor list” shows the lessons.")
    case .lessonOrAll(nil):
      "Name a lesson, or give --all; “softmax-tutor list” shows the lessons."
    case .lessonOrAll(let lesson?): "Give the lesson “\(lesson)” or --all, not both."
    case .unknownStep(let step, let lesson, let nearest, let count):
      "Lesson “\(lesson)” has no step “\(step)”; its steps are 1 to \(count). "
        + (nearest.map { "Did you mean “\(lesson):\($0)”?" }
          ?? "“softmax-tutor list \(lesson)” shows them.")
    case .unknownLanguage(let tag, let known):
      "There is no course in “\(tag)”; give --lang \(known.joined(separator: " or ")), or leave it out."
    case .badNumber(let option, let reason): "\(option): \(reason)"
    case .tooManyLogits(let count, let most):
      "\(count) logits are more than \(most); give fewer."
    case .jacobianTooLarge(let count, let most):
      "A Jacobian of \(count) × \(count) is too large to print; --jacobian takes \(most) logits at most."
    case .classCount(let count, let least, let most):
      "--logits has \(count) \(count == 1 ? "score" : "scores"); the tutor shows \(least) to \(most) "
        + "classes. “softmax-tutor compute” takes more."
    case .noSuchClass(let option, let text, let count):
      "\(option) “\(text)” is not a class: they count from 1 to \(count). "
        + "Give one of those, or a probability for each class."
    case .wrongCount(let option, let count, let classes):
      "\(option) has \(count) \(count == 1 ? "entry" : "entries"), but there are \(classes) "
        + "\(classes == 1 ? "class" : "classes"); give one number for each class."
    case .outOfRange(let option, let text, let range):
      "\(option) is \(text); give \(range)."
    case .positiveInfinity(let option):
      "\(option): a score of +∞ leaves nothing to compare with; give a large number, or -inf to "
        + "mask a class."
    case .everythingMasked(let option):
      "\(option): every class is masked, so no probability is left; give at least one finite score."
    case .missing(let option):
      "\(option): a number is missing; give one for each class, such as 2,1,0."
    case .noFolder(let path, let purpose):
      "\(purpose) “\(path)” is no folder; give the path of one that exists."
    case .noLessons(let path):
      "There are no lessons in “\(path)”; a lesson is a file such as 01-softmax.md."
    case .noShippedLessons(let searched):
      "The lessons that belong to softmax-tutor are missing; looked in "
        + searched.joined(separator: ", ") + ". Install them there."
    case .badLesson(let fault): fault.description
    case .file(let failure): failure.description
    case .notProgress(let path, let reason):
      "“\(path)” is not a progress file of this version: \(reason). Nothing was changed."
    case .output(let failure): failure.description
    }
  }
}
