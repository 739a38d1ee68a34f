import Notation
import Testing
import TextGrid
import Typesetting

@Suite("Colours, highlights and lines of a picture")
struct PictureNodesTests {
  private static let roles: [String: Role] = [
    "p": .probabilities, "z": .scores, "y": .target, "S": .sum, "L": .loss, "H": .loss,
    "D_{KL}": .gradient, "\\hat{y}": .probabilities,
  ]

  /// The characters of each role but `body`, in reading order.
  private func colored(_ latex: String) -> [Role: String] {
    let picture = Formula(latex).picture(TypesettingOptions(roles: Self.roles))
    var texts: [Role: String] = [:]
    for glyph in picture.rows.joined() where glyph.style.role != .body && glyph.text != " " {
      texts[glyph.style.role, default: ""] += glyph.text
    }
    return texts
  }

  @Test("a name has its role with its whole script")
  func namesAreColored() {
    #expect(colored("p_i = z_i + 1") == [.probabilities: "pᵢ", .scores: "zᵢ"])
    #expect(colored("p_{\\theta} y_i^\\top") == [.probabilities: "pθ", .target: "yᵢᵀ"])
    #expect(colored("\\mathbf{z} - \\boldsymbol{y}") == [.scores: "z", .target: "y"])
    #expect(colored("\\frac{\\partial L}{\\partial z_i}") == [.loss: "L", .scores: "zᵢ"])
  }

  @Test("in e^{z_i} only z_i has the role")
  func exponentsAreColored() { #expect(colored("e^{z_i}") == [.scores: "zᵢ"]) }

  @Test("a word as a subscript belongs to its name: the L of D_{KL} is no loss")
  func wordsAreNeutral() {
    #expect(colored("D_{KL}(P)") == [.gradient: "DKL"])
    #expect(colored("E_{KL}") == [:])
    #expect(colored("L_{CE}") == [.loss: "LCE"])
    #expect(colored("\\text{Loss } \\log \\operatorname{softmax} \\mathrm{zyp}") == [:])
  }

  @Test("an accent or a prime makes another name")
  func markedNamesDiffer() {
    #expect(colored("\\hat{y} + \\bar{y} + z'") == [.probabilities: "ŷ"])
    #expect(colored("\\hat{y}_i") == [.probabilities: "ŷᵢ"])
  }

  @Test("a reason is as bright as its line, a formula in it keeps its colours")
  func reasonsAreBright() {
    let texts = colored("\\begin{aligned} a &= b && \\text{as } p \\end{aligned}")
    #expect(texts[.dim] == nil && texts[.probabilities] == "p")
  }

  @Test("what cannot be read is reversed")
  func brokenIsReversed() {
    let glyphs = Formula("\\foo").picture().rows[0]
    #expect(glyphs.allSatisfy { $0.style == Style(.bad, .reverse) })
  }

  @Test("a node's subtree has its cells, and path and parent lead to it")
  func cellsOfNodes() throws {
    let formula = Formula("a + \\frac{p_i}{S}")
    let fraction = try #require(formula.notation.children.last)
    let positions = formula.picture().cells(of: fraction.subtree)
    #expect(positions.map(\.row) == [0, 0, 1, 1, 2])
    #expect(positions.allSatisfy { $0.column >= 4 })
    #expect(formula.notation.node(fraction.id) == fraction)
    #expect(formula.notation.parent(of: fraction.id)?.id == formula.notation.id)
    #expect(formula.notation.node(999) == nil)
    #expect(formula.notation.parent(of: formula.notation.id) == nil)
  }

  @Test(
    "a derivation has a range of rows for each line, reasons included", arguments: [76, 30, 20])
  func linesHaveRows(width: Int) {
    let latex = #"""
      \begin{aligned} p &= \frac{a + b + c}{d} && \text{a reason of several words} \\
      &= q + r + s + t + u + v + w && \text{another} \\ &= x \end{aligned}
      """#
    let picture = Formula(latex).picture(TypesettingOptions(width: width))
    #expect(picture.lineRows.count == 3)
    #expect(picture.lineRows.first?.lowerBound == 0)
    #expect(picture.lineRows.last?.upperBound == picture.height)
    for (before, after) in zip(picture.lineRows, picture.lineRows.dropFirst()) {
      #expect(before.upperBound <= after.lowerBound)
    }
    let second = picture.lineRows[1].map { picture.lines[$0] }.joined()
    #expect(second.contains("another") && second.contains("w") && !second.contains("x"))
  }

  @Test("a formula that is no derivation is one line")
  func oneLine() {
    let picture = Formula("a = \\frac{b}{c} = d").picture()
    #expect(picture.lineRows == [0..<picture.height])
  }

  @Test("bold is an emphasis, never another alphabet")
  func boldIsEmphasis() {
    let glyphs = Formula("\\mathbf{x} \\mathbb{E} \\mathbb{1} \\boldsymbol{v}").picture().rows[0]
    for glyph in glyphs where glyph.text != " " {
      #expect(glyph.style.emphasis == .bold)
      #expect(glyph.text.utf8.count == 1)
    }
  }
}
