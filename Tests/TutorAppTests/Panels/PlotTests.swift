import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("Plots")
struct PlotTests {
  @Test(
    "the axis of the curve begins at 0, and ticks stand under their values",
    arguments: [58, 78, 110])
  func axis(width: Int) throws {
    let canvas = PanelDraft("curve:", Example(logits: [0, 0])).drawn(width: width, rows: 14)
    let labels = canvas.lines[13].split(separator: " ")
    #expect(labels.first == "0" && labels.last == "1")
    let ticks = (0..<width).filter { canvas[12, $0].glyph == "┬" }
    #expect(ticks.count == 5)
    // p = 0.5 of both classes stands above the tick of 0.5.
    let point = try #require(
      (1..<12).compactMap { row in
        (0..<width).first {
          canvas[row, $0].glyph == "1" && canvas[row, $0].style.role == .probabilities
            && canvas[row, $0].style.emphasis.contains(.reverse)
        }
      }.first)
    #expect(abs(point - ticks[2]) <= 1)
    let zero = try #require((0..<width).first { canvas[13, $0].glyph == "0" })
    #expect(zero == ticks[0])
  }

  @Test("a curve that leaves the plot goes to its edge")
  func edge() {
    let canvas = PanelDraft("curve:").drawn(width: 78, rows: 20)
    let columns = 4..<20
    #expect(columns.contains { canvas[1, $0].style.role == .loss && canvas[1, $0].glyph != " " })
  }

  @Test(
    "the tangent touches the logarithm at 1 and lies above it elsewhere; points are the learner's")
  func tangent() {
    let example = Example(logits: [2, 1, 0])
    let draft = PanelDraft(#"tangent: \frac{1}{n p_i}"#, example)
    let p = softmax(example.logits)
    let lines = draft.panel.sentences(draft.look())
    for (index, share) in p.enumerated() {
      let x = 1 / (3 * share)
      let look = draft.look()
      #expect(
        lines[index + 1]
          == "class \(index + 1): x \(look.number(x)), ln x \(look.number(.log(x))), x − 1 \(look.number(x - 1))"
      )
    }
    let title = draft.drawn(width: 110).lines[0]
    #expect(title.contains("1/(npᵢ)"))
  }

  @Test("errors of central differences: ∝ h² above the best step, ∝ 1/h below it")
  func differences() throws {
    for logits in [[2.0, 1, 0], [0.3, -1.2], [5, 5, 5, 1]] {
      let example = Example(logits: logits, target: Example.oneHot(0, of: logits.count))
      let quantities = Quantities(example)
      let p = quantities.probabilities
      let errors = quantities.differenceErrors(at: [1e-1, 1e-2, 1e-3])
      #expect(abs(errors[0] / errors[1] - 100) < 5 && abs(errors[1] / errors[2] - 100) < 5)
      // h²/6 times the third derivative of the loss.
      let third = p.map { abs((1 - 2 * $0) * $0 * (1 - $0)) }.max() ?? 0
      #expect(abs(errors[1] / (1e-4 / 6 * third) - 1) < 0.01)
      let small = quantities.differenceErrors(at: [1e-12, 1e-11, 1e-10, 1e-6, 1e-5])
      #expect(small[0...2].max() ?? 0 > 100 * (small[3...4].max() ?? 1))
      let draft = PanelDraft("differences:", example)
      let said = draft.panel.sentences(draft.look()).joined(separator: "\n")
      let best = try #require(said.firstMatch(of: /best h = \d\.\de−0(\d)/))
      #expect((4...7).contains(Int(best.output.1) ?? 0), "\(said)")
      let hasBest = draft.drawn(width: 78, rows: 14).has("●")
      #expect(hasBest)
    }
  }

  @Test(
    "where no difference can be taken, or none errs, it says so",
    arguments: [
      (Example(temperature: 0), "No error at almost any h"),
      (Example(logits: [1e308, 1e308, 0]), "No "),
      (Example(logits: [1000, 0, 0]), "No error at almost any h"),
    ])
  func noV(example: Example, sentence: String) {
    let draft = PanelDraft("differences:", example)
    let isDrawn = draft.drawn().has(sentence)
    #expect(isDrawn, "\(draft.drawn().lines)")
    #expect(draft.panel.sentences(draft.look()).contains { $0.contains(sentence) })
  }
}
