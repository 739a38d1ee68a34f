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
    var changed = example
    (changed.i, changed.j) = cells.moved((example.i, example.j), rows: rows, columns: columns)
    change(to: changed, run: "cell")
  }

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
