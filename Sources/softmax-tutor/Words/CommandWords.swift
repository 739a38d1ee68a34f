import CursesTerminal
import Lessons
import Notation
import TutorApp

/// What commands and plain mode say, in one language.
struct CommandWords: Sendable {
  let language: Language
  let texts: TextTable<CommandPhrase>

  static func of(_ language: Language) -> CommandWords {
    switch language {
    case .english: english
    }
  }

  func callAsFunction(_ phrase: CommandPhrase, _ arguments: String...) -> String {
    texts.filled(phrase, arguments)
  }

  /// One thing, or so many.
  func counted(_ count: Int, one: CommandPhrase, many: CommandPhrase) -> String {
    count == 1 ? self(one) : self(many, String(count))
  }

  /// Why a command can't go on, on one line: the thing, then the next action.
  func sentence(_ failure: Failure) -> String {
    switch failure {
    case .unknownLesson(let name, nil): self(.unknownLesson, name)
    case .unknownLesson(let name, let nearest?): self(.unknownLessonNear, name, nearest)
    case .lessonOrAll(nil): self(.lessonOrAll)
    case .lessonOrAll(let lesson?): self(.lessonAndAll, lesson)
    case .needsPicture(let option): self(.needsPicture, option)
    case .pictureOfAll: self(.pictureOfAll)
    case .widthOfPicture: self(.widthOfPicture)
    case .unknownStep(let step, let lesson, nil, let count):
      self(.unknownStep, lesson, step, String(count))
    case .unknownStep(let step, let lesson, let nearest?, let count):
      self(.unknownStepNear, lesson, step, String(count), nearest)
    case .unknownLanguage(let tag, let known):
      self(.unknownLanguage, tag, known.joined(separator: self(.or)))
    case .badNumber(let option, let refusal):
      "\(option): \(RefusalWords.of(language).sentence(refusal))"
    case .noDistribution(let option, let reason): "\(option): \(reason)"
    case .tooManyLogits(let count, let most): self(.tooManyLogits, String(count), String(most))
    case .jacobianTooLarge(let count, let most):
      self(.jacobianTooLarge, String(count), String(most))
    case .classCount(let count, let least, let most):
      self(
        .classCount, counted(count, one: .scoreCountOne, many: .scoreCount), String(least),
        String(most))
    case .noSuchClass(let option, let text, let count):
      self(.noSuchClass, option, text, String(count))
    case .wrongCount(let option, let count, let classes):
      self(
        .wrongCount, option, counted(count, one: .entryCountOne, many: .entryCount),
        counted(classes, one: .classCountOne, many: .classCountMany))
    case .outOfRange(let option, let text, let range): self(.outOfRange, option, text, range.text)
    case .positiveInfinity(let option): self(.positiveInfinity, option)
    case .everythingMasked(let option): self(.everythingMasked, option)
    case .missing(let option): self(.missing, option)
    case .noFolder(let path, let purpose): self(.noFolder, purpose, path)
    case .noLessons(let path): self(.noLessons, path)
    case .noShippedLessons(let searched):
      self(.noShippedLessons, searched.joined(separator: ", "))
    case .badLesson(let fault): fault.text(in: language)
    case .file(let failure), .output(let failure): sentence(failure)
    case .notProgress(let path, let reason): self(.notProgress, path, reason)
    }
  }
}

extension CommandWords {
  func sentence(_ failure: FileFailure) -> String {
    let phrase: CommandPhrase =
      switch failure.operation {
      case .read: .cannotRead
      case .write: .cannotWrite
      case .create: .cannotCreate
      }
    return self(phrase, failure.path, failure.reason)
  }

  /// Why there is no screen, without the full stop.
  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal: self(.notATerminal)
    case .unknownTerminal(""): self(.termNotSet)
    case .unknownTerminal(let name): self(.unknownTerminal, name)
    case .noCursorAddressing(let name): self(.noCursorAddressing, name)
    }
  }

  /// Why saved progress can't be used, inside a sentence.
  func reason(_ fault: ProgressFile.Fault) -> String {
    switch fault {
    case .damaged: self(.damaged)
    case .newer(let version):
      self(.newerVersion, String(version), String(Progress.currentVersion))
    }
  }

  func sentence(_ fault: ConfigurationFault) -> String {
    let line = fault.line.map { ":\($0)" } ?? ""
    return "\(fault.path)\(line): \(sentence(fault.problem)) " + self(.defaultsUsed)
  }

  private func sentence(_ problem: ConfigurationFault.Problem) -> String {
    switch problem {
    case .unreadable(let reason): self(.settingsUnreadable, reason)
    case .notSettings(let diagnostic):
      diagnostic.sentence(in: language).prefix(1).uppercased()
        + diagnostic.sentence(in: language).dropFirst() + "."
    case .unknownSetting(let key, let nearest?, _): self(.unknownSettingNear, key, nearest)
    case .unknownSetting(let key, nil, let known):
      self(.unknownSetting, key, known.joined(separator: ", "))
    case .notOneOf(let key, let text, let known):
      self(.badSetting, key, text, known.joined(separator: self(.or)))
    case .notAFlag(let key, let text): self(.badFlag, key, text)
    case .notInRange(let key, let text, let range): self(.badSetting, key, text, range.text)
    }
  }
}

extension FileFailure {
  /// What stands in the place of a path.
  static var standardInput: String { CommandWords.of(.ofCommands)(.standardInput) }
  static var standardOutput: String { CommandWords.of(.ofCommands)(.standardOutput) }
}

extension Language {
  /// What belongs to no course: `eval`, `typeset`, and what fails before there is one.
  static let ofCommands = Language.english

  /// The language of a course, as long as the tutor speaks it.
  init(of course: Course) { self = Language(rawValue: course.language) ?? .english }
}

extension Model {
  /// What the program says beside the screen.
  var commandWords: CommandWords { .of(language) }
}
