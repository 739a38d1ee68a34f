import Lessons
import Notation
import Testing
import TextGrid

@testable import TutorApp

@Suite("Notes, remarks and conditions on the page")
struct NoteTests {
  private static let lesson = """
    ---
    title: A lesson
    summary: With a note
    ---

    ## A step
    <!-- id: a-step  when: i \\neq j  temperature: 1  scores: finite -->

    A sentence.

    ```math
    \\frac{\\partial p_i}{\\partial z_j} = -p_i p_j
    ```

    > [!NOTE]
    > The title has {p_1}.
    > What it says
    > at length.
    >
    > And more.

    > [!NOTE]
    > A title alone.

    """

  private func page(
    _ tier: GlyphTier, unfolds: Bool, width: Int = 60, _ change: (inout Example) -> Void = { _ in }
  ) -> [String] {
    let course = Course(files: [(name: "01-a.md", text: Self.lesson)], language: "en")
    #expect(course.diagnostics.isEmpty, "\(course.diagnostics)")
    var example = course.lessons[0].example
    change(&example)
    var request = SnapshotRequest(
      course: course, place: Model.Place(lesson: 0, step: 0), example: example, width: width,
      tier: tier, words: .of(.english))
    request.unfoldsNotes = unfolds
    var maker = SnapshotMaker()
    return maker.snapshot(request).page.canvas.lines
  }

  @Test("a note is one line until it is unfolded")
  func folding() {
    let folded = page(.unicode, unfolds: false)
    #expect(folded.suffix(3) == ["▸ The title has 0.6652.", "", "  A title alone."])
    let open = page(.unicode, unfolds: true)
    #expect(
      open.suffix(5) == [
        "▾ The title has 0.6652.", "  What it says at length.", "  And more.", "",
        "  A title alone.",
      ])
    #expect(page(.ascii, unfolds: false).contains("+ The title has 0.6652."))
    #expect(page(.ascii, unfolds: true).contains("- The title has 0.6652."))
  }

  @Test("plain text has it whole, and search finds what is folded")
  func plain() {
    let course = Course(files: [(name: "01-a.md", text: Self.lesson)], language: "en")
    let lines = plainStep(
      Model.Place(lesson: 0, step: 0), of: course, example: course.lessons[0].example,
      tier: .unicode, width: 60)
    #expect(lines.contains("  What it says at length."))
    #expect(course.search("at length").map(\.step) == [0])
  }

  @Test("what is told with other numbers says so right under the heading")
  func remarks() {
    #expect(page(.unicode, unfolds: false)[1] == "")
    let told = page(.unicode, unfolds: false) {
      $0.temperature = 0.5
      $0.logits = [2, -.infinity, 0]
    }
    #expect(
      told[0...2] == [
        "A step", "Told at T = 1; yours is 0.5.", "Told with no class masked: z = [2, −28, 0].",
      ])
    #expect(!told.contains { $0.contains("True for") })
  }

  @Test("the step's condition stands beside its formula, or below where there is no room")
  func condition() {
    for width in [60, 20] {
      let lines = page(.unicode, unfolds: false, width: width)
      #expect(lines.filter { $0.contains("(i ≠ j)") }.count == 1)
      let isBeside = lines.contains { $0.contains("= −pᵢpⱼ   (i ≠ j)") }
      #expect(isBeside == (width == 60), "\(lines)")
    }
    #expect(page(.ascii, unfolds: false).contains { $0.contains("(i != j)") })
  }
}
