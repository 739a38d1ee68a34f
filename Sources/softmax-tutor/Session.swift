import CursesTerminal
import Lessons
import Notation
import SoftmaxCore
import TextGrid
import TutorApp

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of the tutor: gathers what was saved and asked for, chooses how to show it, and says at
/// the end how to go on.
struct Session {
  private let options: SessionOptions
  private let environment: [String: String]
  private let configuration: Configuration
  private let loaded: LoadedCourse
  private let file: ProgressFile
  private let found: ProgressFile.Content
  private let place: Model.Place
  private let example: Example
  /// What is wrong with the configuration and the progress file.
  private let complaints: [String]
  private let notice: String?

  init(_ options: SessionOptions) throws {
    self.options = options
    environment = Environment.variables
    let directories = Directories(environment: environment)
    var complaints: [String] = []
    do { configuration = try Configuration.read(directories.configurationFile) } catch {
      configuration = Configuration()
      complaints.append(error.description)
    }
    loaded = try LoadedCourse(
      options.course, configuredLanguage: configuration.language, environment: environment)
    file = ProgressFile(path: directories.progressFile)
    do { found = try file.read() } catch {
      found = .none
      complaints.append(error.description)
    }
    let start = StartingPoint(loaded: loaded, saved: found.progress, configuration: configuration)
    place = try start.place(wanted: options.place)
    example = try start.example(at: place, change: options.change)
    notice = start.notice(wanted: options.place)
    self.complaints = complaints
  }

  func run() throws {
    for complaint in complaints { Output.complain(complaint) }
    for fault in loaded.faults { Output.complain(fault) }
    switch chooseWay() {
    case .lesson: try printLesson()
    case .conversation: try converse()
    case .screen: try show()
    }
  }

  private enum Way { case lesson, conversation, screen }

  /// Plain text where there is no screen or it isn't wanted; a prompt where a person can answer.
  private func chooseWay() -> Way {
    let isBothEnds = StandardStream.input.isTerminal && StandardStream.output.isTerminal
    if wantsPlain { return isBothEnds || isScripted ? .conversation : .lesson }
    if isBothEnds { return .screen }
    // In a pipe an absent or dumb terminal is nothing to speak of; a wrong name is a mistake.
    if let problem = terminalProblem(environment: environment),
      StandardStream.output.isTerminal || !["", "dumb"].contains(environment["TERM"] ?? "")
    {
      Output.complain(words.sentence(problem) + ".")
    }
    return .lesson
  }

  private var wantsPlain: Bool {
    options.screen.plain || configuration.plain == true
      || !(environment["ACCESSIBLE"] ?? "").isEmpty
  }

  /// With `--plain`, a pipe or a file may hold what a person would type.
  private var isScripted: Bool { options.screen.plain && StandardStream.input.isPipeOrFile }

  // MARK: Plain text

  private var plainTier: GlyphTier {
    options.screen.ascii || configuration.ascii == true
      ? .ascii : EnvironmentLocale.glyphTier(environment)
  }

  private func printLesson() throws {
    let printer = PlainPrinter(
      course: loaded.course, tier: plainTier, width: TextWidth.current(environment))
    try printer.printLesson(place.lesson, example: example)
  }

  private func converse() throws {
    let lines = LineReader()
    // Input that is at its end at once is nobody: the whole lesson, and nothing saved.
    let first = StandardStream.input.isTerminal ? nil : lines.next()
    if first == nil, !StandardStream.input.isTerminal { return try printLesson() }
    var conversation = PlainConversation(
      model: model(
        size: Size(columns: TextWidth.current(environment) + 2, rows: 24), plainTier,
        notice: setAsideIfUnusable() ?? notice),
      printer: PlainPrinter(
        course: loaded.course, tier: plainTier, width: TextWidth.current(environment)),
      keeper: ProgressKeeper(file: file))
    try conversation.run(first: first, lines)
    try Output.writeLine(closingLine(conversation.model, failure: conversation.failure))
  }

  // MARK: The screen

  private func show() throws {
    let codeset = prepareLocale()
    let ambiguousWidth = options.screen.ambiguousWidth ?? configuration.ambiguousWidth
    let tier = GlyphTier.detect(
      codeset: codeset, term: environment["TERM"] ?? "",
      wantsASCII: options.screen.ascii || configuration.ascii == true,
      ambiguousWidth: ambiguousWidth ?? 1)
    let notice = setAsideIfUnusable() ?? complaints.first ?? faultNotice ?? notice
    let keeper = ProgressKeeper(file: file)
    let (model, ending): (Model, Runtime.Ending)
    do {
      (model, ending) = try withTerminal(
        terminalOptions(tier, ambiguousWidth), environment: environment
      ) { terminal in
        let model = self.model(size: terminal.size, tier, notice: notice)
        keepStart(of: model, keeper)
        var runtime = Runtime(terminal: terminal, model: model, keeper: keeper)
        let ending = runtime.run()
        return (runtime.model, ending)
      }
    } catch let error as TerminalError {
      Output.complain(words.sentence(error) + ".")
      return try converse()
    }
    let failure = keeper.save() ?? model.saveFailure
    try? Output.writeLine(closingLine(model, failure: failure))
    if case .ended(let signal?) = ending { endWith(signal) }
  }

  private func terminalOptions(_ tier: GlyphTier, _ ambiguousWidth: Int?) -> TerminalOptions {
    TerminalOptions(
      background: options.screen.theme ?? configuration.theme ?? .auto,
      color: options.screen.color ?? configuration.color ?? .auto,
      usesMouse: options.screen.mouse || configuration.mouse == true,
      probesWidth: tier == .unicode && ambiguousWidth == nil, tier: tier)
  }

  /// Ends as the signal would have ended the program, so that the shell sees why.
  private func endWith(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }

  // MARK: Both

  private var words: CommandWords { .of(Language(of: loaded.course)) }

  private func model(size: Size, _ tier: GlyphTier, notice: String?) -> Model {
    var model = Model(
      course: loaded.course, size: size, tier: tier, place: place, example: example,
      seen: found.progress?.seen ?? [:], beat: savedBeat,
      readsWholeSteps: found.progress?.readsWholeSteps ?? false,
      keepsProgress: !options.screen.noSave,
      notice: notice)
    // The example that a flag replaced is one undo away.
    if let saved = found.progress?.example, saved != example {
      model.history.record(saved)
    }
    return model
  }

  /// How far the step was read, where the session goes on.
  private var savedBeat: Int {
    guard options.place == nil, let saved = found.progress,
      loaded.course.lessons[place.lesson].slug == saved.lesson,
      loaded.course.lessons[place.lesson].steps[place.step].id == saved.step
    else { return 0 }
    return saved.beat
  }

  /// Where the session begins is progress too, if it isn't where the last one ended.
  private func keepStart(of model: Model, _ keeper: ProgressKeeper) {
    if model.keepsProgress, model.progress != found.progress { keeper.keep(model.progress) }
  }

  /// A file that can't be used makes room for a clean one, and is kept beside it.
  private func setAsideIfUnusable() -> String? {
    guard case .unusable(let fault) = found, !options.screen.noSave else { return nil }
    do {
      let backup = try file.setAside()
      return words(.savedUnusable, fault.description, backup)
    } catch { return error.description }
  }

  /// The first fault of one's own lessons, as a notice has room for it.
  private var faultNotice: String? {
    loaded.faults.first.map {
      "\($0.file):\($0.line):\($0.column): \($0.sentence(in: words.language))"
    }
  }

  /// How the person left it, and the command that goes on.
  private func closingLine(_ model: Model, failure: String?) -> String {
    let (title, step) = (model.lesson.title, String(model.place.step + 1))
    let folder = loaded.givenFolder.map { " --lessons \($0)" } ?? ""
    if options.screen.noSave {
      return words(.leftUnsaved, title, step, words(.goOn, model.commandLine + folder))
    }
    if let failure {
      return words(.leftFailed, failure, words(.goOn, model.commandLine + folder))
    }
    return words(.leftSaved, title, step, "softmax-tutor" + folder)
  }
}

extension Model {
  /// Why the last save failed, if it did.
  var saveFailure: String? {
    if case .failed(let reason) = saving { reason } else { nil }
  }
}
