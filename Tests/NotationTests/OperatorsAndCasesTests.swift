import Notation
import Testing

@Suite("Operators and cases in their many spellings")
struct OperatorsAndCasesTests {
  @Test(
    "arg max is one operator, its index below it",
    arguments: [
      (#"\arg\max_k z"#, "[S(fn:arg max,k,) z]"), (#"\arg\,\min_{x} z"#, "[S(fn:arg min,[x],) z]"),
      (#"\operatorname*{arg\,max}_k z"#, "[S(fn:arg max,k,) z]"),
      (#"\mathop{\arg\max}\limits_k z"#, "[S(fn:arg max,k,!) z]"),
      (#"\mathop{\mathrm{arg\,max}}_k z"#, "[S(fn:arg max,k,) z]"),
      (#"\underset{k}{\arg\max}\, z"#, "[S(fn:arg max,[k],!) <3> z]"),
      (#"\underset{k}{\operatorname{argmax}} z"#, "[S(fn:argmax,[k],!) z]"),
      (#"\arg \quad \max"#, "[fn:arg <18> fn:max]"),
    ])
  func argMax(latex: String, shape: String) { #expect(Shape.of(latex) == shape) }

  @Test(
    "what stands under or over an operator are its limits, over a relation a remark",
    arguments: [
      (#"\underset{x \sim p}{\mathbb{E}}"#, "S(mathbb([E]),[x sim p],!)"),
      (#"\overset{n}{\underset{k=1}{\sum}}"#, "S(SUM,[k = 1],[n]!)"),
      (#"\mathop{\mathrm{KL}}(p)"#, "[fn:KL F([p])]"), (#"\mathop{a+b}"#, "classed([a + b])"),
      (#"\overset{!}{=}"#, "stack([!],=)"), (#"\stackrel{\text{def}}{=}"#, "stack(['def'],=)"),
      (#"\sum_{i=1 \\ i \neq k} z"#, "[S(SUM,gathered{[i = 1] // [i neq k]},) z]"),
      (#"\sum_{\substack{i=1 \\ i \neq k}} z"#, "[S(SUM,[gathered{[i = 1] // [i neq k]}],) z]"),
    ])
  func limits(latex: String, shape: String) { #expect(Shape.of(latex) == shape) }

  @Test(
    "a name keeps its underscores and dots",
    arguments: [
      (#"\operatorname{cross\_entropy}"#, "fn:cross_entropy"),
      (#"\operatorname{np.exp}"#, "fn:np.exp"),
      (#"\operatorname{log\_softmax}"#, "fn:log_softmax"),
      (#"\operatorname{cross_entropy}"#, "fn:cross_entropy"),
      (#"\operatorname{\mathrm{KL}}"#, "fn:KL"), (#"\operatorname{log2}"#, "fn:log2"),
      (#"\operatorname{torch.nn.functional.softmax}"#, "fn:torch.nn.functional.softmax"),
    ])
  func names(latex: String, shape: String) {
    #expect(Shape.of(latex) == shape)
    #expect(!Formula(latex).hasErrors)
  }

  @Test("primes by command are primes")
  func primes() {
    #expect(Shape.of(#"f^\prime(x)"#) == Shape.of("f'(x)"))
    #expect(Shape.of(#"f^{\prime\prime} + f^{''}"#) == "[S(f,,'') + S(f,,'')]")
    #expect(Shape.of(#"x^{\prime 2}"#) == "S(x,,[prime 2])")
  }

  static let cases = "cases{[p] & [i = j] // [0] & [i neq j]}"

  @Test(
    "cases are cases, whatever table stands behind the brace",
    arguments: [
      #"\begin{cases} p & i=j \\ 0 & i \neq j \end{cases}"#,
      #"\left\{\begin{array}{ll} p & i=j \\ 0 & i \neq j \end{array}\right."#,
      #"\left\{\begin{array}[t]{@{}l@{\quad}l} p & i=j \\ 0 & i \neq j \end{array}\right."#,
      #"\left\{ \begin{matrix} p & i=j \\ 0 & i \neq j \end{matrix} \right."#,
      #"\left\{\begin{aligned} &p && i=j \\ &0 && i \neq j \end{aligned}\right."#,
      #"\{ \begin{array}{ll} p & i=j \\ 0 & i \neq j \end{array}"#,
      #"\Big\{ \begin{array}{ll} p & i=j \\ 0 & i \neq j \end{array}"#,
      #"\begin{cases} p && i=j \\ 0 && i \neq j \end{cases}"#,
    ])
  func casesAreRead(latex: String) { #expect(Shape.of(latex) == Self.cases) }

  @Test("in one column a comma, a gap or words part value and condition")
  func oneColumn() {
    let comma = "cases{[p ,] & [i = j] // [0 ,] & [i neq j]}"
    #expect(
      Shape.of(#"\left\{\begin{array}{l} p, i=j \\ 0, i \neq j \end{array}\right."#) == comma)
    #expect(Shape.of(#"\begin{cases} p,\ i=j \\ 0,\quad i \neq j \end{cases}"#) == comma)
    #expect(
      Shape.of(#"\begin{cases} p \quad i=j \\ 0 \quad i \neq j \end{cases}"#) == Self.cases)
    #expect(
      Shape.of(#"\begin{cases} p \text{ if } i=j \\ 0 \text{ otherwise} \end{cases}"#)
        == "cases{[p] & ['if ' i = j] // [0] & ['otherwise']}")
    #expect(
      Shape.of(#"\begin{cases} p & if i=j \\ 0 & otherwise \end{cases}"#)
        == "cases{[p] & ['if ' i = j] // [0] & ['otherwise']}")
  }

  @Test("a system of equations is none, and a third column is an error")
  func noCases() {
    for system in [
      #"\left\{\begin{aligned} a &= 1 \\ b &= 2 \end{aligned}\right."#,
      #"\left\{\begin{array}{l} a = 1 \\ b = 2 \end{array}\right."#,
      #"\left\{\begin{array}{lr} a & 1 \\ b & 2 \end{array}\right\}"#,
    ] {
      #expect(!Shape.of(system).contains("cases"), "\(system)")
    }
    #expect(Formula(#"\begin{cases} 1 & i=j & k \\ 0 & i \neq j \end{cases}"#).hasErrors)
  }

  @Test(
    "what has no picture is left out with a lint, and what it stands around is kept",
    arguments: [
      (#"\large x"#, "x"), (#"{\small x} y"#, "[[x] y]"), (#"\label{eq:1} x"#, "x"),
      (#"\require{cancel} \cancel{x}"#, "cancelled([x])"), (#"x \nonumber"#, "x"),
    ])
  func withoutPicture(latex: String, shape: String) {
    #expect(Shape.of(latex) == shape)
    #expect(!Formula(latex).hasErrors)
  }

  @Test(
    "words of a number at the end of a row are words",
    arguments: [#"x \tag{1}"#, #"x \eqno(1)"#, #"x \tag*{(1)}"#, #"x \leqno{(1)}"#])
  func numbering(latex: String) { #expect(Shape.of(latex) == "[x <18> '(1)']") }

  @Test("an author's own command is met with what to write")
  func ownCommands() {
    for (name, written) in [
      (#"\R"#, #"\mathbb{R}"#), (#"\E"#, #"\mathbb{E}"#), (#"\KL"#, #"\operatorname{KL}"#),
      (#"\softmax"#, #"\operatorname{softmax}"#), (#"\norm"#, #"\lVert x \rVert"#),
    ] {
      #expect(Formula(name).diagnostics.map(\.suggestion) == [written])
    }
  }
}
