/// Counts instructions with what the machine has: perf, where it may, else valgrind.
struct InstructionCounter {
  enum Tool: String { case perf, valgrind }

  let tool: Tool
  let program: String
  private let file: String

  /// - Parameter isAllowed: whether a tool that is there also works here.
  init?(path: String, folder: String, isAllowed: (InstructionCounter) -> Bool) {
    for tool in [Tool.perf, .valgrind] {
      guard let program = ProcessFigures.find(tool.rawValue, in: path) else { continue }
      let counter = InstructionCounter(tool, program, folder + "/instructions")
      if isAllowed(counter) {
        self = counter
        return
      }
    }
    return nil
  }

  private init(_ tool: Tool, _ program: String, _ file: String) {
    self.tool = tool
    self.program = program
    self.file = file
  }

  func words(for path: String, _ words: [String]) -> [String] {
    switch tool {
    case .perf: ["stat", "-x", ",", "-e", "instructions:u", "-o", file, path] + words
    case .valgrind:
      ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(file)", path] + words
    }
  }

  /// Of the run that has ended.
  func result() -> Int? {
    guard let text = ProcessFigures.text(file) else { return nil }
    let lines = text.split(separator: "\n")
    switch tool {
    case .perf:
      let line = lines.first { $0.contains("instructions") }
      return line.flatMap { Int($0.prefix { $0 != "," }) }
    case .valgrind:
      let line = lines.last { $0.contains("Collected :") }
      return line.flatMap { Int($0.split(separator: ":").last?.filter(\.isNumber) ?? "") }
    }
  }
}
