import Lessons
import Meaning
import TextGrid

extension Model {
  mutating func openInspection() {
    let walks = snapshot.readings.walks
    guard let first = walks.first else {
      notice = words(.noTerms)
      return
    }
    inspect(Inspection(formula: 0, term: first.tree.roots[0]))
  }

  mutating func inspect(_ inspection: Inspection) {
    focus = .lesson
    overlay = .inspection(inspection)
    showInspected()
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
    guard case .inspection(let inspection) = overlay else { return }
    let walks = snapshot.readings.walks
    let formula = (inspection.formula + offset + walks.count) % walks.count
    overlay = .inspection(Inspection(formula: formula, term: walks[formula].tree.roots[0]))
    showInspected()
  }

  private mutating func moveInspection(
    _ target: (StepReadings.Walk, TermTree.ID) -> TermTree.ID?
  ) {
    guard case .inspection(var inspection) = overlay,
      let term = target(inspected(inspection), inspection.term)
    else { return }
    inspection.term = term
    overlay = .inspection(inspection)
    showInspected()
  }

  /// Scrolls so that the inspected formula is on screen; one that is too tall, so that the term is.
  private mutating func showInspected() {
    guard let term = snapshot.term else { return }
    bringOnScreen(snapshot.page.rows[term.block])
    let rows = snapshot.page.cells(of: term.nodes, inBlock: term.block).map(\.row)
    if let first = rows.min(), let last = rows.max() { bringOnScreen(first..<last + 1) }
    clampScroll()
  }

  /// The first and the last row of the pane may be taken by the cues that say there is more.
  private mutating func bringOnScreen(_ rows: Range<Int>) {
    if rows.upperBound > scroll + lessonRoom - 1 { scroll = rows.upperBound - lessonRoom + 1 }
    if rows.lowerBound < scroll + 1 { scroll = max(0, rows.lowerBound - 1) }
  }
}
