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
    var model = try Model.fresh(at: "entropy:average", size: size)
    let lines = view(model).lines
    let row = try #require(lines.firstIndex { $0.contains("0.2447") })
    click(&model, row, 9)
    #expect(model.focus == .editor(.logit(1)))
    click(&model, row, model.frame.example.column + model.frame.example.columns - 1)
    #expect(model.focus == .editor(.target(1)))
    let temperature = try #require(view(model).lines.firstIndex { $0.contains("T 1.0000") })
    click(&model, temperature, 5)
    #expect(model.focus == .editor(.temperature))
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
