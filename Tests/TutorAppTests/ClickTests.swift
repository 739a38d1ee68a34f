import Lessons
import Testing
import TextGrid

@testable import TutorApp

@Suite("What a click chooses")
struct ClickTests {
  private func click(_ model: inout Model, _ row: Int, _ column: Int) {
    let position = Position(row: row, column: column)
    _ = update(&model, .keyPressed(.mouse(MouseEvent(kind: .press, position: position))))
  }

  @Test("every cell of a formula's term opens that formula at a term that covers the cell")
  func terms() throws {
    let fresh = try Model.fresh(at: "jacobian:own-score", size: Size(columns: 120, rows: 40))
      .after("End")
    let pane = fresh.frame.lesson
    var opened = 0
    for row in pane.row..<pane.row + 20 {
      for column in pane.column..<pane.column + pane.columns {
        var model = fresh
        click(&model, row, column)
        guard model.screen is InspectionScreen else { continue }
        opened += 1
        let cell = view(model)[row - model.scroll, column]
        #expect(cell.style.emphasis.contains(.reverse), "\(row), \(column)")
      }
    }
    #expect(opened > 50)
  }

  @Test("a click on a score, a target or T puts the editor on it", arguments: EquationTests.sizes)
  func numbers(size: Size) throws {
    var model = try Model.fresh(at: "softmax:three-scores", size: size)
    model.example.logits = [2, 1.5, 0]
    let strip = model.frame.strip
    let first = strip.row + strip.rows - 3
    let column = try #require(view(model).lines[first].cells(before: "1.5"))
    click(&model, first, column)
    #expect(model.focus == .editor(.logit(1)))
    click(&model, first + 2, column)
    #expect(model.focus == .editor(.target(1)))
    click(&model, first, size.columns - 3)
    #expect(model.focus == .editor(.temperature))
    model.focus = .lesson
    click(&model, first + 1, column)
    #expect(model.focus == .lesson, "p is no number of the learner's own")
  }

  @Test("a click anywhere else, or while a number is typed, changes nothing")
  func elsewhere() throws {
    var model = try Model.fresh(at: "softmax:three-scores").after("e 5")
    let before = model
    click(&model, 2, 9)
    #expect(model == before)
    model = try Model.fresh(at: "softmax:three-scores")
    click(&model, 0, 0)
    #expect(model.screens.isEmpty && model.focus == .lesson)
  }
}

extension String {
  /// Cells before the first occurrence of a text.
  fileprivate func cells(before text: String) -> Int? {
    firstRange(of: text).map { cellWidth(of: String(self[..<$0.lowerBound])) }
  }
}
