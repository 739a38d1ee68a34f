import Lessons
import TextGrid

extension PanelContext {
  /// Text 003's printed numbers beside what they are exactly, and how each was rounded.
  func publishedFigures() -> Canvas {
    let figures = PublishedFigure.all
    var table = Table(
      title: text(.panelFigures), labels: figures.map { plain($0.name) },
      columns: [
        Table.Column(heading: text(.panelText), role: .target, entries: figures.map(\.printed)),
        Table.Column(
          heading: text(.panelExact), role: .probabilities,
          entries: figures.map { number($0.exact) }),
        Table.Column(
          heading: text(.panelHow), role: .dim, entries: figures.map { plain($0.rounding) }),
      ])
    table.note = text(.panelFiguresNote)
    return table.canvas(width: width, rows: rows) { shown in
      text(.partOfLines, span(shown), String(figures.count))
    }
  }
}
