import Lessons
import TextGrid

/// A panel that is a table with a line a class, and perhaps a bar behind each.
protocol TablePanel: Panel {
  var classCount: Int { get }

  /// - Parameter look: of its width, what bars may take.
  func table(_ look: PanelLook) -> Table
}

extension TablePanel {
  /// Title, headings and the classes; sums and a note come on top where a table has them.
  func rows(for width: Int) -> Int { classCount + 2 }

  func drawn(_ look: PanelLook) -> Canvas {
    table(look).canvas(width: look.width, rows: look.rows, around: look.chosenClass) {
      look.cue(of: $0, outOf: classCount)
    }
  }

  func sentences(_ look: PanelLook) -> [String] {
    var table = table(look)
    table.bars = []
    return table.canvas(width: look.width, rows: look.rows) {
      look.cue(of: $0, outOf: classCount)
    }.lines
  }

  var classLabels: [String] { (0..<classCount).map { String($0 + 1) } }
}

extension PanelLook {
  func column(
    _ heading: String, _ role: Role, _ values: [Double], plus: Bool = false
  ) -> Table.Column {
    Table.Column(
      heading: plain(heading), role: role, entries: values.map { number($0, plus: plus) })
  }
}
