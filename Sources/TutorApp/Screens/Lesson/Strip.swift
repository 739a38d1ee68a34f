import Lessons
import TextGrid

/// The strip of the learner's numbers above the keys, wherever the lesson is seen.
extension Model {
  func drawStrip(_ frame: Frame, _ canvas: inout Canvas) {
    let region = frame.strip
    guard region.rows > 0, let drawing = stripDrawing(region) else { return }
    let drawn = drawing.canvas(notes: stripNotes, isEditing: focus.isEditor)
    canvas.draw(drawn, row: region.row, column: region.column)
    if let cursor = drawn.cursor {
      canvas.cursor = Position(row: region.row + cursor.row, column: region.column + cursor.column)
    }
  }

  /// The number that stands at a place of the screen.
  func field(at position: Position) -> Field? {
    let region = frame.strip
    guard region.contains(position) else { return nil }
    return stripDrawing(region)?.field(
      row: position.row - region.row, column: position.column - region.column)
  }

  private func stripDrawing(_ region: Region) -> StripDrawing? {
    snapshot.strip.map {
      StripDrawing(
        $0, look(width: region.columns, rows: region.rows), relation: step.indexRelation)
    }
  }

  /// Whether all is saved, the unit, and what is hidden above and below: the first goes last where
  /// there is little room.
  private var stripNotes: [String] {
    (hiddenCue + [words(for: saving), words.name(of: example.unit)]).map(plain)
  }

  /// How many lines are hidden below and above.
  var hiddenCue: [String] {
    let hidden = hiddenLines
    return (hidden.below > 0 ? [words(.linesBelow, String(hidden.below))] : [])
      + (hidden.above > 0 ? [words(.linesAbove, String(hidden.above))] : [])
  }

  private func words(for saving: Saving) -> String {
    switch saving {
    case .saved: words(.statusSaved)
    case .pending: words(.statusPending)
    case .off: words(.statusOff)
    case .failed: words(.statusFailed)
    }
  }

  /// How a panel of the step is drawn: with marks where it was before the last change.
  func look(ofPanel index: Int, width: Int, rows: Int) -> PanelLook {
    var look = look(width: width, rows: rows)
    let before = snapshot.panelsBefore
    if before.indices.contains(index) { look.before = before[index].panel }
    return look
  }

  func look(width: Int, rows: Int) -> PanelLook {
    let indices = effectiveExample
    return PanelLook(
      words: words, tier: tier, width: width, rows: rows, decimals: example.decimals,
      unit: example.unit, i: indices.i, j: indices.j, focus: focus, typing: typing)
  }
}
