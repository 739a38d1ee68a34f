#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of one program.
struct Session {
  private static let idleSeconds = 3

  private let terminal: PseudoTerminal
  private let quiet: Int
  private var screen: Screen
  private let started: ContinuousClock.Instant

  init(_ program: Program, _ conditions: Conditions) throws {
    quiet = conditions.quiet
    screen = Screen(columns: conditions.columns, rows: conditions.rows)
    started = .now
    terminal = try PseudoTerminal(
      program.path, program.words, environment: conditions.environment,
      columns: conditions.columns, rows: conditions.rows)
  }

  var process: Int32 { terminal.process }

  /// From the start to the last byte of the first burst that has written on the last row.
  mutating func firstScreen(patience: Int = 20_000) -> Double? {
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(patience))
    while ContinuousClock.now < deadline {
      guard let last = readBurst(patience: patience) else { return nil }
      if screen.hasWrittenLastRow { return started.milliseconds(to: last) }
    }
    return nil
  }

  /// From the key to the last byte of what it causes; nil if it causes nothing.
  mutating func press(_ key: [UInt8]) -> Double? {
    let before = ContinuousClock.now
    terminal.write(key)
    return readBurst(patience: 1_000).map { before.milliseconds(to: $0) }
  }

  /// Reads until it is quiet: when the last byte came.
  private mutating func readBurst(patience: Int) -> ContinuousClock.Instant? {
    var last: ContinuousClock.Instant?
    while let bytes = terminal.read(patience: last == nil ? patience : quiet), !bytes.isEmpty {
      last = .now
      screen.feed(bytes)
      let answers = screen.takeAnswers()
      if !answers.isEmpty { terminal.write(answers) }
    }
    return last
  }

  /// Milliseconds of processor time without a key.
  func idle() -> Double? {
    guard let before = ProcessFigures.processorTime(of: process) else { return nil }
    sleep(UInt32(Self.idleSeconds))
    return ProcessFigures.processorTime(of: process).map { $0 - before }
  }

  mutating func end(with keys: [UInt8]) {
    terminal.write(keys)
    terminal.finish()
  }
}

extension ContinuousClock.Instant {
  func milliseconds(to later: Self) -> Double {
    let parts = (later - self).components
    return Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
  }
}
