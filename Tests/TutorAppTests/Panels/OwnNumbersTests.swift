import Lessons
import Notation
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("A panel of the text's numbers")
struct OwnNumbersTests {
  @Test("it shows and names them, whatever the learner's are, in the learner's unit")
  func own() {
    let draft = PanelDraft(
      "terms: cross-entropy\nexample: { logits: [-7, 5, 10, 1], reference: [0, 0, 1, 0] }",
      Example(unit: .bits))
    let lines = draft.drawn().lines
    #expect(lines[0] == "numbers of the text: z = [−7, 5, 10, 1]")
    #expect(lines.contains { $0.contains("term by term, in bits") })
    #expect(lines.contains { $0.hasPrefix("4 ") })
    var edited = draft
    edited.model = draft.model.after("e 9 Enter")
    #expect(edited.drawn().lines == lines)
    #expect(draft.panel.sentences(draft.look())[0] == lines[0])
  }

  @Test("probabilities may be given that come from no scores")
  func given() {
    let draft = PanelDraft("bars:\nexample: { probabilities: [0.2, 0.1, 0.65, 0.05] }")
    let lines = draft.drawn().lines
    #expect(lines[0] == "numbers of the text: p = [0.2, 0.1, 0.65, 0.05]")
    #expect(!lines.contains { $0.contains("exp z") })
    #expect(lines.contains { $0.hasPrefix("3 ") && $0.contains("0.6500") })
  }

  @Test("the steps that tell of other numbers than the learner's show those")
  func shipped() throws {
    for (place, number) in [
      ("softmax:hard-max", "−7.0000"), ("cross-entropy:four-classes", "0.6500"),
    ] {
      let model = try Model.fresh(at: place)
      let panel = try #require(model.snapshot.panels.first?.panel)
      let draft = PanelDraft("bars:")
      #expect(panel.drawn(draft.look()).has(number), "\(place)")
      #expect(panel.drawn(draft.look()).has("numbers of the text"), "\(place)")
    }
  }

  @Test(
    "numbers that are wrong are refused with their place",
    arguments: [
      ("bars:\nexample: { logits: [1] }", "logits must be 2 to 12 numbers"),
      ("bars:\nexample: { logits: [1, 2], target: [1] }", "target has 1 entries for 2 logits"),
      ("bars:\nexample: { probabilities: [0.5, 0.6] }", "probabilities"),
      ("bars:\nexample: { logits: [1, 2], probabilities: [0.5, 0.5] }", "not both"),
      ("bars:\nexample: { unit: bits }", "example has no key unit"),
      ("bars:\nexample: 3", "example must be a mapping"),
      ("example: { logits: [1, 2] }", "example needs the panel that shows it"),
    ])
  func refused(live: String, sentence: String) {
    let diagnostics = PanelDraft(live).model.lesson.diagnostics
    #expect(
      diagnostics.contains { $0.sentence(in: .english).contains(sentence) && $0.line > 9 },
      "\(diagnostics)")
  }
}

@Suite("The cell that a step is about")
struct CellConditionTests {
  private let jacobian = #"matrix: \frac{\partial p_i}{\partial z_j}"#

  private func cell(_ draft: PanelDraft) -> String {
    draft.drawn(rows: 20).lines.first { $0.hasPrefix("∂p") } ?? ""
  }

  @Test("where i = j the chosen cell is one of the diagonal, and arrows walk along it")
  func equal() {
    var draft = PanelDraft(jacobian, directive: "  when: i = j")
    #expect(cell(draft).hasPrefix("∂p₁/∂z₁ = +"))
    for (key, expected) in [("↓", "∂p₂/∂z₂"), ("→", "∂p₃/∂z₃"), ("→", "∂p₃/∂z₃"), ("↑", "∂p₂/∂z₂")]
    {
      draft.model = draft.model.after("Tab \(key) Esc")
      #expect(cell(draft).hasPrefix(expected), "\(key)")
    }
  }

  @Test("where i ≠ j no arrow comes to the diagonal")
  func unequal() {
    var draft = PanelDraft(
      jacobian, Example(i: 1, j: 1), directive: "  when: i \\neq j")
    #expect(cell(draft).hasPrefix("∂p₂/∂z₃"))
    for key in ["→", "←", "↓", "↓", "←", "↑", "→", "↑", "←", "←"] {
      draft.model = draft.model.after("Tab \(key) Esc")
      let (i, j) = (draft.model.example.i, draft.model.example.j)
      #expect(i != j && (0..<3).contains(i) && (0..<3).contains(j), "\(key): \(i), \(j)")
    }
  }

  @Test("the step on a class's own score shows the number it tells of")
  func shipped() throws {
    let model = try Model.fresh(at: "jacobian:own-score", size: Size(columns: 120, rows: 40))
    #expect(view(model).lines.contains { $0.contains("∂p₁/∂z₁ = +0.2227") })
  }
}
