import Lessons
import Meaning
import TextGrid

extension Model {
  /// What the snapshot hangs on.
  var snapshotRequest: SnapshotRequest {
    var request = SnapshotRequest(
      course: course, place: place, example: example, width: frame.lesson.columns, tier: tier,
      words: words)
    if !frame.isSideBySide { request.panelRows = frame.lesson.rows }
    request.isClose = size.rows < Frame.roomyFrom
    request.previous = previous
    request.showsNumbers = substitutes
    request.sideways = sideways
    request.inspection =
      screens.screens.lazy.compactMap { $0 as? InspectionScreen }.last?
      .inspection
    if screens.contains(PlaygroundScreen.self) { request.typed = playground.line.text }
    return request
  }

  /// The example as this step means it.
  var effectiveExample: Example { snapshotRequest.effectiveExample }

  /// What names mean in this lesson.
  var names: Names {
    mutating get { maker.names(of: place.lesson, in: course) }
  }

  /// Whether formulas stand there with numbers now: terms are walked where they are written.
  var substitutes: Bool {
    lessonScreen.showsNumbers && !screens.screens.contains(where: \.needsSymbols)
  }

  /// Text in lines of at most `width` cells.
  func wrapped(_ text: String, width: Int) -> [String] {
    wrap([StyledRun(text)], width: max(1, width)).map { $0.map(\.text).joined() }
  }
}
