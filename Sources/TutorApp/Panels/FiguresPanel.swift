import Lessons
import TextGrid

/// The text's printed numbers beside what they are exactly, and how each was rounded.
struct FiguresPanel: Panel {
  private let figures = PublishedFigure.all
  private let exact: [Double]

  init(_ source: PanelSource) { exact = figures.map(\.exact) }

  func rows(for width: Int) -> Int { figures.count + 3 }

  func drawn(_ look: PanelLook) -> Canvas {
    table(look).canvas(look) { shown in
      look.text(.partOfLines, look.span(shown), String(figures.count))
    }
  }

  func sentences(_ look: PanelLook) -> [String] { table(look).sentences { $0 } }

  private func table(_ look: PanelLook) -> Table {
    var table = Table(
      title: look.text(.panelFigures), labels: figures.map { look.plain($0.name) },
      columns: [
        Table.Column(
          heading: look.text(.panelText), role: .body, entries: figures.map(\.printed)),
        Table.Column(
          heading: look.text(.panelExact), role: .body,
          entries: exact.map { look.number($0) }),
        Table.Column(
          heading: look.text(.panelHow), role: .dim,
          entries: figures.map { rounding($0.how, look) }, rank: 1),
      ])
    table.note = look.text(.panelFiguresNote)
    return table
  }

  /// How the printed figure came from the exact one.
  private func rounding(_ how: PublishedFigure.Rounding, _ look: PanelLook) -> String {
    switch how {
    case .truncated(let decimals): look.text(.panelCut, String(decimals))
    case .rounded(0): look.text(.panelRoundedWhole)
    case .rounded(1): look.text(.panelRoundedOne)
    case .rounded(let decimals): look.text(.panelRounded, String(decimals))
    }
  }
}
