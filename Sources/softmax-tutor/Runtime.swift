import CursesTerminal
import TextGrid
import TutorApp

/// The only loop: event → message → `update` → effects → paint.
struct Runtime {
  /// How the loop ended.
  enum Ending: Hashable {
    case quit
    /// The terminal went away, or a signal asked for the end.
    case ended(signal: Int32?)
  }

  /// After so many keys without a pause the screen is drawn in any case.
  private static let mostEventsBetweenPaints = 256
  /// A change is saved in the first pause of this length, in milliseconds, so that a held arrow is
  /// not slowed by the disk …
  private static let pauseBeforeSaving: Int32 = 150
  /// … and after so many redraws without such a pause.
  private static let mostPaintsBeforeSaving = 20

  /// The keys that show something new: it is made while nobody waits, once after each paint. Without
  /// a key nothing more is done.
  private static let pageKeys: [Key] = [.right, "n"]

  private let terminal: Terminal
  private let keeper: ProgressKeeper
  private(set) var model: Model
  private var paintsSinceChange = 0
  /// Screens that the next key may ask for, drawn.
  private var prepared: [(model: Model, canvas: Canvas)] = []

  init(terminal: Terminal, model: Model, keeper: ProgressKeeper) {
    self.terminal = terminal
    self.model = model
    self.keeper = keeper
  }

  mutating func run() -> Ending {
    paint()
    while true {
      guard let event = nextEvent() else {
        save()
        continue
      }
      if let ending = handleAll(from: event) { return ending }
      paint()
      if keeper.hasPending {
        paintsSinceChange += 1
        if paintsSinceChange >= Self.mostPaintsBeforeSaving { save() }
      }
    }
  }

  private mutating func nextEvent() -> TerminalEvent? {
    for key in Self.pageKeys {
      if let event = terminal.nextEvent(timeout: 0) { return event }
      if let ahead = model.prepare(for: key) { prepared.append((ahead, view(ahead))) }
    }
    return terminal.nextEvent(timeout: keeper.hasPending ? Self.pauseBeforeSaving : nil)
  }

  /// Takes in all that is waiting before anything is drawn: a held key never queues work behind
  /// the screen.
  private mutating func handleAll(from first: TerminalEvent) -> Ending? {
    var event: TerminalEvent? = first
    for _ in 0..<Self.mostEventsBetweenPaints {
      guard let current = event else { return nil }
      if let ending = handle(current) { return ending }
      event = terminal.nextEvent(timeout: 0)
    }
    return event.flatMap { handle($0) }
  }

  private mutating func handle(_ event: TerminalEvent) -> Ending? {
    switch event {
    case .key(let key): return send(.keyPressed(key))
    case .resized(let size): return send(.resized(size))
    case .ambiguousWidth(let width): return send(.ambiguousWidthFound(width))
    // The terminal may have another size than when it was left.
    case .resumed: return send(.resized(terminal.size))
    case .ended(let signal): return .ended(signal: signal)
    }
  }

  private mutating func send(_ message: Message) -> Ending? {
    for effect in update(&model, message) {
      switch effect {
      case .quit: return .quit
      case .save(let progress):
        keeper.keep(progress)
        paintsSinceChange = 0
      case .suspend:
        // The shell comes next: what was changed is on the disk before it does.
        save()
        terminal.suspend()
        _ = send(.resized(terminal.size))
      case .copyToClipboard(let text):
        _ = send(.clipboardAsked(taken: terminal.writeClipboard(text)))
      }
    }
    return nil
  }

  private mutating func save() {
    guard keeper.hasPending else { return }
    _ = send(.progressSaved(failure: keeper.save()))
    paint()
  }

  private mutating func paint() {
    let model = model
    terminal.paint(prepared.first { $0.model == model }?.canvas ?? view(model))
    prepared = []
  }
}
