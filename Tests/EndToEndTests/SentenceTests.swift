import Foundation
import Testing

@Suite("What is refused: one line that names the thing and the next action, and an exit status")
struct SentenceTests {
  /// A command line, its exit status, and what its line on standard error must name.
  struct Refusal: CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var names: [String]

    init(_ line: String, _ status: Int32, _ names: String...) {
      arguments = line.split(separator: " ").map(String.init)
      self.status = status
      self.names = names
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals = [
    Refusal("jacobain", 64, "jacobain", "jacobian"),
    Refusal("lst", 64, "lst", "list"),
    Refusal("nothing-like-it", 64, "nothing-like-it", "softmax-tutor list"),
    Refusal("softmax:99", 64, "softmax", "99", "list softmax"),
    Refusal("jacobian:own-scor", 64, "own-scor", "jacobian:own-score"),
    Refusal("-1,0", 64, "-1,0", "--logits -1,0"),
    Refusal("--logit 2,1", 64, "--logit", "--logits"),
    Refusal("--colour never", 64, "--colour", "--color"),
    Refusal("compute 2,1 --temper 3", 64, "--temper", "--temperature"),
    Refusal("--temp 3", 64, "--temp", "--temperature"),
    Refusal("compute 2,1 --targt 1", 64, "--targt", "--target"),
    Refusal("list --foo", 64, "--foo", "softmax-tutor list --help"),
    Refusal("--lang xx", 64, "xx", "--lang en"),
    Refusal("--unit nat", 64, "nat", "--unit", "nats", "bits", "hartleys"),
    Refusal("--decimals 11", 64, "--decimals", "11", "0 to 10"),
    Refusal("--ambiguous-width 3", 64, "--ambiguous-width", "3", "1 or 2"),
    Refusal("--logits 1", 64, "--logits", "1 score", "2 to 12"),
    Refusal("--logits 1,2,3,4,5,6,7,8,9,10,11,12,13", 64, "13 scores", "2 to 12", "compute"),
    Refusal("--logits 1,2 --target 3", 64, "--target", "3", "1 to 2"),
    Refusal("--logits 1,2 --reference .5,.3,.2", 64, "--reference", "3 entries", "2 classes"),
    Refusal("--i 4", 64, "--i", "4", "1 to 3"),
    Refusal("print", 64, "--all", "softmax-tutor list"),
    Refusal("print softmax --all", 64, "softmax", "--all", "not both"),
    Refusal("compute", 64, "logits", "softmax-tutor compute --help"),
    Refusal("compute 2,abc", 64, "abc", "LOGITS"),
    Refusal("compute 2,,1", 64, "LOGITS", "2,1,0"),
    Refusal("compute 1e999,0", 64, "1e999", "too large"),
    Refusal("compute --3,1", 64, "--3", "sign"),
    Refusal("compute nan,1", 64, "LOGITS", "NaN"),
    Refusal("compute inf,1", 64, "LOGITS", "+∞", "-inf"),
    Refusal("compute -inf,-inf", 64, "LOGITS", "masked", "finite"),
    Refusal("compute 1,2 --target 0", 64, "--target", "0", "1 to 2"),
    Refusal("compute 1,2 --target -1", 64, "--target", "-1", "1 to 2"),
    Refusal("compute 1,2 --target .5,.6", 64, "--target", "1.1"),
    Refusal("compute 1,2 --target -.5,1.5", 64, "--target", "-0.5", "less than 0"),
    Refusal("compute 1,2 --target 1,0,0", 64, "--target", "3 entries", "2 classes"),
    Refusal("compute 1,2 --temperature -1", 64, "--temperature", "-1"),
    Refusal("compute 1,2 --temperature abc", 64, "--temperature", "abc"),
    Refusal("--lessons /no/such/folder", 66, "--lessons", "/no/such/folder"),
    Refusal("check /no/such/file.md", 66, "/no/such/file.md"),
    Refusal("progress import /no/such/file", 66, "/no/such/file"),
    Refusal("progress export", 66, "progress.json"),
  ]

  @Test("refused in one line on standard error", arguments: refusals)
  func refused(refusal: Refusal) throws {
    let outcome = try Tutor().run(refusal.arguments)
    #expect(outcome.status == refusal.status)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("softmax-tutor: "))
    for name in refusal.names {
      #expect(outcome.errors.contains(name), "no “\(name)” in: \(outcome.errors)")
    }
  }

  @Test(
    "the help of the program and of every command is an answer, on standard output",
    arguments: [
      ["--help"], ["-h"], ["help"], ["--version"], ["list", "--help"], ["print", "--help"],
      ["compute", "--help"], ["check", "--help"], ["progress", "--help"], ["help", "compute"],
      ["typeset", "--help"], ["eval", "--help"], ["progress", "reset", "--help"],
    ])
  func help(arguments: [String]) throws {
    let outcome = try Tutor().run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.output.isEmpty)
    guard arguments != ["--version"] else { return }
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 5, "the help is one line")
    #expect(lines.contains { $0.hasPrefix("OVERVIEW: ") })
    #expect(lines.contains { $0.hasPrefix("USAGE: softmax-tutor") })
    #expect(!outcome.output.contains("?"))
    for line in lines where !line.hasPrefix("USAGE: ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test("the program's help names every flag of the tutor and every command")
  func helpIsComplete() throws {
    let help = try Tutor().run(["--help"]).output
    for word in [
      "LESSON[:STEP]", "--logits", "--target", "--reference", "--temperature", "--unit",
      "--decimals", "--lang", "--lessons", "--plain", "--ascii", "--ambiguous-width", "--theme",
      "--color", "--no-save", "--mouse", "list", "print", "compute", "check", "progress",
    ] { #expect(help.contains(word), "\(word)") }
  }

  @Test("text from the command line reaches the terminal without control characters")
  func noControlCharacters() throws {
    let outcome = try Tutor().run(["\u{1B}[31mred\u{7}"])
    #expect(outcome.status == 64)
    #expect(!outcome.errors.dropLast().unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
  }

  @Test("output that can't be written is an error, and a reader that has gone is none")
  func outputs() throws {
    let full = try Tutor().shell("\"$tutor\" compute 1,2 > /dev/full")
    #expect(full.status == 1)
    #expect(full.errors.contains("standard output"))
    for command in ["print --all", "", "compute 1,2 --json", "list"] {
      let gone = try Tutor().shell("\"$tutor\" \(command) | head -1")
      #expect(gone.status == 0 && gone.errors == "", "\(command): \(gone.errors)")
      #expect(gone.output.split(separator: "\n").count == 1)
    }
  }
}
