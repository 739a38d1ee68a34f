public import Lessons
import Notation
public import TextGrid

/// A lesson as plain lines: what `print` writes, and what is read without a terminal.
///
/// The numbers are the example's. Panels are their tables: no boxes, no plots.
public func plainLesson(
  _ lesson: Int, of course: Course, example: Example, tier: GlyphTier, width: Int
) -> [String] {
  let lessonText = course.lessons[lesson]
  let title = "\(lesson + 1)  \(lessonText.title)"
  var lines = [title, String(repeating: "=", count: cellWidth(of: title)), lessonText.summary]
  var maker = SnapshotMaker()
  for step in lessonText.steps.indices {
    let place = Model.Place(lesson: lesson, step: step)
    lines += [""] + plainStep(place, of: course, example: example, tier: tier, width: width, &maker)
  }
  return tier == .ascii ? lines.map(asciiText) : lines
}

/// One step as plain lines, its title first.
public func plainStep(
  _ place: Model.Place, of course: Course, example: Example, tier: GlyphTier, width: Int
) -> [String] {
  var maker = SnapshotMaker()
  return plainStep(place, of: course, example: example, tier: tier, width: width, &maker)
}

/// - Parameter maker: keeps what the step's numbers do not change.
func plainStep(
  _ place: Model.Place, of course: Course, example: Example, tier: GlyphTier, width: Int,
  _ maker: inout SnapshotMaker
) -> [String] {
  var request = SnapshotRequest(
    course: course, place: place, example: example, width: width, tier: tier,
    words: .of(Language(rawValue: course.language) ?? .english))
  request.unfoldsNotes = true
  let snapshot = maker.snapshot(request)
  var lines = snapshot.page.canvas.lines
  if let title = lines.first {
    lines[0] = "\(place.lesson + 1).\(place.step + 1)  \(title)"
    lines.insert(String(repeating: "-", count: cellWidth(of: lines[0])), at: 1)
  }
  for panel in plainPanels(snapshot, request) { lines += [""] + panel }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

/// The panels of the step, in words and numbers.
private func plainPanels(_ snapshot: StepSnapshot, _ request: SnapshotRequest) -> [[String]] {
  let example = request.effectiveExample
  let look = PanelLook(
    words: request.words, tier: request.tier, width: request.width, rows: 40,
    decimals: example.decimals, unit: example.unit, i: example.i, j: example.j, focus: .lesson,
    typing: nil)
  return snapshot.panels.map { placed in
    placed.panel.sentences(look).flatMap { sentence in
      wrap([StyledRun(sentence)], width: request.width).map { $0.map(\.text).joined() }
    }
  }
}
