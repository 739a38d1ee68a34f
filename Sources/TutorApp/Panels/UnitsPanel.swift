import Lessons
import SoftmaxCore
import TextGrid

/// The same information in nats, bits and hartleys.
struct UnitsPanel: TablePanel {
  private let p: [Double]
  private let information: [(unit: InformationUnit, values: [Double])]

  init(_ source: PanelSource) {
    p = source.quantities.probabilities
    information = InformationUnit.allCases.map {
      (unit: $0, values: source.quantities.information(in: $0))
    }
  }

  var classCount: Int { p.count }

  func table(_ look: PanelLook) -> Table {
    Table(
      title: look.text(.panelUnits), labels: classLabels,
      columns: [look.column("p", .probabilities, p)]
        + information.map { unit, values in
          look.column(look.words.name(of: unit), unit == look.unit ? .loss : .body, values)
        })
  }
}
