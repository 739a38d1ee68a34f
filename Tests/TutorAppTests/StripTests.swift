import Lessons
import Testing
import TextGrid

@testable import TutorApp

@Suite("The strip of numbers")
struct StripTests {
  private func strip(_ model: Model) -> [String] {
    let region = model.frame.strip
    return Array(view(model).lines[region.row..<region.row + region.rows])
  }

  @Test("classes are columns: score, probability and target of one class end in one column")
  func columns() throws {
    var model = try Model.fresh()
    model.example = Example(logits: [2.5, -1.25, 0.75], target: [0.25, 0.5, 0.25])
    let rows = strip(model)
    for (score, target) in [("2.5", "0.25"), ("−1.25", "0.5")] {
      let column = try #require(rows[1].end(of: score))
      #expect(rows[3].end(of: target) == column, "\(rows)")
    }
    #expect(rows[0].contains("nats") && rows[1].contains("T = 1"))
    #expect(rows[2].contains("i = 1 of 3") && rows[3].contains("j = 2 of 3"))
  }

  @Test("arrows choose along the classes and change the chosen number, which stands out")
  func editing() throws {
    let model = try Model.fresh().after("e → ↑")
    #expect(model.example.logits == [2, 1.1, 0])
    let canvas = view(model)
    let cursor = try #require(canvas.cursor)
    #expect(canvas[cursor.row, cursor.column].style.emphasis.contains(.reverse))
    #expect(canvas[cursor.row, cursor.column].glyph == "1")
    #expect(strip(model)[0].contains("EDIT"))
  }

  @Test("twelve classes and 60 columns: the chosen class is there, and what is hidden is said")
  func twelve() throws {
    var model = try Model.fresh(size: Size(columns: 60, rows: 20))
    model.example = Example(
      logits: (1...12).map(Double.init), target: Example.oneHot(0, of: 12),
      reference: Example.descendingWeights(12))
    for k in 0..<12 {
      model.focus = .editor(.logit(k))
      let rows = strip(model)
      #expect(rows[1].contains(" \(k + 1) "), "\(rows)")
      #expect(rows[0].contains(" of 12"), "\(rows)")
      #expect(rows.allSatisfy { cellWidth(of: $0) <= 60 })
      let canvas = view(model)
      let cursor = try #require(canvas.cursor)
      #expect(canvas[cursor.row, cursor.column].style.emphasis.contains(.reverse))
    }
  }

  @Test("while a number is typed it is on screen, however small that is")
  func small() throws {
    for size in [
      Size(columns: 20, rows: 5), Size(columns: 30, rows: 8), Size(columns: 60, rows: 18),
    ] {
      for field in [Model.Field.logit(1), .target(2), .temperature] {
        var model = try Model.fresh(size: size)
        model.focus = .editor(field)
        model = model.after("1 2 . 5")
        #expect(strip(model).contains { $0.contains("12.5") }, "\(size) \(field): \(strip(model))")
        #expect(view(model).cursor != nil)
      }
    }
  }

  @Test("numbers of any size leave the strip whole", arguments: [0, 4, 10])
  func extremes(decimals: Int) throws {
    var model = try Model.fresh()
    model.example = Example(
      logits: [1e308, -1e308, -.infinity], temperature: 1e-300, decimals: decimals)
    for columns in [20, 40, 60, 80, 120] {
      model.size = Size(columns: columns, rows: 24)
      #expect(strip(model).allSatisfy { cellWidth(of: $0) <= columns })
    }
    let scores = strip(model)[1]
    #expect(scores.contains(decimals == 10 ? "1.000000000…" : "e+308"), "\(scores)")
    #expect(scores.contains("−∞"))
  }

  @Test("i and j move by one key each way, around at the ends, and are undone")
  func indices() throws {
    let start = try Model.fresh()
    #expect(start.after(". .").example.i == 2 && start.after(". . .").example.i == 0)
    #expect(start.after(",").example.i == 2 && start.after("'").example.j == 2)
    #expect(start.after("; ;").example.j == 2)
    #expect(start.after(". . u").example == start.example)
    // Where the step wants them to differ, j passes over i.
    let apart = try Model.fresh(at: "jacobian:other-score")
    var model = apart
    for _ in 0..<6 {
      model = model.after("'")
      #expect(model.effectiveExample.i != model.effectiveExample.j)
    }
    #expect(strip(apart)[3].contains("≠ i"))
  }

  @Test("a bar is as long as its share of 1, whatever the largest is")
  func bars() throws {
    var model = try Model.fresh()
    func length() -> Int { strip(model)[2].count { $0 == "█" } }
    model.example.logits = [0, 0, 0]
    let even = length()
    model.example.logits = [9, 0, 0]
    #expect(even > 0 && length() <= even + 2 && strip(model)[2].contains("0.9998"))
  }
}

extension String {
  /// The cell after the first occurrence of a text.
  fileprivate func end(of text: String) -> Int? {
    firstRange(of: text).map { cellWidth(of: String(self[..<$0.upperBound])) }
  }
}
