import Notation
import Testing

@Suite("Signs as they are typed or pasted")
struct TypedSignsTests {
  @Test(
    "a typed sign reads as its command does",
    arguments: [
      ("1 – p_j", "1 - p_j"), ("a — b ‐ c ‑ d − e", "a - b - c - d - e"),
      ("（1－p）＋ｑ＝１", "(1-p)+q=1"), ("p（y｜x）", "p(y|x)"), ("［0，1］", "[0,1]"),
      ("pᵢ(1 − pᵢ)", "p_{i}(1 - p_{i})"), ("z₁₂ + x⁽ⁱ⁾", "z_{12} + x^{(i)}"),
      ("10⁻³", "10^{-3}"), ("p_i²", "p_i^{2}"), ("θᵀx", #"\theta^{T}x"#), ("e^xᵢ", "e^{x_{i}}"),
      ("∑ₖ pₖ", #"\sum_{k} p_{k}"#), ("a × b ⋅ c · d", #"a \times b \cdot c \cdot d"#),
      ("a ⩽ b ≥ c ≠ d ≈ e", #"a \le b \geq c \ne d \approx e"#),
      ("x → y ⇒ z", #"x \to y \Rightarrow z"#), ("x ∈ S, x ∼ P", #"x \in S, x \sim P"#),
      ("x～P", #"x \sim P"#), ("∂L/∂zᵢ", #"\partial L/\partial z_{i}"#),
      ("f′(x) + f″ + f’", "f'(x) + f'' + f'"), ("√x₁", #"\sqrt{x_{1}}"#),
      ("√(a + b) c", #"\sqrt{a + b} c"#), ("√p_1²", #"\sqrt{p_1^{2}}"#),
      ("ŷ_i + p̂", #"\hat y_i + \hat p"#), ("x̄", #"\bar x"#),
      ("ℝ + 𝔼 + ℒ", #"\mathbb R + \mathbb E + \mathcal L"#),
      ("𝟙(i = j)", #"\mathbb 1(i = j)"#), ("𝐳 + 𝑝 + 𝜃", #"\mathbf z + p + \theta"#),
      ("½ x", #"\frac 1 2 x"#), ("µ + ∆", #"\mu + \Delta"#), ("a…b", #"a\ldots b"#),
    ])
  func asCommands(typed: String, latex: String) {
    #expect(Self.loosened(Shape.of(typed)) == Self.loosened(Shape.of(latex)))
    #expect(!Formula(typed).hasErrors)
  }

  /// Braces around one item make no difference here.
  private static func loosened(_ shape: String) -> String {
    shape.filter { $0 != "[" && $0 != "]" }
  }

  @Test(
    "dashes and full-width signs are linted with what to write; signs of mathematics are not",
    arguments: [
      ("1 – p", "-"), ("（p)", "("), ("a＝b", "="), ("a−b", nil), ("p₁ ≤ θ", nil), ("a ⋅ b", nil),
    ])
  func lints(typed: String, suggestion: String?) {
    let diagnostics = Formula(typed).diagnostics
    #expect(diagnostics.map(\.suggestion) == (suggestion.map { [$0] } ?? []))
    #expect(diagnostics.allSatisfy { $0.severity == .lint })
  }

  @Test("text keeps what was typed")
  func textIsKept() {
    #expect(Shape.of(#"\text{误差（一），p₁² – x}"#) == "'误差（一），p₁² – x'")
  }

  @Test(
    "two or three characters for one sign are that sign, with a lint that names its command",
    arguments: [
      ("=>", "Rightarrow"), ("<=", "leq"), (">=", "geq"), ("!=", "neq"), ("->", "rightarrow"),
      ("==", "="), ("<=>", "Leftrightarrow"), ("...", "ldots"), ("-->", "longrightarrow"),
      ("|->", "mapsto"), ("==>", "Longrightarrow"), ("<<", "ll"), (">>", "gg"),
    ])
  func longSigns(typed: String, name: String) {
    #expect(Shape.of("a \(typed) b") == "[a \(name) b]")
    let diagnostics = Formula("a \(typed) b").diagnostics
    #expect(diagnostics.map(\.suggestion) == [name == "=" ? "=" : "\\" + name])
    #expect(diagnostics.first?.range == 2..<(2 + typed.utf8.count))
  }

  @Test("`:=` has no command and no lint, and signs that only stand side by side stay apart")
  func shortSigns() {
    #expect(Shape.of("a := b") == "[a := b]")
    #expect(Formula("a := b").diagnostics.isEmpty)
    #expect(Shape.of("a = > b") == "[a = > b]")
    #expect(Shape.of("x<-1") == "[x < - 1]")
    #expect(Shape.of(#"\lvert x\rvert=\geq"#).hasSuffix("= geq]"))
  }

  @Test(
    "a sum's name or its capital letter, with limits, is the sum",
    arguments: [
      ("sum_k p_k", "[S(SUM,k,) S(p,k,)]"), ("prod_{i} p_i", "[S(PROD,[i],) S(p,i,)]"),
      ("Σ_k p_k", "[S(SUM,k,) S(p,k,)]"), ("Σₖ p", "[S(SUM,[k],) p]"),
      ("Σ_{k=1}^n p", "[S(SUM,[k = 1],n) p]"), (#"\Sigma_{k=1}^n p"#, "[S(SUM,[k = 1],n) p]"),
      (#"\Sigma_{k \in K} p"#, "[S(SUM,[k in K],) p]"),
      (#"\Pi_{i=1}^n p"#, "[S(PROD,[i = 1],n) p]"),
      (#"\Sigma_k"#, "S(Sigma,k,)"), ("Σ_k^{-1}", "S(Sigma,k,[- 1])"), ("Σ^T", "S(Sigma,,T)"),
      ("sum(p)", "[fn:sum F([p])]"), ("sqrt(x) + sqrt{y}", "[radical([x]) + radical([y])]"),
      (#"\mathrm{sum}_k"#, "S(mathrm([s u m]),k,)"), ("x sum", "[x s u m]"),
    ])
  func sums(typed: String, shape: String) { #expect(Shape.of(typed) == shape) }

  @Test(
    "letters that spell a Greek letter or a function before its bracket are read so, and linted",
    arguments: [
      ("theta x", "[theta x]", [#"\theta"#]),
      ("entropy(p)", "[fn:entropy F([p])]", [#"\operatorname{entropy}"#]),
      ("KL(p, q)", "[fn:KL F([p , q])]", [#"\operatorname{KL}"#]),
      ("plog(p)", "[p l o g F([p])]", []), ("abc", "[a b c]", []),
      ("P_{max}", "S(P,[fn:max],)", [#"\max"#]),
      ("beta_1", "S(beta,1,)", [#"\beta"#]), ("frac{a}{b}", "[⟦frac⟧ [a] [b]]", [#"\frac"#]),
    ])
  func words(typed: String, shape: String, suggestions: [String]) {
    #expect(Shape.of(typed) == shape)
    #expect(Formula(typed).diagnostics.map(\.suggestion) == suggestions)
  }

  @Test("dollar signs and display brackets around a formula are left out with a lint")
  func dollars() {
    for typed in ["$p_1$", "$$p_1$$", #"\[p_1\]"#, #"\(p_1\)"#, " $ p_1 $ "] {
      #expect(Shape.of(typed) == "S(p,1,)", "\(typed)")
      #expect(!Formula(typed).hasErrors && !Formula(typed).diagnostics.isEmpty, "\(typed)")
    }
    #expect(Formula("a $ b").hasErrors)
  }

  @Test("an empty script is none")
  func emptyScripts() {
    #expect(Shape.of(#"\sum_k^{} p"#) == "[S(SUM,k,) p]")
    #expect(Shape.of("x_{}^{}") == "x")
    #expect(Formula("x_{}").diagnostics.map(\.message) == ["an empty script"])
  }
}
