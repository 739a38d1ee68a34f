import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("What bars stand for")
struct ScaleTests {
  @Test(
    "a scale is one of 1, 2, 5, 10 …, the first that covers its values",
    arguments: [
      ([0.4076], 1.0), ([1.03], 2), ([1.11, -3], 5), ([5.23], 10), ([10], 10), ([10.1], 20),
      ([], 1), ([.infinity, 0.2], 1), ([.nan], 1), ([1e300], 1e300),
    ])
  func steps(values: [Double], top: Double) {
    let found = BarScale.steps(covering: values, least: 1).top
    #expect(abs(found - top) <= 1e-9 * top, "\(found)")
  }

  @Test("the least step holds for what is smaller", arguments: [0.1, 0.5, 2])
  func least(least: Double) {
    #expect(BarScale.steps(covering: [least / 7], least: least).top == least)
    #expect(BarScale.steps(covering: [least * 1.01], least: least).top > least)
  }

  @Test("within a step the bar is in proportion to its value")
  func proportion() {
    for value in stride(from: 1.05, through: 2, by: 0.05) {
      let scale = BarScale.steps(covering: [value], least: 1)
      #expect(scale.top == 2)
      #expect(scale.share(of: value) == value / 2)
      #expect(scale.share(of: value / 2) == scale.share(of: value) / 2)
    }
  }

  /// Scores whose loss at class 1 is −log p₁.
  private func example(loss: Double) -> Example {
    let p = Double.exp(-loss)
    return Example(
      logits: [.log(p), .log((1 - p) / 2), .log((1 - p) / 2)], target: [1, 0, 0],
      reference: [1, 0, 0])
  }

  @Test("three losses draw three bars, each as long as its loss on the scale it names")
  func losses() {
    let width = 78
    let cells = [(5.23, 10.0), (1.11, 2), (1.03, 2)].map { loss, top in
      let canvas = PanelDraft("stack:", example(loss: loss)).drawn(width: width, rows: 7)
      let scale = canvas.lines[0]
      #expect(scale.hasSuffix("bar: 0 to \(shortest(top))"), "\(scale)")
      let cells = canvas.blocks(row: 2)
      #expect(abs(Double(cells) / Double(width) * top - loss) <= top / Double(width))
      return cells
    }
    #expect(Set(cells).count == 3 && cells.allSatisfy { $0 < width }, "\(cells)")
  }

  @Test("a probability has its share of the scale, whatever the others are")
  func probabilities() throws {
    for p in [[0.1, 0.9], [0.1, 0.45, 0.45], [0.05, 0.95]] {
      let draft = PanelDraft(
        "bars:",
        Example(
          logits: p.map(Double.log), target: Example.oneHot(0, of: p.count),
          reference: Example.descendingWeights(p.count)))
      let canvas = draft.drawn(width: 110, rows: p.count + 3)
      let start = try #require((0..<110).last { canvas[1, $0].glyph == "0" && $0 < 50 })
      for (row, share) in p.enumerated() {
        let cells = Double(canvas.blocks(row: row + 2))
        #expect(abs(cells - share * Double(110 - start)) <= 1)
      }
    }
  }

  @Test("bars of the divergence shrink to nothing where P is Q")
  func nothing() {
    let p = [0.5, 0.3, 0.2]
    let logits = p.map { Double.log($0) }
    #expect(!PanelDraft("terms: kl", Example(logits: logits, reference: p)).drawn().has("█"))
    var cells: [Int] = []
    for shift in [2.0, 1, 0.5, 0.2] {
      let moved = [logits[0] + shift] + logits.dropFirst()
      let canvas = PanelDraft("terms: kl", Example(logits: moved, reference: p))
        .drawn(width: 110, rows: 7)
      cells.append(canvas.blocks(row: 5))
    }
    #expect(cells == cells.sorted(by: >) && cells[0] > cells[3], "\(cells)")
  }

  @Test("colours of the Jacobian stand for ±1/4T, whatever its entries")
  func colours() {
    let canvas = PanelDraft(#"matrix: \frac{\partial p_i}{\partial z_j}"#, Example(logits: [9, 0]))
      .drawn()
    #expect(canvas.lines[0].contains("colour: ±0.25"))
    let roles = (0..<canvas.size.columns).map { canvas[3, $0].style.role }
    #expect(!roles.contains(.heat(3)) && roles.contains(.heat(1)))
  }
}

extension Double {
  static func exp(_ x: Double) -> Double { softmax([x, 0])[0] / softmax([x, 0])[1] }
  static func log(_ x: Double) -> Double { 0 - information([x])[0] }
}
