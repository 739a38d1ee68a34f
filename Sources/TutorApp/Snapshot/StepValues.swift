import Lessons
import Meaning
import Notation

/// What a step's formulas are worth for one set of numbers.
struct StepValues: Sendable {
  var verdicts: [LineVerdict]
  /// The numbers in sentences, by their LaTeX.
  var prose: [String: Result<Value, FormulaDiagnostic>]

  init(_ readings: StepReadings, for example: Example) {
    verdicts = readings.judged(here: example)
    let bindings = example.bindings
    prose = readings.prose.mapValues { reading in
      do throws(FormulaDiagnostic) {
        return .success(try reading.value(bindings: bindings))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// The panels of a step for one set of numbers, whatever i and j are chosen.
struct StepPanels: Sendable {
  let panels: [PlacedPanel]
  let summary: SummaryPanel
  /// How many formulas were evaluated for them.
  let evaluations: Int

  init(_ step: Step, _ lesson: Lesson, _ readings: StepReadings, _ numbers: Example) {
    var evaluations = 0
    var bindings = numbers.bindings
    let quantities = Quantities(numbers)
    let usesReference = lesson.usesReference(in: step)
    func source(_ request: PanelRequest?) -> PanelSource {
      PanelSource(
        request: request, quantities: quantities, usesReference: usesReference,
        comparesDistributions: lesson.usesReference
      ) { formula, i, j in
        (bindings.indices["i"], bindings.indices["j"]) = (i + 1, j + 1)
        evaluations += 1
        guard case .scalar(let number)? = try? readings.value(of: formula, bindings: bindings)
        else { return .nan }
        return number.settled.double
      }
    }
    summary = SummaryPanel(source(nil))
    var panels: [PlacedPanel] = []
    if numbers.givenProbabilities != nil {
      panels.append(PlacedPanel(block: nil, panel: FiguresPanel(source(nil))))
    }
    for (index, block) in step.blocks.enumerated() {
      guard case .live(let request) = block, let kind = request.panel else { continue }
      panels.append(PlacedPanel(block: index, panel: kind.init(source(request))))
    }
    self.panels = panels
    self.evaluations = evaluations
  }
}
