#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How fast and how light softmax-tutor is in a terminal, beside vim and less.
///
/// Every program runs on a pseudo-terminal of the same size, with the same environment, and is
/// measured by the same rule:
///
/// - start: from the start of the process to the last byte of the first full screen. Output counts
///   as one burst until nothing has come for the quiet time; the first burst that has written on the
///   screen's last row ends the first screen. The quiet time itself is not counted.
/// - key: from the write of a key to the last byte of the burst it causes. Each key turns a page: the
///   tutor goes a step on and back, vim and less a page down and up.
/// - memory: what is resident after the keys. idle: processor time of three seconds without a key.
/// - instructions: of one run to the first screen and out again, where perf or valgrind counts them.
///
/// The programs take turns, round by round, so that whatever else the machine does meets all of
/// them. The time a program needs after its last byte is not seen; the time that reading needs is in
/// every figure. vim runs without configuration, swap and info files.
@main
struct TerminalBenchmarks {
  private var conditions: Conditions
  private var programs: [Program]
  private let folder: String
  private let path: String

  static func main() {
    do {
      var benchmarks = try TerminalBenchmarks(CommandLine.arguments.dropFirst())
      try benchmarks.run()
    } catch {
      say("bench-terminal: \(error)")
      exit(1)
    }
  }

  private init(_ words: some Sequence<String>) throws {
    let request = try Request(words)
    conditions = request.conditions
    path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    folder = request.folder
    conditions.environment = [
      "HOME": folder, "PATH": path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TMPDIR": folder,
    ]
    let text = folder + "/text.txt"
    let lines = (0..<2000).map {
      "\($0)  the gradient of the loss by the scores is p minus y, row by row\n"
    }
    Self.save(lines.joined(), to: text)
    programs = [
      Program("tutor", request.program, [], pages: ["n", "p"], ending: "q")
    ]
    let peers = [
      ("vim", ["-u", "NONE", "-i", "NONE", "-n", text], ["\u{6}", "\u{2}"], "\u{1B}:q!\r"),
      ("less", [text], [" ", "b"], "q"),
    ]
    for (name, words, pages, ending) in peers {
      guard let program = ProcessFigures.find(name, in: path) else {
        Self.say("bench-terminal: \(name) is not installed, and left out")
        continue
      }
      programs.append(Program(name, program, words, pages: pages, ending: ending))
    }
  }

  private mutating func run() throws {
    // The first round does not count: files come from the disk only once.
    for turn in -1..<conditions.rounds {
      for index in programs.indices {
        try programs[index].round(conditions, isLast: turn == conditions.rounds - 1)
        if turn < 0 { programs[index].forget() }
      }
    }
    let counter = InstructionCounter(path: path, folder: folder) { counter in
      var probe = programs[0]
      try? probe.countInstructions(conditions, counter)
      return probe.instructions != nil
    }
    if let counter {
      for index in programs.indices {
        try programs[index].countInstructions(conditions, counter)
      }
    } else {
      Self.say("bench-terminal: neither perf nor valgrind counts instructions here")
    }
    print(Report(programs: programs, conditions: conditions).text)
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(2, bytes, bytes.count)
  }

  private static func save(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
