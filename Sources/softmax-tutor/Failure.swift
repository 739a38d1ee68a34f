import Lessons
import Notation

/// Why a command can't go on: cases with their data. `CommandWords` makes the sentence.
enum Failure: Error, Hashable, CustomStringConvertible {
  /// A lesson, or a command, that doesn't exist.
  case unknownLesson(String, nearest: String?)
  /// `print` got both or neither.
  case lessonOrAll(String?)
  /// An option that a picture has, without a picture.
  case needsPicture(option: String)
  case pictureOfAll
  case widthOfPicture
  case unknownStep(String, lesson: String, nearest: String?, count: Int)
  case unknownLanguage(String, known: [String])
  /// A number or a list that can't be read.
  case badNumber(option: String, refusal: NumberRefusal)
  /// `reason` is SoftmaxCore's own sentence.
  case noDistribution(option: String, reason: String)
  case tooManyLogits(count: Int, most: Int)
  case jacobianTooLarge(count: Int, most: Int)
  case classCount(count: Int, least: Int, most: Int)
  case noSuchClass(option: String, text: String, count: Int)
  case wrongCount(option: String, count: Int, classes: Int)
  case outOfRange(option: String, text: String, range: ValueRange)
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
    case .unknownLesson, .lessonOrAll, .unknownStep, .unknownLanguage, .badNumber, .noDistribution,
      .tooManyLogits,
      .jacobianTooLarge,
      .classCount, .noSuchClass, .wrongCount, .outOfRange, .positiveInfinity, .everythingMasked,
      .missing, .needsPicture, .pictureOfAll, .widthOfPicture:
      .usage
    case .badLesson, .notProgress: .badLesson
    case .noFolder, .noLessons, .noShippedLessons: .missingFile
    case .file(let failure): failure.isAbsence ? .missingFile : .failure
    case .output: .failure
    }
  }

  // A failure ends the program before any course has a say in the language.
  var description: String { CommandWords.of(.ofCommands).sentence(self) }
}
