import Lessons
import Notation
import TextGrid
import TutorApp

/// The course as questions and answers: append-only, one line for each change, nothing redrawn.
/// This is how it is read by a screen reader, by Braille, and in a log.
struct PlainConversation {
  private(set) var model: Model
  /// Why the last save failed, if it did.
  private(set) var failure: String?
  private let printer: PlainPrinter
  private let keeper: ProgressKeeper
  private let isPrompting = StandardStream.input.isTerminal

  init(model: Model, printer: PlainPrinter, keeper: ProgressKeeper) {
    self.model = model
    self.printer = printer
    self.keeper = keeper
  }

  /// - Parameter first: a line that was read already.
  mutating func run(first: String?, _ lines: LineReader) throws(Failure) {
    if let notice = model.notice { try say(notice) }
    try showStep()
    try say(words(.plainHint))
    keepProgress()
    var line = first
    while true {
      if line == nil { try prompt() }
      guard let text = line ?? lines.next() else {
        if isPrompting { try say("") }
        return
      }
      line = nil
      let request = PlainRequest(text)
      if request == .quit { return }
      try answer(request)
    }
  }

  private mutating func answer(_ request: PlainRequest) throws(Failure) {
    switch request {
    case .next: try press("n")
    case .previous: try press("p")
    case .nextLesson: try press("]")
    case .previousLesson: try press("[")
    case .undo: try press("u")
    case .redo: try press("y")
    case .reset: try press("r")
    case .figures: try press("o")
    case .cycleUnit: try press("b")
    case .again: try showStep()
    case .step(let number): try open("\(model.lesson.slug):\(number)")
    case .open(let place): try open(place)
    case .list: try say(lessonList)
    case .steps: try say(stepList)
    case .numbers: try say(PlainNumbers(model: model).lines)
    case .score(let number, let text): try changeScore(number, text)
    case .change(let change): try apply(change)
    case .command: try say(model.commandLine)
    case .help: try say(words(.plainHelp).split(separator: "\n").map(String.init))
    case .unknown(let text): try say(words(.plainUnknown, String(text.prefix(60))))
    case .quit: return
    }
  }

  /// What a key does on the screen it does here; what changed is said.
  private mutating func press(_ key: Key) throws(Failure) {
    let (place, example) = (model.place, model.example)
    for effect in update(&model, .keyPressed(key)) {
      if case .save(let progress) = effect { keeper.keep(progress) }
    }
    if let notice = model.notice { try say(notice) }
    if model.place != place { try showStep() }
    if model.example != example { try say(PlainNumbers(model: model).lines) }
    try save()
  }

  private mutating func open(_ text: String) throws(Failure) {
    do {
      let place = try LessonPlace(text).find(in: model.course)
      model = moved(to: place)
      try showStep()
      keepProgress()
      try save()
    } catch .output(let failure) { throw .output(failure) } catch { try say(words.sentence(error)) }
  }

  private func moved(to place: Model.Place) -> Model {
    var moved = Model(
      course: model.course, size: model.size, tier: model.tier, place: place,
      example: model.example, seen: model.seen, readsWholeSteps: model.readsWholeSteps,
      keepsProgress: model.keepsProgress)
    moved.history = model.history
    return moved
  }

  private mutating func changeScore(_ number: Int, _ text: String) throws(Failure) {
    guard model.example.logits.indices.contains(number - 1) else {
      return try say(
        words(.plainNoSuchScore, String(number), String(model.example.classCount)))
    }
    var scores = model.example.logits.map { $0.description }
    scores[number - 1] = text
    try apply(ExampleChange(logits: scores.joined(separator: ",")))
  }

  private mutating func apply(_ change: ExampleChange) throws(Failure) {
    guard !change.isEmpty else { return try say(words(.plainUnknownUnit)) }
    let changed: Example
    do { changed = try change.applied(to: model.example) } catch {
      return try say(words.sentence(error))
    }
    if changed != model.example {
      model.history.record(model.example)
      model.history.breakRun()
      model.example = changed
      keepProgress()
    }
    try say(PlainNumbers(model: model).lines)
    try save()
  }

  // MARK: Saving

  private func keepProgress() {
    if model.keepsProgress { keeper.keep(model.progress) }
  }

  private mutating func save() throws(Failure) {
    guard keeper.hasPending else { return }
    let reason = keeper.save()
    // A place that can't be written is said once, and the course goes on.
    if let reason, failure == nil { try say(reason) }
    failure = reason
  }

  // MARK: Saying

  private var words: CommandWords { model.commandWords }

  private func showStep() throws(Failure) {
    try Output.write("\n")
    try printer.printStep(model.place, example: model.example)
    try Output.write("\n")
  }

  private func prompt() throws(Failure) {
    guard isPrompting else { return }
    try Output.write("\(model.lesson.slug) \(model.place.step + 1)/\(model.lesson.steps.count)> ")
  }

  private func say(_ line: String) throws(Failure) {
    try Output.writeLine(model.tier == .ascii ? asciiText(line) : line)
  }

  private func say(_ lines: [String]) throws(Failure) {
    for line in lines { try say(line) }
  }

  private var lessonList: [String] {
    model.course.lessons.enumerated().map { index, lesson in
      "\(index + 1)  \(lesson.slug): \(lesson.title)"
        + (index == model.place.lesson ? words(.plainHere) : "")
    }
  }

  private var stepList: [String] {
    model.lesson.steps.enumerated().map { index, step in
      "\(index + 1)  \(step.title)" + (index == model.place.step ? words(.plainHere) : "")
    }
  }
}
