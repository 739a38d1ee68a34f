import Notation
import Testing

@Suite("Rows and blanks")
struct RowsAndSpacesTests {
  @Test(
    "two backslashes between rows make rows of them, inside an environment or not",
    arguments: [
      #"A = B \\ C = D"#, #"A = B \\[2pt] C = D"#, #"A = B \\ \\ C = D \\"#,
      #"\begin{gathered} A = B \\ C = D \end{gathered}"#,
    ])
  func rowsOutsideEnvironments(latex: String) {
    let shape = Shape.of(latex)
    #expect(shape == "gathered{[A = B] // [C = D]}")
  }

  @Test("a row that ends in two backslashes is still one row")
  func trailingBreak() {
    #expect(Shape.of(#"A = B \\"#) == "[A = B]")
    #expect(Formula(#"A = B \\"#).diagnostics.map(\.severity) == [.lint])
  }

  @Test("inside a fence two backslashes are an error, inside a group a lint")
  func straysInside() {
    #expect(Formula(#"\left( a \\ b \right)"#).hasErrors)
    #expect(Formula(#"\frac{a \\ b}{c}"#).diagnostics.map(\.severity) == [.lint])
  }

  @Test(
    "a gap is half a quad or more, however it is put together",
    arguments: [
      (#"\,"#, false), (#"\:"#, false), (#"\;"#, false), ("~", false), (#"\ "#, false),
      (#"\,\,"#, false), (#"\; \,"#, false), (#"\!"#, false), (#"\kern3mu"#, false),
      (#"\hspace{3pt}"#, false), (#"\quad"#, true), (#"\qquad"#, true), (#"\;\;"#, true),
      ("~~", true), (#"\ \ "#, true), (#"\, \, \,"#, true), (#"\enspace"#, true),
      (#"\hspace{1em}"#, true), (#"\hspace*{2ex}"#, true), (#"\hskip 1em plus 2em"#, true),
      (#"\mspace{18mu}"#, true), (#"\hfill"#, true), (#"\quad\!"#, true),
    ])
  func gaps(blank: String, isGap: Bool) {
    let items = Formula("a\(blank) b").notation.children
    #expect(items.count == 3, "\(blank): \(Shape.of("a\(blank) b"))")
    #expect(items[1].isGap == isGap, "\(blank): \(items[1].kind)")
  }

  @Test("a length that is none gets a diagnostic")
  func badLengths() {
    #expect(Formula(#"a \hskip b"#).hasErrors)
    #expect(!Formula(#"a \kern.5em b"#).hasErrors)
  }
}
