import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// The term under the cursor: which formula of the step, and which term of it.
public struct Inspection: Hashable, Sendable {
  /// Position among the step's formulas that have terms.
  var formula: Int
  var term: TermTree.ID
}

extension StepReadings {
  /// One formula that can be walked: its block on the page and its place in its reading.
  struct Walk: Sendable {
    var block: Int
    var reading: Reading
    var position: Int
    var tree: TermTree
  }

  /// The formulas of the step that have a meaning, in reading order.
  var walks: [Walk] {
    claims.flatMap { claim in
      claim.blocks.indices.compactMap { position in
        let tree = claim.reading.terms(formula: position)
        guard !tree.roots.isEmpty else { return nil }
        return Walk(
          block: claim.blocks[position], reading: claim.reading, position: position, tree: tree)
      }
    }
  }
}

extension Model {
  /// Whether formulas stand there with numbers now: terms are walked where they are written.
  var substitutes: Bool {
    if case .inspection = overlay { return false }
    return showsNumbers
  }

  mutating func openInspection() {
    let walks = readings.walks
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
    let walks = readings.walks
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
    let walks = readings.walks
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
    guard case .inspection(let inspection) = overlay else { return }
    let walk = inspected(inspection)
    let formula = lessonRows(ofBlock: walk.block)
    bringOnScreen(formula)
    let term = lessonRows(ofBlock: walk.block, nodes: walk.tree.nodes(of: inspection.term))
    bringOnScreen(term)
    clampScroll()
  }

  /// The first and the last row of the pane may be taken by the cues that say there is more.
  private mutating func bringOnScreen(_ rows: Range<Int>) {
    if rows.upperBound > scroll + lessonRoom - 1 { scroll = rows.upperBound - lessonRoom + 1 }
    if rows.lowerBound < scroll + 1 { scroll = max(0, rows.lowerBound - 1) }
  }

  /// What the status row says of the term: what it is, and its value here.
  func inspectionText(_ inspection: Inspection) -> String {
    let walk = inspected(inspection)
    let term = walk.tree.terms[min(inspection.term, walk.tree.terms.count - 1)]
    let source = walk.reading.formulas[walk.position].source
    let range = term.expression.range.clamped(to: 0..<source.utf8.count)
    let latex = String(decoding: Array(source.utf8)[range], as: UTF8.self)
    let written = Formula(latex).inlineText(tier)
    var kind = words.term(term.expression.termKind.rawValue)
    if let meaning = walk.reading.meaning(of: term.expression), meaning != .lessonsOwn {
      kind = words.term(meaning.rawValue)
    }
    return "\(written) · \(kind) · \(valueText(of: term, in: walk))"
  }

  private func valueText(of term: TermTree.Term, in walk: StepReadings.Walk) -> String {
    do throws(FormulaDiagnostic) {
      switch try walk.reading.value(of: term, bindings: bindings) {
      case .value(let value): return text(of: value, decimals: example.decimals)
      case .overIndex(let name, let values):
        let texts = values.map { text(of: $0, decimals: example.decimals) }
        return words(.valueOverIndex, name) + " " + texts.joined(separator: ", ")
      }
    } catch {
      return error.message
    }
  }
}
