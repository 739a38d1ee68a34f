import Lessons
import Meaning
import TextGrid

/// Walking through the terms of the step's formulas: the lesson, with one term marked and told.
struct InspectionScreen: Screen {
  var inspection: Inspection

  static let sections = [KeySection(title: .helpInspectMode)]

  static let bindings = [
    Binding(45, LessonScreen.anywhere, ["f"], .helpInspect, word: .inspect) {
      $0.openInspection()
    }.inMenu(13).offered { !$0.snapshot.readings.claims.isEmpty },
    Binding(26, sections, [.left], .helpWalkLeft) { $0.walkTerm(by: -1) },
    Binding(26, sections, [.right], .helpWalkRight, word: .walk) { $0.walkTerm(by: 1) }
      .paired(with: .helpWalkLeft),
    Binding(26, sections, [.up, "k"], .helpWalkOutward) { $0.walkOutward() },
    Binding(26, sections, [.down, "j"], .helpWalkInward, word: .walkParts) { $0.walkInward() }
      .paired(with: .helpWalkOutward),
    Binding(26, sections, [.tab, " "], .helpNextFormula, word: .nextFormula) {
      $0.walkFormula(by: 1)
    },
    Binding(26, sections, [.backTab], .helpPreviousFormula) { $0.walkFormula(by: -1) },
  ]

  func title(in model: Model) -> ScreenTitle { model.lessonScreen.title(in: model) }

  func message(in model: Model) -> String? { model.snapshot.term?.text }

  var needsSymbols: Bool { true }

  func click(_ position: Position, _ model: inout Model) { model.clicked(position) }

  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    model.lessonScreen.draw(model, frame, &canvas)
  }
}

extension Model {
  mutating func openInspection() {
    let walks = snapshot.readings.walks
    guard !walks.isEmpty else {
      notice = words(.noTerms)
      return
    }
    // The formula that was read last, else the first.
    let read = showsWholeStep ? 0 : beats[beat].block
    let formula = showsWholeStep ? 0 : walks.lastIndex { $0.block <= read } ?? 0
    inspect(Inspection(formula: formula, term: walks[formula].tree.roots[0]))
  }

  mutating func inspect(_ inspection: Inspection) {
    focus = .lesson
    show(inspection)
  }

  /// The formula and the term the inspection is at.
  func inspected(_ inspection: Inspection) -> StepReadings.Walk {
    let walks = snapshot.readings.walks
    return walks[min(inspection.formula, walks.count - 1)]
  }

  /// Left and right among the parts of one term; past the ends, on in reading order.
  mutating func walkTerm(by offset: Int) {
    moveInspection { walk, term in
      let sibling = offset > 0 ? walk.tree.next(after: term) : walk.tree.previous(before: term)
      if let sibling { return sibling }
      let next = term + offset
      return walk.tree.terms.indices.contains(next) ? next : nil
    }
  }

  mutating func walkOutward() { moveInspection { $0.tree.above($1) } }
  mutating func walkInward() { moveInspection { $0.tree.below($1) } }

  /// The next formula of the step, around at the ends.
  mutating func walkFormula(by offset: Int) {
    guard let inspection = (screen as? InspectionScreen)?.inspection else { return }
    let walks = snapshot.readings.walks
    let formula = (inspection.formula + offset + walks.count) % walks.count
    show(Inspection(formula: formula, term: walks[formula].tree.roots[0]))
  }

  private mutating func moveInspection(
    _ target: (StepReadings.Walk, TermTree.ID) -> TermTree.ID?
  ) {
    guard var inspection = (screen as? InspectionScreen)?.inspection,
      let term = target(inspected(inspection), inspection.term)
    else { return }
    inspection.term = term
    show(inspection)
  }

  private mutating func show(_ inspection: Inspection) {
    let shown = InspectionScreen(inspection: inspection)
    if screen is InspectionScreen { screens.show(shown) } else { screens.open(shown) }
    showInspected()
  }

  /// Scrolls so that the inspected formula is on screen; one that is too tall, so that the term is.
  private mutating func showInspected() {
    guard let term = snapshot.term else { return }
    reveal(block: term.block)
    bringOnScreen(snapshot.page.rows[term.block])
    let rows = snapshot.page.cells(of: term.nodes, inBlock: term.block).map(\.row)
    if let first = rows.min(), let last = rows.max() { bringOnScreen(first..<last + 1) }
    clampScroll()
  }

  private mutating func bringOnScreen(_ rows: Range<Int>) {
    if rows.upperBound > scroll + lessonRoom { scroll = rows.upperBound - lessonRoom }
    if rows.lowerBound < scroll { scroll = rows.lowerBound }
  }
}
