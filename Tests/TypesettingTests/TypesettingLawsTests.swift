import FormulaCorpus
import Notation
import Testing
import TextGrid
import Typesetting

@Suite("Laws of formula pictures")
struct TypesettingLawsTests {
  static let options = GlyphTier.allCases.flatMap { tier in
    [60, 76].map { TypesettingOptions(tier: tier, width: $0) }
  }

  @Test("every formula of the five texts fits 60 and 76 columns in both tiers", arguments: options)
  func corpusFits(options: TypesettingOptions) {
    for (id, latex) in FormulaCorpus.formulas {
      let width = Formula(latex).picture(options).width
      #expect(width <= options.width, "\(id) is \(width) wide")
    }
  }

  @Test("rows are equally wide, the baseline is one of them, and each glyph fills its cells")
  func picturesAreRectangles() {
    for (id, latex) in FormulaCorpus.formulas + [("wide", #"\text{误差 } 误^2 \hat{p} \hat{x y}"#)] {
      for options in Self.options + [TypesettingOptions(width: 24)] {
        let picture = Formula(latex).picture(options)
        #expect(picture.rows.indices.contains(picture.baseline), "\(id)")
        for row in picture.rows {
          #expect(row.count == picture.width, "\(id)")
          for (column, glyph) in row.enumerated() {
            let isRightHalf =
              glyph.text.isEmpty && column > 0 && cellWidth(of: row[column - 1].text) == 2
            #expect(isRightHalf || (1...2).contains(cellWidth(of: glyph.text)), "\(id): \(glyph)")
          }
        }
      }
    }
  }

  @Test("the ASCII tier is ASCII")
  func asciiIsASCII() {
    for (id, latex) in FormulaCorpus.formulas + [("wide", #"\text{误差 é ∮} 误 \oint ⊢"#)] {
      let formula = Formula(latex)
      let options = TypesettingOptions(tier: .ascii)
      let lines = formula.picture(options).lines + [formula.inlineText(.ascii)]
      #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(id)")
    }
  }

  @Test("every written sign, number and word stands in the picture, and in the one-row form")
  func nothingIsDropped() {
    for (id, latex) in FormulaCorpus.formulas + PictureTests.formulas {
      let formula = Formula(latex)
      let written = leaves(formula.notation)
      for options in Self.options + [TypesettingOptions(width: 20)] {
        for picture in [formula.picture(options), formula.inlinePicture(options)] {
          let drawn = Set(picture.rows.joined().compactMap(\.node))
          #expect(written.isSubset(of: drawn), "\(id): \(written.subtracting(drawn))")
        }
      }
    }
  }

  @Test("breaking loses no letter and no digit")
  func breakingKeepsLetters() {
    for (id, latex) in FormulaCorpus.formulas {
      func letters(_ width: Int) -> [Character] {
        Formula(latex).picture(TypesettingOptions(width: width)).lines.joined()
          .filter { $0.isLetter || $0.isNumber }.sorted()
      }
      #expect(letters(20) == letters(400), "\(id)")
      #expect(letters(45) == letters(400), "\(id)")
    }
  }

  @Test("the same formula gives the same picture, and a one-row form has one row")
  func drawingIsPure() {
    for (_, latex) in FormulaCorpus.formulas {
      for options in Self.options {
        #expect(Formula(latex).picture(options) == Formula(latex).picture(options))
        #expect(Formula(latex).inlinePicture(options).height == 1)
      }
    }
  }

  @Test("a number of the same length does not change the size")
  func numbersKeepTheSize() {
    func size(_ value: String) -> [Int] {
      let picture = Formula(
        "p_i = \\frac{\(value)}{\\sum_k e^{\(value)}} + \\begin{bmatrix} \(value) \\\\ 0.1000 \\end{bmatrix}"
      ).picture()
      return [picture.width, picture.height, picture.baseline]
    }
    #expect(size("0.6652") == size("0.0001"))
    #expect(size("0.6652") == size("9.9999"))
  }

  @Test("scripts in rows of their own use no small characters")
  func rowsOnly() {
    let options = TypesettingOptions(compactScripts: false)
    let lines = Formula("x_i^2").picture(options).lines
    #expect(lines == [" 2", "x ", " i"])
  }

  @Test("every known command can be drawn, alone and with arguments, in both tiers")
  func everyCommandDraws() {
    for name in NotationParser.commandNames {
      for source in ["\\\(name)", "\\\(name){a}{b}_c^d", "x\\\(name) y"] {
        for options in Self.options {
          let picture = Formula(source).picture(options)
          #expect(picture.height > 0, "\(source)")
        }
      }
    }
    #expect(NotationParser.commandNames.count >= 210)
  }

  private func leaves(_ node: Notation) -> Set<Int> {
    switch node.kind {
    // On one row the separator of cases stands for a comma that ends a cell.
    case .symbol(let symbol): return symbol.name == "," ? [] : [node.id]
    case .number, .function, .bigOperator, .broken: return [node.id]
    case .text(let runs):
      let own = runs.contains {
        if case .words(let words) = $0 { words.contains { $0 != " " } } else { false }
      }
      return node.children.reduce(into: own ? [node.id] : []) { $0.formUnion(leaves($1)) }
    case .phantom: return []
    default: return node.children.reduce(into: []) { $0.formUnion(leaves($1)) }
    }
  }
}
