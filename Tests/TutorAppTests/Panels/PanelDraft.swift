import Lessons
import Notation
import TextGrid

@testable import TutorApp

/// A step with one live fence, and its panel.
struct PanelDraft {
  var model: Model

  /// - Parameter directive: of the step, behind its id.
  init(
    _ live: String, _ example: Example = Example(), directive: String = "",
    size: Size = Size(columns: 120, rows: 40), tier: GlyphTier = .unicode
  ) {
    let text =
      "---\ntitle: A\nsummary: B\n---\n\n## C\n<!-- id: c\(directive) -->\n\nP and Q: $P_1 Q_1$.\n\n"
      + "```live\n\(live)\n```\n\n## D\n<!-- id: d -->\n\nE.\n"
    let course = Course(files: [(name: "01-a.md", text: text)], language: "en")
    model = Model(
      course: course, size: size, tier: tier, place: .init(lesson: 0, step: 0), example: example)
  }

  var panel: any Panel { model.snapshot.panels[0].panel }

  func look(
    width: Int = 78, rows: Int = 30, tier: GlyphTier = .unicode, before: Bool = true
  ) -> PanelLook {
    PanelLook(
      words: .of(.english), tier: tier, width: width, rows: rows, decimals: model.example.decimals,
      unit: model.example.unit, i: model.effectiveExample.i, j: model.effectiveExample.j,
      focus: .lesson, typing: nil,
      before: before ? model.snapshot.panelsBefore.first?.panel : nil)
  }

  func drawn(width: Int = 78, rows: Int = 30, tier: GlyphTier = .unicode) -> Canvas {
    panel.drawn(look(width: width, rows: rows, tier: tier))
  }

  /// A fence for each kind of panel, and for each content of it.
  static let fences = PanelRequest.Kind.allCases.flatMap { kind -> [String] in
    switch kind {
    case .terms: PanelRequest.Terms.allCases.map { "terms: \($0.rawValue)" }
    case .matrix: [#"matrix: \frac{\partial p_i}{\partial z_j}"#, "matrix: y_i p_j - p_i"]
    case .tangent: [#"tangent: \frac{1}{n p_i}"#, #"tangent: \frac{Q_i}{P_i}"#]
    default: ["\(kind.rawValue):"]
    }
  }
}

extension Canvas {
  /// Cells of a row that a bar fills wholly.
  func blocks(row: Int) -> Int {
    (0..<size.columns).filter { self[row, $0].glyph == "█" }.count
  }

  func has(_ glyph: String) -> Bool { lines.contains { $0.contains(glyph) } }
}
