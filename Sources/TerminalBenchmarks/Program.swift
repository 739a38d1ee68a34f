/// A program that is timed, and the keys that it is timed with.
struct Program {
  var name: String
  var path: String
  var words: [String]
  /// One page on, one page back.
  var pages: [[UInt8]]
  var ending: [UInt8]

  /// What was measured, in milliseconds.
  var starts: [Double] = []
  var keys: [Double] = []
  var idle: Double?
  /// Kibibytes of memory that it holds while it waits.
  var memory: Int?
  var instructions: Int?

  init(_ name: String, _ path: String, _ words: [String], pages: [String], ending: String) {
    self.name = name
    self.path = path
    self.words = words
    self.pages = pages.map { Array($0.utf8) }
    self.ending = Array(ending.utf8)
  }

  mutating func forget() {
    starts = []
    keys = []
  }

  /// Starts it, turns pages, and ends it.
  mutating func round(_ conditions: Conditions, isLast: Bool) throws {
    var session = try Session(self, conditions)
    guard let first = session.firstScreen() else {
      throw PseudoTerminal.Failure(
        description: "\(name) never wrote on the last row; its command is "
          + ([path] + words).joined(separator: " "))
    }
    starts.append(first)
    for turn in 0..<conditions.keys {
      if let took = session.press(pages[turn % 2]) { keys.append(took) }
    }
    if isLast {
      memory = ProcessFigures.memory(of: session.process)
      idle = session.idle()
    }
    session.end(with: ending)
  }

  /// Of one whole run, to the first screen and out again: they do not depend on what else runs.
  mutating func countInstructions(_ conditions: Conditions, _ counter: InstructionCounter) throws {
    var counted = self
    (counted.path, counted.words) = (counter.program, counter.words(for: path, words))
    var session = try Session(counted, conditions)
    guard session.firstScreen(patience: 60_000) != nil else { return }
    session.end(with: ending)
    instructions = counter.result()
  }
}

/// What every program is run under.
struct Conditions {
  var columns = 80
  var rows = 24
  var rounds = 15
  var keys = 20
  /// Milliseconds without output that end a burst.
  var quiet = 50
  var environment: [String: String] = [:]
}
