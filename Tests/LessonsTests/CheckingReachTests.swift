import Lessons
import Meaning
import Notation
import Testing

/// Whatever a reader would take for a claim, or the tutor would show as a value, is put to the test.
@Suite("nothing goes unchecked")
struct CheckingReachTests {
  static func findings(
    _ body: String, directive: String = "", matter: String = ""
  ) throws -> [String] {
    let text = Draft.lesson(
      "## A step\n<!-- id: a-step \(directive) -->\n\n" + body, matter: matter)
    let lesson = try #require(Draft.parse(text).0)
    let above = Draft.linesAboveStep + matter.count { $0 == "\n" }
    return LessonChecker(lesson, CheckSettings(examples: 30, seed: 7)).findings.map {
      let diagnostic = $0.diagnostic
      return "\(diagnostic.line - above):\(diagnostic.column) \(diagnostic.severity) "
        + diagnostic.message
    }
  }

  static func math(_ latex: String, directive: String = "") throws -> [String] {
    try findings("```math\n\(latex)\n```\n", directive: directive)
  }

  @Test("a sign that can't be judged is an error: the lesson would show it without a mark")
  func unjudged() throws {
    let infinite = try Self.math("\\ln(-S) = \\ln(-S)")
    #expect(
      infinite.count == 1
        && infinite.first?.hasPrefix("2:9 error this sign can't be judged") == true)
    // Equal at i = j, and nobody knows how near is near elsewhere.
    let near = try Self.math("p_i \\approx p_j")
    #expect(
      near.count == 1
        && near.first?.contains("error this sign can't be judged: \\approx needs") == true)
  }

  @Test("a side that is undefined for some numbers is a fault")
  func undefined() throws {
    #expect(
      try Self.math("\\exp(\\ln z_i) = z_i").first?.hasPrefix("2:17 error the sides differ") == true
    )
  }

  @Test(
    "a line must have a value for the lesson's own example, and should have one for two classes")
  func ownExample() throws {
    let fourth = try Self.math("z_4 = z_4")
    #expect(
      fourth.first?.hasPrefix("2:1 error for the lesson's own example this has no value") == true)
    #expect(try Self.math("z_3 = z_3").first?.hasPrefix("2:1 lint with two classes") == true)
    #expect(try Self.math("g_i = g_i").first?.contains("g has no value here") == true)
  }

  @Test("an equation in a reason, in a further column and within words is judged")
  func hidden() throws {
    for latex in [
      "\\begin{aligned} p_i &= p_i && \\text{for } \\sum_k p_k = 2 \\end{aligned}",
      "\\begin{aligned} p_i &= p_i & p_j &= p_i \\end{aligned}",
      "\\begin{aligned} p_i &= p_i &&= p_j \\end{aligned}",
      "p_i \\quad \\text{where $p_i = p_j$}", "p_i = p_i \\tag{1} \\quad p_j = p_i",
      "S := \\sum_k e^{-z_k}",
    ] {
      let found = try Self.math(latex)
      #expect(found.count == 1 && found[0].contains("error"), "\(latex): \(found)")
    }
  }

  @Test("a fence continues no notation fence, and nothing before one")
  func notationBetween() throws {
    let found = try Self.findings(
      "```math\np_i\n```\n\n```math notation\n= q\n```\n\n```math\n= p_i\n```\n")
    #expect(
      found.count == 1
        && found.first?.hasPrefix("10:1 error nothing stands before this sign") == true)
  }

  @Test("what the reader's example gives is not to be defined")
  func given() throws {
    for name in ["z_i", "y_i", "P_i", "T", "n"] {
      let found = try Self.findings("{z_1}\n", matter: "define:\n  - \(name) = 2\n")
      #expect(found.contains { $0.contains("error") && $0.contains("the reader's own number") })
    }
    #expect(try Self.findings("{c}\n", matter: "define:\n  - c = 2\n") == [])
  }

  @Test("a name is defined once, with each number of arguments")
  func once() throws {
    let twice = "define:\n  - c = 2\n  - d = 1\n  - c = 3\n"
    let found = try Self.findings("{c}\n", matter: twice)
    #expect(found.count == 1 && found[0].contains("c is defined on line"), "\(found)")
    let functions = "define:\n  - F(a) = a\n  - F(a, b) = a + b\n"
    #expect(try Self.findings("{F(1) + F(1, 2)}\n", matter: functions) == [])
  }

  @Test("a definition that no sign uses is held to nothing, and that is told")
  func unused() throws {
    let matter = "define:\n  - w_i = z_i - p_i\n  - c = 2\n"
    let found = try Self.findings("{w_1} and {c}\n", matter: matter)
    #expect(found.count == 1 && found[0].contains("lint no equals sign uses w"), "\(found)")
    for claim in ["$w_i = z_i - p_i$", "```math\n\\sum_k w_k = \\sum_k z_k - 1\n```"] {
      #expect(try Self.findings("{w_1}\n\n\(claim)\n", matter: matter) == [], "\(claim)")
    }
    // By way of another definition.
    let chain = matter + "  - v_i = w_i + p_i\n"
    #expect(try Self.findings("$v_i = z_i$ and {w_1}\n", matter: chain) == [])
  }

  @Test("the answer to predict and the mistakes it knows have a value")
  func answers() throws {
    func predict(_ answer: String, mistake: String = "p_2") throws -> [String] {
      try Self.findings(
        """
        ```predict
        ask: What is $p_1$?
        answer: \(answer)
        mistakes:
          - value: \(mistake)
            say: No.
        ```

        """)
    }
    #expect(try predict("p_1 (1 - p_1)") == [])
    #expect(try predict("p_1 (1 - R)").first?.hasPrefix("3:18 error R is not defined") == true)
    #expect(try predict("\\foo").first?.hasPrefix("3:9 error unknown command") == true)
    #expect(try predict("p_1", mistake: "p_1 +").first?.hasPrefix("5:16 error") == true)
    #expect(try predict("p_9").first?.contains("no entry 9") == true)
  }

  /// A wrong definition for every name of the list.
  static let wrong: [(name: String, arity: Int, definition: String)] = [
    ("p", 0, #"p_i = \frac{e^{-z_i}}{\sum_k e^{-z_k}}"#), ("q", 0, "q_i = y_i"),
    ("Q", 0, "Q_i = P_i"), ("S", 0, #"S = \sum_k e^{z_k / 2}"#),
    ("L", 0, #"L = -\sum_k y_k \ln p_k"#), ("J", 0, #"J_{i,j} = p_i (1 - p_i)"#),
    ("I", 0, #"I_i = \log p_i"#), ("I", 1, #"I(x) = -\log_2 P(x)"#),
    ("H", 1, #"H(P) = \sum_k P_k \log P_k"#), ("H", 2, #"H(P, Q) = -\sum_k Q_k \log P_k"#),
    ("D_{KL}", 2, #"D_{KL}(P \| Q) = \sum_k Q_k \log \frac{Q_k}{P_k}"#),
    ("softmax", 1, #"\operatorname{softmax}(v)_i = e^{v_i}"#),
    ("\\sigma", 1, #"\sigma(x) = \frac{1}{1 + e^{x}}"#),
    ("sigmoid", 1, #"\operatorname{sigmoid}(x) = \frac{1}{1 - e^{-x}}"#),
    ("logsumexp", 1, #"\operatorname{logsumexp}(v) = \log \sum_k v_k^2"#),
    ("KL", 2, #"\operatorname{KL}(P \| Q) = \sum_k Q_k \log \frac{Q_k}{P_k}"#),
    ("CE", 2, #"\operatorname{CE}(P, Q) = -\sum_k Q_k \log P_k"#),
  ]

  @Test("every name that SoftmaxCore has a quantity for is held to it", arguments: wrong)
  func quantities(name: String, arity: Int, definition: String) throws {
    let found = try Self.findings("{z_1}\n", matter: "define:\n  - \(definition)\n")
    #expect(found.contains { $0.contains("error") && $0.contains("by SoftmaxCore") }, "\(found)")
  }

  @Test("the list of those names is whole")
  func everyQuantity() {
    #expect(
      Set(CoreQuantity.all.map { "\($0.name)/\($0.arity)" })
        == Set(Self.wrong.map { "\($0.name)/\($0.arity)" }))
  }
}
