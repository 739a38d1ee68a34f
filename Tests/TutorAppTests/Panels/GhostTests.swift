import Lessons
import Testing
import TextGrid

@testable import TutorApp

@Suite("The mark of the last state")
struct GhostTests {
  private let fences = ["bars:", "terms: kl", "terms: entropy", "stack:", "gradient:", "units:"]

  private func mark(_ draft: PanelDraft, _ tier: GlyphTier = .unicode) -> Bool {
    draft.drawn(tier: tier).has(tier == .ascii ? ":" : "┊")
  }

  @Test("after a change it stands where the bar ended, until the next step is shown")
  func untilTheNextStep() {
    for fence in fences {
      var draft = PanelDraft(fence)
      #expect(!mark(draft), "\(fence)")
      draft.model = draft.model.after("e PgUp Esc")
      #expect(mark(draft), "\(fence)")
      draft.model = draft.model.after("→ ←")
      #expect(!mark(draft), "\(fence)")
    }
  }

  @Test("it stands at the value of before: as many cells from the left as that had")
  func place() throws {
    var draft = PanelDraft("bars:", Example(logits: [0, 1, 0]))
    let old = draft.drawn(width: 110, rows: 6)
    draft.model = draft.model.after("e PgUp Esc")
    let canvas = draft.drawn(width: 110, rows: 6)
    let column = try #require((0..<110).first { canvas[2, $0].glyph == "┊" })
    // The bar has grown past it, so it is cut out of the bar.
    #expect(canvas[2, column].style.emphasis.contains(.reverse))
    let end = try #require((0..<110).last { !" ".contains(old[2, $0].glyph) })
    #expect(column == end)
  }

  @Test("a held arrow is one change; undo turns the two states round; other changes leave no mark")
  func changes() {
    var draft = PanelDraft("bars:")
    let opening = draft.model.example
    draft.model = draft.model.after("e ↑ ↑ ↑")
    #expect(draft.model.previous == opening)
    let raised = draft.model.example
    draft.model = draft.model.after("Esc u")
    #expect(draft.model.previous == raised && draft.model.example == opening)
    #expect(mark(draft))
    for keys in ["b", "d"] { #expect(PanelDraft("bars:").model.after(keys).previous == nil) }
  }

  @Test("with another number of classes there is none")
  func classes() {
    var draft = PanelDraft("bars:")
    draft.model = draft.model.after("e a Esc")
    #expect(!mark(draft))
  }

  @Test("what was shown before costs nothing to show again")
  func cost() {
    let draft = PanelDraft("bars:")
    let edited = draft.model.after("e ↑")
    #expect(edited.maker.work[.panels] == draft.model.maker.work[.panels] + 1)
  }
}
