import Foundation
import Testing

@Suite("`check`")
struct CheckTests {
  /// A lesson of one step with one formula.
  static func lesson(_ formula: String, directive: String = "") -> String {
    """
    ---
    title: Mine
    summary: A lesson of one's own
    ---

    ## A step
    <!-- id: a-step \(directive) -->

    ```math
    \(formula)
    ```

    """
  }

  @Test("the shipped lessons have every equals sign checked, and nothing wrong")
  func shipped() throws {
    let outcome = try Tutor().run(["check", "--examples", "4"])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("0 only notation, 0 not judged"))
    #expect(outcome.output.hasSuffix("0 errors, 0 remarks\n"))
  }

  @Test("a false sign is reported with file, line, column and caret, and the exit status is 65")
  func falseSign() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson("p_i = p_i + 1"), to: "mine/90-mine.md")
    for path in ["mine/90-mine.md", "mine"] {
      let outcome = try tutor.run(["check", path])
      #expect(outcome.status == 65 && outcome.errors == "")
      let lines = outcome.output.components(separatedBy: "\n")
      #expect(lines[0].hasPrefix("mine/90-mine.md:10:7: error: the sides differ"), "\(lines)")
      #expect(lines[1] == "10 | p_i = p_i + 1")
      #expect(lines[2] == "   |       ^")
      #expect(outcome.output.contains("1 error, 0 remarks"))
    }
  }

  @Test("--json has the same as one object that any reader takes")
  func json() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson("p_i = p_i + 1"), to: "90-mine.md")
    let outcome = try tutor.run(["check", "90-mine.md", "--json", "--seed", "5"])
    #expect(outcome.status == 65)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["errors"] as? Int == 1)
    #expect((object["equals_signs"] as? [String: Any])?["checked"] as? Int == 1)
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["file"] as? String == "90-mine.md")
    #expect(finding["line"] as? Int == 10 && finding["column"] as? Int == 7)
    #expect(finding["severity"] as? String == "error")
    let numbers = try #require(finding["disagreement"] as? [String: Any])
    #expect(numbers["seed"] as? Int == 5 && numbers["left"] is String && numbers["right"] is String)
  }

  @Test("a line that holds for the lesson's own numbers only is found by random ones")
  func random() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson("z_1 = 2"), to: "90-mine.md")
    #expect(try tutor.run(["check", "90-mine.md", "--examples", "0"]).status == 0)
    let outcome = try tutor.run(["check", "90-mine.md", "--examples", "5"])
    #expect(outcome.status == 65 && outcome.output.contains("random example"))
  }

  @Test("a remark is no fault")
  func remark() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson("\\frac{1}{3} = 0.33"), to: "90-mine.md")
    let outcome = try tutor.run(["check", "90-mine.md"])
    #expect(outcome.status == 0 && outcome.output.contains(":10:13: lint: "), "\(outcome.output)")
    #expect(outcome.output.contains("0 errors, 1 remark\n"))
  }

  @Test("what can't be read is an error of its own, and hides nothing that others have")
  func unreadable() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson("p_i = p_i + 1"), to: "mine/90-mine.md")
    // A folder with a lesson's name can be opened by nobody, root included.
    try tutor.home.write("", to: "mine/91-folder.md/nothing")
    try tutor.home.write("no front matter", to: "mine/92-bare.md")
    try tutor.home.write(Self.lesson("p_i = p_i + 2"), to: "mine/ko/90-mine.md")
    let outcome = try tutor.run(["check", "mine"])
    #expect(outcome.status == 65 && outcome.errors == "")
    for beginning in [
      "mine/90-mine.md:10:7: error: the sides differ",
      "mine/91-folder.md:1:1: error: this file can't be read: Is a directory",
      "mine/92-bare.md:1:1: error: a lesson begins with front matter",
      "mine/ko/90-mine.md:10:7: error: the sides differ",
    ] {
      #expect(outcome.output.contains(beginning), "\(outcome.output)")
    }
    #expect(outcome.output.hasSuffix("4 errors, 0 remarks\n"))
  }

  @Test(
    "where there is nothing to check, one line says so and the status is 66",
    arguments: ["empty", "missing", "missing.md", "90-mine.md/inside.md"])
  func nothing(path: String) throws {
    let tutor = try Tutor()
    try tutor.home.write("", to: "empty/README.md")
    try tutor.home.write(Self.lesson("1 = 1"), to: "90-mine.md")
    for arguments in [["check", path], ["check", path, "--json"]] {
      let outcome = try tutor.run(arguments)
      #expect(outcome.status == 66 && outcome.output == "")
      #expect(outcome.errors.hasPrefix("softmax-tutor: ") && outcome.errors.contains(path))
      #expect(outcome.errors.count { $0 == "\n" } == 1)
    }
  }

  @Test("no control character of a file's name or words reaches the terminal, nor raw into JSON")
  func controls() throws {
    let tutor = try Tutor()
    let text = Self.lesson("p_i = p_i + 1")
    try tutor.home.write(text, to: "mine/90-\u{1B}[31mred.md")
    try tutor.home.write(text, to: "mine/91-\u{9B}31mred.md")
    try tutor.home.write(
      text.replacingOccurrences(
        of: "summary:", with: "\"\\e[33mkey\": 1\nneeds: [\"\\e[34m\"]\nsummary:"),
      to: "mine/92-words.md")
    for arguments in [["check", "mine"], ["check", "mine", "--json"]] {
      let outcome = try tutor.run(arguments)
      #expect(outcome.status == 65)
      let steering = outcome.output.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
      }
      #expect(steering.isEmpty, "\(outcome.output.debugDescription)")
    }
    let json = try tutor.run(["check", "mine", "--json"]).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let files = (object["findings"] as? [[String: Any]])?.compactMap { $0["file"] as? String }
    #expect(files?.contains("mine/91-\u{9B}31mred.md") == true)
  }

  @Test(
    "the caret stands under the fault behind wide letters, and line ends and a mark at the start change nothing"
  )
  func carets() throws {
    let tutor = try Tutor()
    let plain = Self.lesson("p_i = p_i").replacingOccurrences(
      of: "```math", with: "글자와 中文 뒤에 $p_1 = p_2$.\n\n```math")
    for text in [
      plain, plain.replacingOccurrences(of: "\n", with: "\r\n"), "\u{FEFF}" + plain,
    ] {
      try tutor.home.write(text, to: "90-mine.md")
      let lines = try tutor.run(["check", "90-mine.md"]).output.components(separatedBy: "\n")
      #expect(lines[0].hasPrefix("90-mine.md:9:18: error: the sides differ"), "\(lines)")
      #expect(lines[1] == "9 | 글자와 中文 뒤에 $p_1 = p_2$.")
      // Each of the seven wide letters takes two columns.
      #expect(lines[2] == "  | " + String(repeating: " ", count: 17 + 7) + "^")
    }
  }
}
