import Lessons

extension Model {
  /// The regions Tab walks, in order. The panel counts where the step has a matrix or a table.
  private var regions: [Focus] {
    stepHasPanel ? [.lesson, .panel, .editor(firstField)] : [.lesson, .editor(firstField)]
  }

  mutating func moveRegion(by offset: Int) {
    let regions = regions
    let current = regions.firstIndex { $0.isSameRegion(as: focus) } ?? 0
    focus = regions[(current + offset + regions.count) % regions.count]
    clampScroll()
  }

  /// From a panel or the editor back to the text.
  mutating func leaveRegion() {
    focus = .lesson
    clampScroll()
  }

  mutating func toggleNumbers() {
    let showsNumbers = !substitutes
    screens.closeAll(of: InspectionScreen.self)
    lessonScreen.showsNumbers = showsNumbers
    notice = words(showsNumbers ? .showsNumbers : .showsSymbols)
    clampScroll()
  }

  /// The chosen cell walks inside the matrix and stops at its edges.
  mutating func moveCell(rows: Int, columns: Int) {
    guard let cells = snapshot.cells else { return }
    var changed = effectiveIndices
    (changed.i, changed.j) = cells.moved((changed.i, changed.j), rows: rows, columns: columns)
    change(to: changed, run: "cell")
  }

  /// The next or the previous class for i or j, around at the ends. Where the step ties them, both
  /// go together, or j passes over i.
  mutating func moveIndex(i: Int = 0, j: Int = 0) {
    let count = example.classCount
    func moved(_ index: Int, _ by: Int) -> Int { (index + by + count) % count }
    var changed = effectiveIndices
    switch step.indexRelation {
    case .equal: (changed.i, changed.j) = (moved(changed.i, i + j), moved(changed.i, i + j))
    case .different where moved(changed.j, j) == changed.i && j != 0:
      changed.j = moved(changed.i, j)
    case .different, nil: (changed.i, changed.j) = (moved(changed.i, i), moved(changed.j, j))
    }
    change(to: changed.tied(by: step.indexRelation), run: "cell")
  }

  /// The learner's example with i and j where this step has them.
  private var effectiveIndices: Example { example.tied(by: step.indexRelation) }

  /// Whether this step shows something whose cells can be walked.
  var stepHasPanel: Bool { snapshot.cells != nil }
}

extension Model.Focus {
  func isSameRegion(as other: Self) -> Bool {
    switch (self, other) {
    case (.lesson, .lesson), (.panel, .panel), (.editor, .editor): return true
    default: return false
    }
  }
}
