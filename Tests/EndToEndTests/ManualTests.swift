import Foundation
import Testing

/// The manual page says what the program says of itself. `RECORD=1` rewrites that part, and fails.
@Suite("The manual page")
struct ManualTests {
  private static let file = Repository.root.appending(path: "packaging/softmax-tutor.1")

  @Test("its options and commands are the program's")
  func optionsAndCommands() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let (start, end) = (".\\\" options\n", ".\\\" /options\n")
    let opening = try #require(text.range(of: start))
    let closing = try #require(text.range(of: end))
    let found = text[opening.upperBound..<closing.lowerBound]
    let wanted = ManualPage(program: try .ofProgram()).lines.map { $0 + "\n" }.joined()
    guard found != wanted else { return }
    guard ProcessInfo.processInfo.environment["RECORD"] != nil else {
      Issue.record("\(Self.file.path) differs; scripts/record writes it as:\n\(wanted)")
      return
    }
    try text.replacingCharacters(in: opening.upperBound..<closing.lowerBound, with: wanted)
      .write(to: Self.file, atomically: true, encoding: .utf8)
    Issue.record("\(Self.file.path) rewritten; look at it, then run again without RECORD")
  }

  @Test("every flag of every command stands in it, and every command")
  func complete() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let program = try CommandInfo.ofProgram()
    let lines = Set(text.split(separator: "\n").map(String.init))
    #expect(program.commands.map(\.name).contains("progress path"))
    #expect(program.commands.map(\.name).filter { !lines.contains(".It Ic \($0)") } == [])
    let arguments = program.ownArguments + program.commands.flatMap { $0.info.arguments ?? [] }
    let flags = Set(arguments.flatMap(\.flags))
    #expect(flags.isSuperset(of: ["--logits", "--json", "--help", "-h"]))
    let absent = flags.filter { !text.contains("Fl \\&" + ManualPage.roff(String($0.dropFirst()))) }
    #expect(absent == [])
  }

  @Test("nothing in a text means anything to roff")
  func escapes() {
    #expect(ManualPage.roff("'\\frac{1}{n}' − p") == "\\(aq\\efrac{1}{n}\\(aq \\[u2212] p")
    #expect(ManualPage.roff(".5") == "\\&.5")
    #expect(ManualPage.roff("--lang") == "\\-\\-lang")
  }

  @Test("a reader of manuals has nothing to say against it", .enabled(if: ManualTests.hasGroff))
  func readable() throws {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.file("page"), folder.file("warnings"))
    let status = try Spawn(
      program: "groff", arguments: ["-mandoc", "-Tutf8", "-ww", "-z", Self.file.path],
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"], output: output, errors: errors
    ).run()
    #expect(status == 0)
    #expect(try String(contentsOfFile: errors, encoding: .utf8) == "")
  }

  private static let hasGroff = FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")
}
