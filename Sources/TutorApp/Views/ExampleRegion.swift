import Lessons
import TextGrid

extension Model {
  /// Rows the example would like when it stands above the lesson: more while it has the focus.
  var exampleRows: Int {
    let body = max(0, size.rows - 3)
    if focus == .lesson { return min(wantedRows(all: false), body * 9 / 20) }
    return min(wantedRows(all: true), body - 1 - leastLessonRows)
  }

  var leastLessonRows: Int { focus == .lesson ? Frame.leastLesson : Frame.leastLessonInEditor }

  private func wantedRows(all: Bool) -> Int {
    let editor = EditorPanel.wantedRows(example)
    let panels = panelKinds.map { PanelContext.wantedRows($0, example) }
    if all { return editor + panels.reduce(0) { $0 + $1 } }
    return panels.isEmpty ? editor : panels[0]
  }

  /// The panels of this step, the text's figures first while they are loaded.
  var panelKinds: [PanelKind] {
    let requested = step.blocks.compactMap { block -> PanelKind? in
      // The bars of p are the editor's own.
      guard case .live(let request) = block, request.kind != .bars else { return nil }
      return .requested(request)
    }
    return (example.givenProbabilities == nil ? [] : [.figures]) + requested
  }

  func drawExample(_ frame: Frame, _ canvas: inout Canvas) {
    let region = frame.example
    guard region.rows > 0, region.columns > 0 else { return }
    var parts: [Canvas] = []
    let gap = frame.isSideBySide ? 1 : 0
    var room = region.rows
    let panels = panelKinds
    if let editor = editorPanel(frame) {
      parts.append(editor.canvas())
      room -= parts[0].size.rows + gap
    }
    for (index, kind) in panels.enumerated() where room >= 3 {
      let waiting = panels.count - index - 1
      let rows = frame.isSideBySide && waiting > 0 ? max(3, room - waiting * 6) : room
      let panel = context(width: region.columns, rows: rows).canvas(of: kind)
      parts.append(panel)
      room -= panel.size.rows + gap
    }
    if frame.isSideBySide {
      let summary = context(width: region.columns, rows: room).summary()
      if summary.size.rows <= room { parts.append(summary) }
    }
    var row = region.row
    for part in parts {
      let rows = min(part.size.rows, region.row + region.rows - row)
      guard rows > 0 else { break }
      canvas.draw(part, rows: 0..<rows, row: row, column: region.column)
      if let cursor = part.cursor, cursor.row < rows {
        canvas.cursor = Position(row: row + cursor.row, column: region.column + cursor.column)
      }
      row += part.size.rows + gap
    }
  }

  /// The editor, which stands on top of the example's region; nil where a panel has its room.
  private func editorPanel(_ frame: Frame) -> EditorPanel? {
    let panels = panelKinds
    guard frame.isSideBySide || focus != .lesson || panels.isEmpty else { return nil }
    let region = frame.example
    let least = panels.isEmpty ? 0 : min(example.classCount + 2, region.rows / 2)
    let rows = min(EditorPanel.wantedRows(example), max(3, region.rows - least))
    return EditorPanel(context(width: region.columns, rows: rows))
  }

  /// The number of the example that stands at a place of the screen.
  func field(at position: Position) -> Field? {
    let frame = frame
    let region = frame.example
    guard region.contains(position) else { return nil }
    return editorPanel(frame)?
      .field(row: position.row - region.row, column: position.column - region.column)
  }

  private func context(width: Int, rows: Int) -> PanelContext {
    PanelContext(
      example: example, quantities: quantities, words: words, tier: tier, width: width, rows: rows,
      focus: focus, typing: typing, matrices: formulaMatrices,
      usesReference: stepUsesReference, comparesDistributions: lesson.usesReference)
  }
}

/// What the example region can show besides the editor.
enum PanelKind: Hashable {
  case figures
  case requested(PanelRequest)
}

extension PanelContext {
  func canvas(of kind: PanelKind) -> Canvas {
    guard case .requested(let request) = kind else { return publishedFigures() }
    switch request.kind {
    case .bars: return Canvas(size: Size(columns: 0, rows: 0))
    case .matrix:
      return MatrixPanel(context: self, shown: request.formula.flatMap { matrices[$0] }).canvas()
    case .curve: return CurvePanel(context: self).canvas()
    case .stack: return StackPanel(context: self).canvas()
    case .gradient: return GradientPanel(context: self).canvas()
    case .terms: return terms(of: request.terms ?? .entropy)
    case .temperature: return temperatures()
    case .sigmoid: return sigmoids()
    case .units: return units()
    case .hardmax: return hardMaximum()
    }
  }

  /// The rows a panel needs to show everything.
  static func wantedRows(_ kind: PanelKind, _ example: Example) -> Int {
    guard case .requested(let request) = kind else { return 9 }
    let count = example.classCount
    switch request.kind {
    case .bars: return count + 2
    case .matrix: return count + 3
    case .curve: return 12
    case .stack: return 5
    case .gradient: return count + 2
    case .terms: return count + 4
    case .temperature, .units, .hardmax: return count + 2
    case .sigmoid: return count + 3
    }
  }
}
