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
  let editor: EditorPanel
  /// The same table with the numbers that the step is told with.
  let bars: EditorPanel
  let panels: [any Panel]
  let summary: SummaryPanel
  /// How many formulas were evaluated for them.
  let evaluations: Int

  /// - Parameter own: what the learner edits, where the step is told with other numbers.
  init(
    _ step: Step, _ lesson: Lesson, _ readings: StepReadings, _ numbers: Example, own: Example
  ) {
    var evaluations = 0
    var bindings = numbers.bindings
    let quantities = Quantities(numbers)
    let usesReference = lesson.usesReference(in: step)
    func source(_ request: PanelRequest?, _ own: Example? = nil) -> PanelSource {
      PanelSource(
        request: request, quantities: own.map(Quantities.init) ?? quantities,
        usesReference: usesReference, comparesDistributions: lesson.usesReference
      ) { formula, i, j in
        (bindings.indices["i"], bindings.indices["j"]) = (i + 1, j + 1)
        evaluations += 1
        guard case .scalar(let number)? = try? readings.value(of: formula, bindings: bindings)
        else { return .nan }
        return number.settled.double
      }
    }
    editor = EditorPanel(source(nil, own))
    bars = own == numbers ? editor : EditorPanel(source(nil))
    summary = SummaryPanel(source(nil))
    let figures: [any Panel] =
      numbers.givenProbabilities == nil ? [] : [FiguresPanel(source(nil))]
    panels =
      figures
      + step.blocks.compactMap { block in
        guard case .live(let request) = block else { return nil }
        return request.panel?.init(source(request))
      }
    self.evaluations = evaluations
  }
}
