import FormulaCorpus
import Notation
import Testing

@Suite("Places of nodes")
struct PlacesTests {
  @Test("the text at a node's place reads to that node again, and lies in its parent's")
  func placesCover() {
    var count = 0
    for latex in Set(PlainSpellingTests.lessons + FormulaCorpus.formulas.map(\.latex)) {
      let bytes = Array(latex.utf8)
      func visit(_ node: Notation, in parent: Range<Int>) {
        count += 1
        #expect(
          parent.lowerBound <= node.range.lowerBound && node.range.upperBound <= parent.upperBound,
          "\(latex): \(node.range) in \(parent)")
        let text = String(decoding: bytes[node.range], as: UTF8.self)
        // Two backslashes in a group are a blank, alone they part rows.
        if text != "\\\\" {
          let found = Self.bare(Shape.of(Formula(text).notation))
          #expect(found == Self.bare(Shape.of(node)), "\(latex): “\(text)”")
        }
        for child in node.children { visit(child, in: node.range) }
      }
      visit(Formula(latex).notation, in: 0..<bytes.count)
    }
    #expect(count > 5_000)
  }

  /// Without the brackets that say a row of one.
  private static func bare(_ shape: String) -> String {
    var shape = shape[...]
    while shape.first == "[", shape.last == "]", closesAtEnd(shape) {
      shape = shape.dropFirst().dropLast()
    }
    return String(shape)
  }

  private static func closesAtEnd(_ shape: Substring) -> Bool {
    var depth = 0
    for index in shape.indices {
      if shape[index] == "[" { depth += 1 }
      if shape[index] == "]" { depth -= 1 }
      if depth == 0 { return index == shape.index(before: shape.endIndex) }
    }
    return false
  }

  @Test(
    "what was typed otherwise has the place of what was typed",
    arguments: [
      ("a => b", 1, "=>"), ("a – b", 1, "–"), ("p₁₂", 0, "p₁₂"),
      (#"\arg\max_k z"#, 0, #"\arg\max_k"#),
      ("√x y", 0, "√x"), ("a　＝ b", 1, "＝"), ("sum_k p", 0, "sum_k"), ("ŷ z", 0, "ŷ"),
      (
        #"\left\{\begin{array}{l} a, i=j \end{array}\right. b"#, 0,
        #"\left\{\begin{array}{l} a, i=j \end{array}\right."#
      ),
    ])
  func typed(latex: String, item: Int, text: String) {
    let node = Formula(latex).notation.children[item]
    #expect(String(decoding: Array(latex.utf8)[node.range], as: UTF8.self) == text)
  }

  /// What no corpus holds next to one another.
  private static let scraps = [
    "\\\\", #"\def\x#1{#1}"#, #"\x"#, #"\newcommand{\a}[1][b]{#1\a}"#, #"\a"#, "{", "}", "_", "^",
    "'", "″", "₁",
    "²", "√", "½", "–", "（", "=>", "...", "sum_", "theta", "frac{", #"\left\{"#,
    #"\begin{array}{l}"#,
    #"\end{array}"#, #"\right."#, "&", #"\quad"#, "~", #"\arg"#, #"\max"#, #"\underset{k}"#,
    #"\cancel"#,
    #"\tag{"#, "$", "Σ", "ŷ", "𝟙", "if", #"\{"#, #"\kern"#, "1em", #"\pmod"#, "||", #"\substack{"#,
    #"\prime"#,
    #"\operatorname{"#, #"\text{"#,
  ]

  @Test("nodes lie in their parents whatever is written", arguments: 0..<4)
  func splices(seed: Int) {
    for number in 0..<150 {
      var latex = FormulaCorpus.splice(seed: UInt64(seed * 1_000 + number))
      for turn in 1...3 {
        // Strides without a common factor meet every place and every scrap.
        let place = (number * 7 + turn * 13) % (latex.count + 1)
        let scrap = Self.scraps[(number * 5 + turn * 17 + seed * 29) % Self.scraps.count]
        latex.insert(contentsOf: scrap, at: latex.index(latex.startIndex, offsetBy: place))
      }
      func visit(_ node: Notation, in parent: Range<Int>) {
        #expect(
          parent.lowerBound <= node.range.lowerBound && node.range.upperBound <= parent.upperBound,
          "\(latex): \(node)")
        for child in node.children { visit(child, in: node.range) }
      }
      let formula = Formula(latex)
      visit(formula.notation, in: 0..<latex.utf8.count)
      if let plain = PlainSpelling.of(formula.notation) { _ = try? PlainForm(plain) }
      _ = try? PlainForm(latex)
    }
  }
}
