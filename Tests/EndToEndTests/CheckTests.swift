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
}
