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
  /// What stands beside a step that asks for no panel, and what fills the room that panels leave;
  /// nil where panels stand in the text.
  let bars: BarsPanel?
  let summary: SummaryPanel?
  /// How many formulas were evaluated for them.
  let evaluations: Int

  init(
    _ step: Step, _ lesson: Lesson, _ readings: StepReadings, _ numbers: Example, isBeside: Bool
  ) {
    var evaluations = 0
    let usesReference = lesson.usesReference(in: step)
    func source(_ request: PanelRequest?) -> PanelSource {
      let shown = request?.example.map { numbers.replaced(by: $0, usesReference) } ?? numbers
      var bindings = shown.bindings
      return PanelSource(
        request: request, quantities: Quantities(shown),
        condition: step.indexRelation, usesReference: usesReference,
        comparesDistributions: lesson.usesReference
      ) { formula, i, j in
        (bindings.indices["i"], bindings.indices["j"]) = (i + 1, j + 1)
        evaluations += 1
        guard case .scalar(let number)? = try? readings.value(of: formula, bindings: bindings)
        else { return .nan }
        return number.settled.double
      }
    }
    func panel(_ request: PanelRequest) -> any Panel {
      let panel = source(request).panel(request)
      return request.example.map { OwnNumbersPanel(panel, of: $0) } ?? panel
    }
    bars = isBeside ? BarsPanel(source(nil)) : nil
    summary = isBeside ? SummaryPanel(source(nil)) : nil
    var panels: [PlacedPanel] = []
    if numbers.givenProbabilities != nil {
      panels.append(PlacedPanel(block: nil, panel: FiguresPanel(source(nil))))
    }
    for (index, block) in step.blocks.enumerated() {
      guard case .live(let request) = block else { continue }
      panels.append(PlacedPanel(block: index, panel: panel(request)))
    }
    self.panels = panels
    self.evaluations = evaluations
  }
}

extension Example {
  /// The numbers that a panel has of its own, in the learner's unit and for the learner's i and j.
  fileprivate func replaced(by own: Example, _ usesReference: Bool) -> Example {
    var replaced = own
    replaced.unit = unit
    replaced.decimals = decimals
    (replaced.i, replaced.j) = (min(i, own.classCount - 1), min(j, own.classCount - 1))
    if !usesReference { replaced.reference = own.target }
    return replaced
  }
}
