import Lessons
import TextGrid

/// A panel that is a table with a line a class, and perhaps a bar behind each.
protocol TablePanel: Panel {
  var classCount: Int { get }

  /// - Parameter before: the panel as it was before the last change, if there was one.
  func table(_ look: PanelLook, before: Self?) -> Table
}

extension TablePanel {
  /// Title, headings and the classes; sums and a note come on top where a table has them.
  func rows(for width: Int) -> Int { classCount + 2 }

  /// Two more rows a class, for its bar and the gap below it.
  func fullRows(for width: Int) -> Int { rows(for: width) + 2 * classCount }

  func drawn(_ look: PanelLook) -> Canvas {
    table(look, before: look.before as? Self).canvas(look, around: look.chosenClass) {
      look.cue(of: $0, outOf: classCount)
    }
  }

  func sentences(_ look: PanelLook) -> [String] {
    // A label that is no number names what it is itself, as z₁ does.
    table(look, before: nil).sentences {
      Int($0) == nil ? $0 : look.text(.statusClass, $0)
    }
  }

  var classLabels: [String] { (0..<classCount).map { String($0 + 1) } }
}

extension PanelLook {
  func column(
    _ heading: String, _ role: Role, _ values: [Double], plus: Bool = false, rank: Int = 0
  ) -> Table.Column {
    Table.Column(
      heading: plain(heading), role: role, entries: values.map { number($0, plus: plus) },
      rank: rank)
  }
}
