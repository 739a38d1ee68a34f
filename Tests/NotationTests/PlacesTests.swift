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
}
