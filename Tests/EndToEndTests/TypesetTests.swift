import Foundation
import Testing

@Suite("`typeset`")
struct TypesetTests {
  @Test("a formula is printed as the lessons show it, without trailing blanks")
  func picture() throws {
    let outcome = try Tutor().run(["typeset", "\\frac{a}{b} = c"])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output == "a\n─ = c\nb\n")
  }

  @Test("--ascii has no other character, and --width is kept where a formula can break")
  func options() throws {
    let formula = "p_i = a + b + c + d + e + f + g + h = \\sum_k z_k"
    let ascii = try Tutor().run(["typeset", formula, "--ascii", "--width", "16"])
    #expect(ascii.status == 0)
    #expect(ascii.output.filter { !$0.isASCII } == "")
    for line in ascii.output.split(separator: "\n") { #expect(line.count <= 16, "\(line)") }
    #expect(try Tutor().run(["typeset", "--width", "0", "x"]).status == 64)
  }

  @Test("a formula may begin with a minus sign, and need not be quoted as a whole")
  func minus() throws {
    let whole = try Tutor().run(["typeset", "-\\log p_i + 1"])
    #expect(whole.status == 0 && whole.output == "−log pᵢ + 1\n")
    #expect(try Tutor().run(["typeset", "-\\log", "p_i", "+", "1"]).output == whole.output)
    #expect(try Tutor().run(["typeset", "--", "-\\log p_i + 1"]).output == whole.output)
  }

  @Test("what finds no place to break is printed, and said with what sticks out")
  func overflow() throws {
    let matrix = "a + \\begin{bmatrix} 1 & 2 & 3 & 4 & 5 & 6 & 7 & 8 \\end{bmatrix}"
    let outcome = try Tutor().run(["typeset", matrix, "--width", "20"])
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("[1  2  3"))
    let lines = outcome.errors.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("error: this takes ") && lines[0].contains("within 20"))
    #expect(lines[2].drop { $0 == " " }.hasPrefix("^~~"))
    #expect(try Tutor().run(["typeset", matrix, "--width", "40"]).status == 0)
    let several = try Tutor().run(
      ["typeset", "-", "--width", "20"], input: .text("a\n\(matrix)\nb"))
    #expect(several.status == 65 && several.output.hasSuffix("\n\nb\n"))
    #expect(several.errors.hasPrefix("standard input:2:"))
  }

  @Test("rows and typed signs are drawn as what they are")
  func typedSigns() throws {
    let rows = try Tutor().run(["typeset", "A = B \\\\ C => D"])
    #expect(rows.status == 0 && rows.output == "A = B\nC ⇒ D\n")
    #expect(rows.errors.contains("lint: ") && rows.errors.contains("\\Rightarrow"))
    #expect(try Tutor().run(["typeset", "\\vec{x} = x"]).output == "→\nx = x\n")
    #expect(try Tutor().run(["typeset", "p₁ – q"]).output == "p₁ − q\n")
  }

  @Test("what can't be read gets its caret on standard error, and 65")
  func fault() throws {
    let outcome = try Tutor().run(["typeset", "p = \\sofmax(z)"])
    #expect(outcome.status == 65 && outcome.output == "")
    let lines = outcome.errors.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("error: ") && lines[0].contains("softmax"))
    #expect(lines[1] == "  p = \\sofmax(z)")
    #expect(lines[2] == "      ^~~~~~~")
  }

  @Test("“-” reads a formula a line; a line that fails is said with its number, the rest goes on")
  func lines() throws {
    let good = try Tutor().run(["typeset", "-"], input: .text("a\n\n\\frac{a}{b}\n"))
    #expect(good.status == 0 && good.errors == "")
    #expect(good.output == "a\n\na\n─\nb\n")
    let bad = try Tutor().run(["typeset", "-"], input: .text("a\nx\\foo\r\n\\frac{a}{b}\n\\bar"))
    #expect(bad.status == 65)
    #expect(bad.output == good.output)
    let places = bad.errors.components(separatedBy: "\n").filter { $0.contains("error: ") }
    #expect(places.count == 2)
    #expect(places[0].hasPrefix("standard input:2:2: error: "))
    #expect(places[1].hasPrefix("standard input:4:"))
    #expect(try Tutor().run(["typeset", "-"], input: .text("")).status == 0)
  }

  @Test("nothing but text reaches the terminal")
  func controls() throws {
    let outcome = try Tutor().run(["typeset", "\u{1B}[31m \\foo\u{7}"])
    for text in [outcome.output, outcome.errors] {
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 127 })
    }
  }

  @Test("its help is an answer, and the program's help names it")
  func help() throws {
    let help = try Tutor().run(["typeset", "--help"])
    #expect(help.status == 0 && help.errors == "" && !help.output.isEmpty)
    #expect(try Tutor().run(["--help"]).output.contains("  typeset "))
  }
}
