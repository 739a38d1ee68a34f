import FormulaCorpus
import Notation
import Testing
import TextGrid
import Typesetting

@Suite("Reading LaTeX")
struct NotationParserTests {
  @Test("the corpus is whole")
  func corpusIsWhole() { #expect(FormulaCorpus.formulas.count == 241) }

  @Test("every formula of the five texts reads without an error")
  func corpusReads() {
    for (id, latex) in FormulaCorpus.formulas {
      let formula = Formula(latex)
      #expect(!formula.hasErrors, "\(id): \(formula.diagnostics.map(\.message))")
    }
  }

  @Test("ids count up in reading order, and a node's range holds its children's")
  func treeIsOrdered() {
    for (id, latex) in FormulaCorpus.formulas {
      var seen = 0
      func visit(_ node: Notation, inside range: Range<Int>) {
        #expect(node.id == seen, "\(id)")
        seen += 1
        #expect(
          range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound,
          "\(id): \(node.range) in \(range)")
        for child in node.children { visit(child, inside: node.range) }
      }
      visit(Formula(latex).notation, inside: 0..<latex.utf8.count)
    }
  }

  @Test("what a command is an alias of, or typed as, gives the same tree but for the ranges")
  func aliasesAgree() {
    let pairs = [
      (#"a \le b"#, "a ≤ b"), (#"a \ne b"#, #"a \neq b"#), (#"a \to b"#, #"a \rightarrow b"#),
      (#"\lvert x \rvert"#, #"\lvert{}x\rvert"#), (#"\theta"#, "θ"), ("-x", "−x"),
      (#"\sum_k x"#, "∑_k x"), (#"\dfrac ab"#, #"\frac{a}{b}"#), (#"x^*"#, #"x^\ast"#),
    ]
    for (first, second) in pairs {
      #expect(leaves(first) == leaves(second), "\(first) and \(second)")
    }
  }

  @Test("balanced plain delimiters of a row are a fence, others stay signs")
  func fencesPair() {
    #expect(fences("(x)[y]\\{z\\}") == 3)
    #expect(fences("(x]") == 0)
    #expect(fences(")x(") == 0)
    #expect(fences("{(x} y)") == 0)
    #expect(fences("[0, 1)") == 1)
    #expect(fences("D(P \\| Q)") == 1)
    #expect(fences("\\| x \\|_2") == 1)
    #expect(fences("|x|") == 0)
    #expect(fences("\\lvert x \\rvert") == 1)
    #expect(fences("\\big( x \\big)") == 1)
    #expect(fences("\\big( x )") == 0)
  }

  @Test("a number may start with a point, and a comma ends it")
  func numbersAreRead() {
    #expect(leaves(".65 + 1.5") == [".65", "+", "1.5"])
    #expect(leaves("0,1") == ["0", ",", "1"])
    #expect(leaves("x.") == ["x", "."])
    #expect(leaves("1.2.3") == ["1.2", ".3"])
  }

  @Test("bare words are functions with a lint; commands of that name are not linted")
  func operatorWords() {
    #expect(Formula("exp(x)").diagnostics.map(\.suggestion) == ["\\exp"])
    #expect(Formula("softmax(x)").diagnostics.map(\.suggestion) == ["\\operatorname{softmax}"])
    for clean in [
      "\\exp(x)", "\\operatorname{exp}(x)", "\\mathrm{exp}(x)", "\\text{exp}(x)", "dexp", "expx",
    ] {
      #expect(Formula(clean).diagnostics.isEmpty, "\(clean)")
    }
  }

  @Test("nesting beyond the limit, a source beyond it and a table beyond it are refused with words")
  func limitsAreSaid() {
    let limit = NotationParser.deepestNesting
    for (open, close) in [("{", "}"), ("(", ")"), ("\\left(", "\\right)"), ("\\hat{", "}")] {
      let fitting = repeated(open, limit) + "x" + repeated(close, limit)
      #expect(!Formula(fitting).hasErrors, "\(open)")
      let deep = Formula(repeated(open, limit + 1) + "x" + repeated(close, limit + 1))
      #expect(deep.diagnostics.contains { $0.message.contains("nested deeper than 40") }, "\(open)")
    }
    let long = Formula(repeated("x", NotationParser.longestSource + 1))
    #expect(
      long.diagnostics.map(\.message) == ["a formula of 4001 bytes is longer than 4000; split it"])
    #expect(!Formula(repeated("x", NotationParser.longestSource)).hasErrors)
    let rows = Formula("\\begin{matrix}" + repeated("1 \\\\ ", 61) + "\\end{matrix}")
    #expect(rows.diagnostics.first?.message.hasPrefix("61 rows by 1 columns") == true)
  }

  @Test("hostile repetitions end, and every byte of complaint lies in the source")
  func hostileRepetitions() {
    for scrap in [
      "{", "(", "\\hat", "\\left(", "_2", "\\a", "\\begin{a}", "\\sqrt[", "\\text{$", "\\over",
      "\\|",
      "\\bf", "\\substack{", "'", "\\big", "\\frac", "\\not", "&", "\\\\", "}", "^",
      "\\xrightarrow[",
    ] {
      check(String(repeated(scrap, 4_000 / scrap.utf8.count).prefix(4_000)))
    }
  }

  @Test(
    "cuts and splices of the corpus never trap, and complaints lie in the source", arguments: 0..<8)
  func splicesAreRead(seed: UInt64) {
    for index in 0..<150 { check(FormulaCorpus.splice(seed: seed * 1_000 + UInt64(index))) }
  }

  private func check(_ source: String) {
    let formula = Formula(source)
    let whole = 0..<source.utf8.count
    for diagnostic in formula.diagnostics {
      #expect(
        whole.lowerBound <= diagnostic.range.lowerBound
          && diagnostic.range.upperBound <= whole.upperBound,
        "\(diagnostic) in \(source.debugDescription)")
      #expect(!diagnostic.message.contains { $0.isNewline })
    }
    for diagnostic in formula.diagnostics.prefix(3) {
      #expect(diagnostic.rendered(in: source, language: .english).contains("^"))
    }
    for options in [TypesettingOptions(width: 40), TypesettingOptions(tier: .ascii, width: 40)] {
      #expect(formula.picture(options).height > 0)
      #expect(formula.inlinePicture(options).height == 1)
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private func fences(_ latex: String) -> Int {
    func count(_ node: Notation) -> Int {
      let own = if case .fence = node.kind { 1 } else { 0 }
      return own + node.children.reduce(0) { $0 + count($1) }
    }
    return count(Formula(latex).notation)
  }

  private func leaves(_ latex: String) -> [String] {
    func leaves(_ node: Notation) -> [String] {
      switch node.kind {
      case .symbol(let symbol): [symbol.name]
      case .number(let digits): [digits]
      case .bigOperator(let sign): [sign.rawValue]
      default: node.children.flatMap(leaves)
      }
    }
    return leaves(Formula(latex).notation)
  }
}
