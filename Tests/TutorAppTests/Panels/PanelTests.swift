import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("Panels that a lesson asks for")
struct PanelTests {
  private func model(
    live: String, logits: [Double] = [2, 1, 0], size: Size = Size(columns: 120, rows: 40)
  ) -> Model {
    let text = "---\ntitle: A\nsummary: B\n---\n\n## C\n<!-- id: c -->\n\n```live\n\(live)\n```\n"
    let course = Course(files: [(name: "01-a.md", text: text)], language: "en")
    let example = Example(
      logits: logits, target: Example.oneHot(1, of: logits.count),
      reference: Example.descendingWeights(logits.count))
    return Model(
      course: course, size: size, tier: .unicode,
      place: .init(lesson: 0, step: 0), example: example)
  }

  @Test(
    "a matrix shows its formula's value for every i and j",
    arguments: [[2, 1, 0], [0.5, -1], [700, -700, 3, 1, 0]])
  func formulaMatrix(logits: [Double]) throws {
    let p = softmax(logits)
    let model = model(live: "matrix: y_i p_j - p_i", logits: logits)
    let matrix = try #require(model.matrix)
    for i in p.indices {
      for j in p.indices {
        let expected = (i == 1 ? p[j] : 0) - p[i]
        #expect(abs(matrix[i][j] - expected) <= 4 * Double.ulpOfOne)
      }
    }
    #expect(view(model).lines.contains { $0.contains("yᵢpⱼ − pᵢ: row i, column j") })
    // Another cell, another cell's number.
    let before = view(model).lines.filter { $0.contains("i = 1, j = 2") }
    #expect(before.count == 1)
    #expect(view(model.after("Tab ↓")).lines.contains { $0.contains("i = 2, j = 2") })
  }

  @Test("second derivatives of the loss are the Jacobian that SoftmaxCore computes")
  func hessian() throws {
    let latex = #"\frac{\partial^2 L}{\partial z_i \partial z_j}"#
    let found = try #require(model(live: "matrix: \(latex)").matrix)
    let expected = softmaxJacobian([2, 1, 0])
    for (row, other) in zip(found, expected) {
      for (a, b) in zip(row, other) { #expect(abs(a - b) <= 8 * Double.ulpOfOne) }
    }
    let edited = model(live: "matrix: \(latex)").after("e 3 Enter")
    #expect(
      edited.matrix?[0][0] != found[0][0],
      "it follows the scores")
  }

  @Test("two matrices of one step are two")
  func twoMatrices() {
    let both = "matrix: \\frac{\\partial p_i}{\\partial z_j}\n```\n\n```live\nmatrix: y_i p_j"
    let lines = view(model(live: both)).lines
    #expect(lines.contains { $0.contains("Jacobian") })
    #expect(lines.contains { $0.contains("yᵢpⱼ: row i, column j") })
  }

  @Test("the Jacobian itself comes from SoftmaxCore, which knows its limits")
  func jacobian() {
    let latex = #"\frac{\partial p_i}{\partial z_j}"#
    for live in [latex, "J_{i,j}"] {
      #expect(model(live: "matrix: \(live)").matrix == softmaxJacobian([2, 1, 0]))
    }
    #expect(view(model(live: "matrix: \(latex)")).lines.contains { $0.contains("row sums 0") })
  }

  @Test(
    "a table shows the terms that are asked for",
    arguments: [
      ("entropy", "−p log p", "P log P/Q"), ("kl", "P log P/Q", "−p log p"),
      ("cross-entropy", "−P log Q", "−p log p"),
    ])
  func terms(asked: String, heading: String, other: String) {
    let lines = view(model(live: "terms: \(asked)")).lines
    #expect(lines.contains { $0.contains(heading) })
    #expect(!lines.contains { $0.contains(other) })
  }

  @Test("bars stand for the terms that are asked for, and say so")
  func bars() {
    func lines(_ asked: String) -> [String] {
      view(model(live: "terms: \(asked)", size: Size(columns: 80, rows: 24))).lines
    }
    #expect(lines("entropy").contains { $0.contains("bar: 0 to log 3") })
    #expect(lines("kl").contains { $0.contains("bar: P log P/Q") })
    #expect(lines("cross-entropy").contains { $0.contains("bar: −P log Q") })
  }

  @Test("a small screen says how to see more, until it is large")
  func smallScreen() {
    var model = model(live: "units:", size: Size(columns: 40, rows: 12))
    #expect(model.notice?.hasPrefix("40×12") == true)
    _ = update(&model, .resized(Size(columns: 30, rows: 12)))
    #expect(model.notice?.hasPrefix("30×12") == true)
    _ = update(&model, .resized(Size(columns: 80, rows: 24)))
    #expect(model.notice == nil)
    model.notice = "Said before."
    _ = update(&model, .resized(Size(columns: 100, rows: 30)))
    #expect(model.notice == "Said before.")
  }
}
