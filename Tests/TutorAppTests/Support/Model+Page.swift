import Lessons
import TextGrid

@testable import TutorApp

extension Model {
  /// The whole step as it would be laid out in a pane of this width, the inspected term marked.
  func lessonPage(width: Int) -> Canvas {
    var (maker, request) = (maker, snapshotRequest)
    request.width = width
    let snapshot = maker.snapshot(request)
    var canvas = snapshot.page.canvas
    guard let term = snapshot.term else { return canvas }
    for cell in snapshot.page.cells(of: term.nodes, inBlock: term.block) {
      canvas.restyle(Region(row: cell.row, column: cell.column, columns: 1, rows: 1)) {
        $0.emphasis.insert(.reverse)
      }
    }
    return canvas
  }

  /// The rows of the page that a block takes.
  func lessonRows(ofBlock block: Int) -> Range<Int> { snapshot.page.rows[block] }

  /// What SoftmaxCore says of the example.
  var quantities: Quantities { Quantities(effectiveExample) }

  /// The numbers of a matrix panel.
  var matrix: [[Double]]? {
    snapshot.panels.lazy.compactMap { $0.panel as? MatrixPanel }.first?.matrix
  }
}
