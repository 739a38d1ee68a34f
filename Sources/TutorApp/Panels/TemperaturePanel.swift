import Lessons
import TextGrid

/// p as the temperature goes from 0 (one-hot) to ∞ (uniform).
struct TemperaturePanel: TablePanel {
  private let variants: [Quantities.TemperatureVariant]
  private let own: Double
  let classCount: Int

  init(_ source: PanelSource) {
    variants = source.quantities.temperatureVariants
    own = source.example.temperature
    classCount = source.example.classCount
  }

  func table(_ look: PanelLook) -> Table {
    Table(
      title: look.text(.panelTemperature), labels: classLabels,
      columns: variants.map { variant in
        let name = variant.temperature.isInfinite ? "∞" : shortest(variant.temperature)
        return look.column(
          "T = " + name, variant.temperature == own ? .probabilities : .body,
          variant.probabilities)
      })
  }
}
