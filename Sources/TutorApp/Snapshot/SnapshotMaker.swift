import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// Makes snapshots, and makes no part of one again whose reasons have not changed.
///
/// Goals, in order: nothing is read, resolved, evaluated or typeset twice for the same reasons; the
/// reasons of each part stand in its key; little is kept. What is kept never shows: any two makers
/// are equal, and one that has forgotten all only costs time.
struct SnapshotMaker: Sendable, Equatable {
  var work = Work()
  private var names = Memory<Int, Names>(limit: 32)
  private var readings = Memory<Model.Place, StepReadings>(limit: 128)
  private var values = Memory<ValuesKey, StepValues>(limit: 32)
  private var panels = Memory<PanelsKey, StepPanels>(limit: 32)
  private var strips = Memory<NumberStrip.Key, NumberStrip>(limit: 32)
  private var valuedFormulas = Memory<ValuesKey, [Int: Substitution]>(limit: 8)
  private var substitutions = Memory<SubstitutionKey, [Int: Notation]>(limit: 32)
  var pictures = Pictures()
  private var pages = Memory<PageKey, LessonPage>(limit: 32)
  private var terms = Memory<TermKey, InspectedTerm>(limit: 256)

  var typed = Memory<TypedKey, PlaygroundReading>(limit: 32)
  var hitLines = Memory<HitKey, String>(limit: 256)

  static func == (_: SnapshotMaker, _: SnapshotMaker) -> Bool { true }

  mutating func snapshot(_ request: SnapshotRequest) -> StepSnapshot {
    let readings = readings(of: request)
    let values = values(of: request, readings)
    let panels = panels(of: request, readings, request.numbers)
    let before = request.previousNumbers.map { self.panels(of: request, readings, $0).panels }
    let term = request.inspection.flatMap { self.term(at: $0, of: request, readings) }
    return StepSnapshot(
      readings: readings, verdicts: values.verdicts, strip: strip(of: request),
      panels: panels.panels, panelsBefore: before ?? [], bars: panels.bars, summary: panels.summary,
      page: page(of: request, readings, values, panels.panels), term: term,
      typed: request.typed.flatMap { reading(ofTyped: $0, request) })
  }

  /// What names mean in a lesson; read once a lesson.
  mutating func names(of lesson: Int, in course: Course) -> Names {
    if let known = names[lesson] { return known }
    let made = course.lessons[lesson].names
    work.count(.read, course.lessons[lesson].definitions.count)
    names.keep(made, for: lesson)
    return made
  }

  // MARK: Read

  mutating func readings(of request: SnapshotRequest) -> StepReadings {
    if let known = readings[request.place] { return known }
    let names = names(of: request.place.lesson, in: request.course)
    let made = StepReadings(request.step, names: names)
    work.count(.read, made.count)
    readings.keep(made, for: request.place)
    return made
  }

  // MARK: Evaluated

  private struct ValuesKey: Hashable {
    var place: Model.Place
    var numbers: Example
  }

  private mutating func values(
    of request: SnapshotRequest, _ readings: StepReadings
  ) -> StepValues {
    let key = ValuesKey(place: request.place, numbers: request.numbers)
    if let known = values[key] { return known }
    let made = StepValues(readings, for: request.numbers)
    work.count(.evaluated, made.verdicts.count + made.prose.count)
    values.keep(made, for: key)
    return made
  }

  private struct PanelsKey: Hashable {
    var place: Model.Place
    var numbers: Example
    var isBeside: Bool
  }

  private mutating func panels(
    of request: SnapshotRequest, _ readings: StepReadings, _ numbers: Example
  ) -> StepPanels {
    var key = PanelsKey(
      place: request.place, numbers: numbers, isBeside: request.panelRows == nil)
    // Another cell may be chosen: the panels stay.
    (key.numbers.i, key.numbers.j) = (0, 0)
    if let known = panels[key] { return known }
    let made = StepPanels(
      request.step, request.lesson, readings, key.numbers, isBeside: key.isBeside)
    work.count(.panels)
    work.count(.evaluated, made.evaluations)
    panels.keep(made, for: key)
    return made
  }

  private mutating func strip(of request: SnapshotRequest) -> NumberStrip {
    let key = NumberStrip.Key(request)
    if let known = strips[key] { return known }
    let made = NumberStrip(key.numbers, usesReference: key.usesReference)
    work.count(.evaluated)
    strips.keep(made, for: key)
    return made
  }

  private struct SubstitutionKey: Hashable {
    var values: ValuesKey
    var decimals: Int
  }

  /// The step's formulas with the learner's numbers in place, by block.
  private mutating func substitutions(
    of request: SnapshotRequest, _ readings: StepReadings
  ) -> [Int: Notation] {
    guard request.showsNumbers else { return [:] }
    let key = SubstitutionKey(
      values: ValuesKey(place: request.place, numbers: request.numbers),
      decimals: request.example.decimals)
    if let known = substitutions[key] { return known }
    let made = valuedFormulas(key.values, request, readings).mapValues {
      $0.written(decimals: request.example.decimals)
    }
    substitutions.keep(made, for: key)
    return made
  }

  /// The same before their digits are chosen.
  private mutating func valuedFormulas(
    _ key: ValuesKey, _ request: SnapshotRequest, _ readings: StepReadings
  ) -> [Int: Substitution] {
    if let known = valuedFormulas[key] { return known }
    let bindings = request.numbers.bindings
    var made: [Int: Substitution] = [:]
    for claim in readings.claims {
      for (position, block) in claim.blocks.enumerated() {
        made[block] = claim.reading.substitution(formula: position, bindings: bindings)
      }
    }
    work.count(.evaluated, made.count)
    valuedFormulas.keep(made, for: key)
    return made
  }

  private struct TermKey: Hashable {
    var values: ValuesKey
    var decimals: Int
    var tier: GlyphTier
    var language: Language
    var inspection: Inspection
  }

  private mutating func term(
    at inspection: Inspection, of request: SnapshotRequest, _ readings: StepReadings
  ) -> InspectedTerm? {
    let key = TermKey(
      values: ValuesKey(place: request.place, numbers: request.numbers),
      decimals: request.example.decimals, tier: request.tier, language: request.words.language,
      inspection: inspection)
    if let known = terms[key] { return known }
    guard let made = InspectedTerm(inspection, request, readings, &pictures, &work) else {
      return nil
    }
    work.count(.evaluated)
    terms.keep(made, for: key)
    return made
  }

  // MARK: Laid out

  private struct PageKey: Hashable {
    var values: ValuesKey
    var remarks: [Remark]
    var decimals: Int
    var width: Int
    var tier: GlyphTier
    var language: Language
    var showsNumbers: Bool
    var sideways: Int
    var panelRows: Int?
    var isClose: Bool
    var unfoldsNotes: Bool
  }

  private mutating func page(
    of request: SnapshotRequest, _ readings: StepReadings, _ values: StepValues,
    _ panels: [PlacedPanel]
  ) -> LessonPage {
    let key = PageKey(
      values: ValuesKey(place: request.place, numbers: request.numbers),
      remarks: request.told.remarks,
      decimals: request.example.decimals, width: request.width, tier: request.tier,
      language: request.words.language, showsNumbers: request.showsNumbers,
      sideways: request.sideways,
      panelRows: panels.isEmpty ? nil : request.panelRows, isClose: request.isClose,
      unfoldsNotes: request.unfoldsNotes)
    if let known = pages[key] { return known }
    var layout = LessonLayout(
      request: request, readings: readings, values: values,
      substitutions: substitutions(of: request, readings), panels: panels, pictures: Pictures(),
      work: Work())
    // Moved, so that adding a picture copies none.
    swap(&layout.pictures, &pictures)
    swap(&layout.work, &work)
    layout.pictures.spacing = request.isClose ? .close : .apart
    let made = layout.page()
    layout.pictures.spacing = .apart
    swap(&layout.pictures, &pictures)
    swap(&layout.work, &work)
    work.count(.laidOut)
    pages.keep(made, for: key)
    return made
  }
}
