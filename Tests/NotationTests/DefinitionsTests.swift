import Notation
import Testing

@Suite("Commands that a formula defines")
struct DefinitionsTests {
  @Test(
    "a definition is put in place",
    arguments: [
      (#"\newcommand{\R}{\mathbb{R}} x \in \R^n"#, #"x \in \mathbb{R}^n"#),
      (#"\newcommand\R{\mathbb{R}}\R"#, #"\mathbb{R}"#),
      (#"\newcommand{\E}[2][p]{E_{#1}[#2]} \E{x} = \E[q]{y}"#, #"E_{p}[x] = E_{q}[y]"#),
      (#"\renewcommand{\vec}[1]{\mathbf{#1}} \vec{x} \vec y"#, #"\mathbf{x} \mathbf{y}"#),
      (#"\providecommand{\log}{l} \log x"#, #"\log x"#),
      (#"\providecommand{\lg}{l} \providecommand{\x}{a}\providecommand{\x}{b} \x"#, "a"),
      (#"\DeclareMathOperator{\KL}{KL} \KL(p)"#, #"\operatorname{KL}(p)"#),
      (#"\DeclareMathOperator*{\am}{arg\,max} \am_k z_k"#, #"\operatorname*{arg\,max}_k z_k"#),
      (#"\def\x{\alpha}\x b"#, #"\alpha b"#),
      (#"\def\h#1{\frac{#1}{2}} \h{a} + \h3"#, #"\frac{a}{2} + \frac{3}{2}"#),
      (#"\def\p#1#2{#2 - #1} \p{a}{b}"#, #"b - a"#), (#"\let\oldphi=\phi \oldphi"#, #"\phi"#),
      (#"\let\y\x \def\x{a} \def\y{b\x} \y"#, "b a"),
      (#"\newcommand{\1}{\mathbb{1}} \1_{i}"#, #"\mathbb{1}_{i}"#),
      (#"\newcommand{\f}[1]{\alpha#1} \f x"#, #"\alpha x"#),
      (#"\newcommand{\a}{p_i}\newcommand{\b}[1]{\a(1 - #1)} \b{\a}"#, "p_i(1 - p_i)"),
    ])
  func substituted(latex: String, meant: String) {
    #expect(Formula(latex).diagnostics.isEmpty, "\(Formula(latex).diagnostics)")
    #expect(Shape.of(latex) == Shape.of(meant))
  }

  @Test("a definition that is not used says nothing, and one that is no definition is refused")
  func definitionsAlone() {
    #expect(Shape.of(#"\def\x{\foo} a"#) == "a")
    for wrong in [
      #"\newcommand"#, #"\newcommand{\x}"#, #"\newcommand{x}{y}"#, #"\newcommand{\x}[z]{y}"#,
      #"\def\x#2{y}"#, #"\def\x.{y}"#, #"\let\x"#, #"\DeclareMathOperator{\x}"#, #"\def\x{a"#,
    ] {
      let diagnostics = Formula(wrong).diagnostics.filter { $0.severity == .error }
      #expect(!diagnostics.isEmpty && diagnostics[0].suggestion != nil, "\(wrong)")
    }
  }

  @Test(
    "what uses itself, or grows without end, is refused with a sentence",
    arguments: [
      (#"\def\a{\a} \a"#, "defined by itself"), (#"\def\a{\b}\def\b{\a} \a"#, "defined by itself"),
      (#"\def\a#1{\a{#1#1}} \a x"#, "longer than"),
      (
        #"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\c\c\c\c\c"#,
        "used too often"
      ),
      (#"\def\a#1{#1#1#1#1#1#1#1#1}\a{\a{\a{\a{\a{x}}}}}"#, "used too often"),
    ])
  func bounded(latex: String, words: String) {
    let errors = Formula(latex).diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors[0].message.contains(words), "\(errors)")
  }

  @Test("a complaint about a body points at its use, one about an argument at the argument")
  func places() throws {
    func place(_ latex: String) throws -> String {
      let error = try #require(Formula(latex).diagnostics.first { $0.severity == .error })
      return String(decoding: Array(latex.utf8)[error.range], as: UTF8.self)
    }
    #expect(try place(#"\def\x{1 + \foo} a + \x + b"#) == #"\x"#)
    #expect(try place(#"\def\x#1{1 + #1} a + \x{\foo} + b"#) == #"\foo"#)
    #expect(try place(#"\def\x#1{\foo #1} a + \x{c} + b"#) == #"\x{c}"#)
    #expect(try place(#"\def\x#1#2{#1} \x{a}"#) == #"\x"#)
  }

  @Test("nodes lie inside their parents though arguments change places")
  func rangesNest() {
    for latex in [
      #"\def\p#1#2{\frac{#2_{#1}}{#1}^{#1#2}} a + \p{b}{c} = \p 12"#,
      #"\def\p#1#2{#2#1#2} x^{\p{34}{56}} + \p{\{}{(} \p{.5}{1.}"#,
      #"\newcommand{\s}[2]{\sum_{#2}^{#1} \left(#2 #1\right)} \s{n}{k=1} \begin{aligned} \s{a}{b} &= \s{c}{d} \end{aligned}"#,
    ] {
      func visit(_ node: Notation) {
        for child in node.children {
          #expect(
            node.range.lowerBound <= child.range.lowerBound
              && child.range.upperBound <= node.range.upperBound, "\(latex): \(child)")
          visit(child)
        }
      }
      visit(Formula(latex).notation)
    }
  }
}
