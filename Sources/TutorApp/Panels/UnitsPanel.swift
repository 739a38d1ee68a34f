import Lessons
import SoftmaxCore
import TextGrid

extension PanelTypes { var units: Drawing { UnitsPanel.init } }

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

  func table(_ look: PanelLook, before: UnitsPanel?) -> Table {
    var table = Table(
      title: look.text(.panelUnits), labels: classLabels,
      columns: [look.column("p", .probabilities, p)]
        + information.map { unit, values in
          look.column(
            look.words.name(of: unit), unit == look.unit ? .loss : .body, values,
            rank: unit == look.unit ? 0 : 1)
        })
    guard let values = values(in: look.unit) else { return table }
    let old = before?.values(in: look.unit)
    let scale = BarScale.steps(covering: values + (old ?? []), least: 1)
    table.bars = Table.Bars(
      values: BarValue.list(values, before: old), scale: scale, role: .loss,
      scaleText: look.text(.panelScaleOf, look.unitName, shortest(scale.top)))
    return table
  }

  private func values(in unit: InformationUnit) -> [Double]? {
    information.first { $0.unit == unit }?.values
  }
}
