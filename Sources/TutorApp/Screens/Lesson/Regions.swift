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
    moveIndices(
      i: (rows, cells.rows), j: (columns, cells.columns), isRound: false)
  }

  /// The next or the previous class for i or j, around at the ends.
  mutating func moveIndex(i: Int = 0, j: Int = 0) {
    moveIndices(i: (i, example.classCount), j: (j, example.classCount), isRound: true)
  }

  /// Where the step ties i and j, both go together, or j passes over i.
  private mutating func moveIndices(
    i: (by: Int, count: Int), j: (by: Int, count: Int), isRound: Bool
  ) {
    func moved(_ index: Int, _ move: (by: Int, count: Int)) -> Int {
      let next = index + move.by
      return isRound
        ? (next + move.count) % max(1, move.count) : min(max(0, next), move.count - 1)
    }
    var changed = effectiveIndices
    switch step.indexRelation {
    case .equal:
      changed.i = moved(changed.i, i.by != 0 ? i : j)
      changed.j = changed.i
    case .different where j.by != 0:
      let next = moved(changed.j, j)
      let further = moved(next, j)
      if next != changed.i { changed.j = next } else if further != changed.i { changed.j = further }
    case .different, nil:
      changed.i = moved(changed.i, i)
      changed.j = moved(changed.j, j)
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
