import Foundation
import Lessons
import Notation
import SoftmaxCore
import Testing

/// A check of one lesson, as short text.
private struct Checked {
  var findings: [String]
  var counts: CheckCounts

  /// - Parameter body: what follows the directive of the only step.
  init(
    _ body: String, directive: String = "", matter: String = "", examples: Int = 12,
    seed: UInt64 = 7
  ) {
    let text = Draft.lesson(
      "## A step\n<!-- id: a-step \(directive) -->\n\n" + body, matter: matter)
    let (lesson, _) = Draft.parse(text)
    guard let lesson else {
      (findings, counts) = (["no lesson"], CheckCounts())
      return
    }
    let checker = LessonChecker(lesson, CheckSettings(examples: examples, seed: seed))
    let above = matter.filter { $0 == "\n" }.count
    findings = checker.findings.map { finding in
      let diagnostic = finding.diagnostic
      // Lines count from the body's first.
      let line = diagnostic.line - Draft.linesAboveStep - above
      return "\(line):\(diagnostic.column) \(diagnostic.severity) \(diagnostic.message)"
    }
    counts = checker.counts
  }

  func starts(with beginnings: String...) -> Bool {
    findings.count == beginnings.count
      && zip(findings, beginnings).allSatisfy { $0.hasPrefix($1) }
  }
}

@Suite("checking a lesson")
struct CheckingTests {
  @Test("a true chain is counted sign by sign and says nothing")
  func trueChain() {
    let checked = Checked(
      """
      ```math
      \\begin{aligned}
      \\frac{p_i}{p_j} &= \\frac{e^{z_i}}{e^{z_j}} \\\\
        &= e^{z_i - z_j}
      \\end{aligned}
      ```
      """)
    #expect(checked.findings == [])
    #expect(checked.counts.checkedSigns == 2)
    #expect(checked.counts.unjudgedSigns == [:])
  }

  @Test("one wrong line is one error, though its neighbours disagree with it")
  func oneWrongLine() {
    let lines = ["p_i (1 - p_i)", "p_i - p_i p_i", "p_i + p_i p_i - 2 p_i^2", "p_i - p_i^2"]
    for wrong in lines.indices.dropFirst() {
      var written = lines
      written[wrong] += " + p_i"
      let body =
        "```math\n\\begin{aligned}\n" + written[0] + "\n"
        + written.dropFirst().map { "  &= \($0)" }.joined(separator: " \\\\\n")
        + "\n\\end{aligned}\n```\n"
      let checked = Checked(body)
      #expect(checked.starts(with: "\(wrong + 3):6 error the sides differ"), "\(checked.findings)")
      #expect(checked.counts.checkedSigns == 3)
    }
  }

  @Test("two wrong lines are two errors")
  func twoWrongLines() {
    let checked = Checked(
      "```math\n\\begin{aligned}\np_i &= p_i + 0 \\\\\n&= p_i + 1 \\\\\n&= p_i \\\\\n"
        + "&= p_i - 1\n\\end{aligned}\n```\n")
    #expect(
      checked.starts(with: "4:4 error the sides differ", "6:4 error the sides differ"),
      "\(checked.findings)")
  }

  @Test("a fence that starts with = continues the one before, across text and panels")
  func continuation() {
    let right = "```math\np_i - p_i^2\n```\n\nWords.\n\n```math\n= p_i (1 - p_i)\n```\n"
    #expect(Checked(right).findings == [])
    #expect(Checked(right).counts.checkedSigns == 1)
    let wrong = right.replacingOccurrences(of: "(1 - p_i)", with: "(1 + p_i)")
    #expect(Checked(wrong).starts(with: "8:3 error the sides differ"))
  }

  @Test(
    "so does one that starts with another relation, in an environment too",
    arguments: ["\\leq 1", "\\begin{aligned}\n&= p_i - 0 \\\\\n&< 1\n\\end{aligned}"])
  func continuationByRelation(next: String) {
    let checked = Checked("```math\np_i\n```\n\n```math\n\(next)\n```\n")
    #expect(checked.findings == [])
    #expect(
      checked.counts.checkedSigns == next.count { "=<".contains($0) }
        + (next.hasPrefix("\\l") ? 1 : 0))
    #expect(
      Checked("```math\n\(next)\n```\n").findings.first?.contains("nothing stands before") == true)
  }

  @Test("a sign of a notation fence is counted and not judged")
  func notation() {
    let checked = Checked("```math notation\np_i = p_j = \\mathcal{Q}\n```\n")
    #expect(checked.findings == [])
    #expect(checked.counts.notationOnlySigns == 2)
    #expect(checked.counts.checkedSigns == 0)
  }

  @Test("when: says which indices a line must hold for, and only for those")
  func conditions() {
    let line = "```math\n\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j\n```\n"
    #expect(Checked(line, directive: "when: i \\neq j").findings == [])
    #expect(Checked(line).starts(with: "2:37 error the sides differ"))
    #expect(Checked(line, directive: "when: i = j").starts(with: "2:37 error the sides differ"))
    let never = Checked("```math\np_i = p_i\n```\n", directive: "when: i < 1")
    #expect(never.starts(with: "2:5 error this sign can't be judged: no example"))
    #expect(never.counts.unjudgedSigns.values.reduce(0, +) == 1)
  }

  @Test("a condition that can't be read is said at its place")
  func badCondition() {
    let checked = Checked("```math\np_i = p_i\n```\n", directive: "when: i = h")
    #expect(checked.findings.contains { $0.contains("h is not") }, "\(checked.findings)")
  }

  @Test("p − y holds in nats; without unit: nats the check says so")
  func units() {
    let line = "```math\n\\frac{\\partial L}{\\partial z_i} = p_i - y_i\n```\n"
    #expect(Checked(line, directive: "unit: nats").findings == [])
    #expect(Checked(line).starts(with: "2:35 error this holds in nats only"))
  }

  @Test("a step about one-hot targets draws those; one about distributions draws others")
  func targets() {
    let line = "```math\n\\sum_k y_k^2 = 1\n```\n"
    #expect(Checked(line, directive: "target: one-hot").findings == [])
    #expect(Checked(line, directive: "target: distribution").starts(with: "2:16 error"))
    #expect(Checked("```math\nL = -\\log p_t\n```\n").findings == [])
  }

  @Test("a line in which T is written is tried at other temperatures")
  func temperatures() {
    let right = "```math\n\\frac{p_i}{p_j} = \\exp\\left(\\frac{z_i - z_j}{T}\\right)\n```\n"
    #expect(Checked(right).findings == [])
    let wrong = "```math\n\\frac{p_i}{p_j} = \\exp(T (z_i - z_j))\n```\n"
    #expect(Checked(wrong).starts(with: "2:19 error this holds at T = 1 only"))
  }

  @Test(
    "a false sign in the text is reported at its character, wherever the text stands",
    arguments: [
      ("Now $p_1 = p_2$ is false.", "1:12"),
      ("글자 뒤에 $p_1 = p_2$ 있다.", "1:14"),
      ("Here is a line,\nand $p_1\n= p_2$ too.", "3:3"),
      ("- First.\n- Then\n  $p_1 = p_2$.", "3:10"),
      ("> Quoted: **$p_1 = p_2$**", "1:20"),
      ("### A heading with $p_1 = p_2$", "1:27"),
    ])
  func inline(body: String, place: String) {
    let checked = Checked(body + "\n")
    #expect(checked.starts(with: "\(place) error the sides differ"), "\(checked.findings)")
    #expect(checked.counts.checkedSigns == 1)
  }

  @Test("a formula in the text that means nothing is a remark where it claims nothing")
  func inlineNames() {
    #expect(Checked("The text writes $h$.\n").starts(with: "1:18 lint h is not defined"))
    #expect(
      Checked("The text writes $h = p_1$.\n").findings.contains { $0.hasPrefix("1:18 error h") })
    #expect(Checked("Where $i = j$, or $i \\neq j$.\n").findings == [])
  }

  @Test("a number in the text must be one number, also with two classes")
  func values() {
    #expect(Checked("It is {p_1}.\n").findings == [])
    #expect(Checked("It is {p}.\n").starts(with: "1:8 error a number in the text is one number"))
    #expect(Checked("It is {p_9}.\n").starts(with: "1:8 error there is no entry 9"))
    #expect(Checked("It is {p_3}.\n").starts(with: "1:8 error for z = [0.1, 0.2] this has no"))
    #expect(Checked("It is {\\log(0 - 1)}.\n").starts(with: "1:8 error this is undefined"))
    #expect(Checked("It is {p_1}, {p_2}.\n").counts.values == 2)
  }

  @Test("a number in the text has a value for every example that can be entered")
  func everyNumber() {
    // No random example has equal scores and a class of probability 0.
    let ratio = "It is {\\frac{p_1}{p_1 + p_2}}.\n"
    #expect(Checked(ratio).starts(with: "1:8 error for z = "), "\(Checked(ratio).findings)")
    #expect(Checked(ratio).findings.first?.contains("this is undefined") == true)
    #expect(Checked(ratio, directive: "temperature: positive  scores: finite").findings.isEmpty)
    #expect(Checked("It is {p_3}.\n", directive: "classes: 3").findings.isEmpty)
  }

  @Test("a claim in the text is put to the extreme examples too")
  func everyClaim() {
    #expect(Checked("Always, $p_i \\leq 1$.\n").findings.isEmpty)
    let strict = Checked("Always, $p_i < 1$.\n")
    #expect(
      strict.starts(with: "1:16 error this is not true of every example"), "\(strict.findings)")
  }

  @Test("what a panel shows must have a number for every i and j")
  func panels() {
    func panel(_ formula: String) -> Checked { Checked("```live\nmatrix: \(formula)\n```\n") }
    #expect(panel("\\frac{\\partial p_i}{\\partial z_j}").findings == [])
    #expect(panel("p_i h_j").starts(with: "2:13 error h"))
    #expect(panel("p").starts(with: "2:9 error a panel shows one number"))
  }

  @Test("= before a rounded number is a remark, and ≈ is none")
  func rounded() {
    let matter = "example: { logits: [2, 1, 0] }\n"
    let number = "\\frac{e^{2}}{e^{2} + e^{1} + e^{0}}"
    #expect(Checked("```math\n\(number) \\approx 0.6652\n```\n", matter: matter).findings == [])
    #expect(
      Checked("```math\n\(number) = 0.6652\n```\n").starts(with: "2:37 lint = stands before"))
    #expect(Checked("```math\n\(number) \\approx 0.6642\n```\n").starts(with: "2:45 error"))
  }

  @Test("what is defined is held to SoftmaxCore under the same name")
  func definitions() {
    let right = Checked("{S}\n", matter: "define:\n  - S = \\sum_j \\exp(z_j)\n")
    #expect(right.findings == [] && right.counts.quantities == 1)
    let wrong = Checked("{S}\n", matter: "define:\n  - S = \\sum_j \\exp(-z_j)\n")
    #expect(wrong.findings.count == 1 && wrong.findings[0].contains("SoftmaxCore"))
    let broken = Checked("{S}\n", matter: "define:\n  - S = \\sum_j h_j\n")
    #expect(broken.findings.contains { $0.contains("h") && $0.contains("not defined") })
  }

  @Test("what no screen has room for is a remark, in display and in the text")
  func layout() {
    // A matrix breaks nowhere.
    let row = (1...40).map { "a_{\($0)}" }.joined(separator: " & ")
    let long = "\\begin{pmatrix} \(row) \\end{pmatrix}"
    let checked = Checked("```math notation\n\(long)\n```\n")
    #expect(checked.starts(with: "2:1 lint the formula takes"), "\(checked.findings)")
    #expect(
      Checked("It is $\(long)$.\n").findings.contains { $0.contains("a fence of its own") })
  }

  @Test("the same seed finds the same; any seed finds a fault")
  func seeds() {
    let line = "```math\np_i = y_i\n```\n"
    #expect(Checked(line, seed: 3).findings == Checked(line, seed: 3).findings)
    for seed in 0..<8 as Range<UInt64> {
      #expect(Checked(line, examples: 1, seed: seed).findings.count == 1)
    }
  }

  @Test("without random examples the lesson's own decides")
  func noExamples() {
    #expect(Checked("```math\nz_1 = 2\n```\n", examples: 0).findings == [])
    #expect(Checked("```math\nz_1 = 2\n```\n").starts(with: "2:7 error the sides differ"))
  }
}
