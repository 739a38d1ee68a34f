import Lessons
import TextGrid

/// A panel of the numbers that its fence gives, with a line that says which: they are the text's,
/// and stay when the learner's change.
struct OwnNumbersPanel: Panel {
  private let panel: any Panel
  private let numbers: Example

  init(_ panel: any Panel, of numbers: Example) {
    (self.panel, self.numbers) = (panel, numbers)
  }

  func rows(for width: Int) -> Int { panel.rows(for: width) + 1 }

  func fullRows(for width: Int) -> Int { panel.fullRows(for: width) + 1 }

  func sentences(_ look: PanelLook) -> [String] { [text(look)] + panel.sentences(inner(look)) }

  func drawn(_ look: PanelLook) -> Canvas {
    var inner = inner(look)
    inner.rows = max(1, look.rows - 1)
    let drawn = panel.drawn(inner)
    var canvas = Canvas(size: Size(columns: look.width, rows: drawn.size.rows + 1))
    canvas.write(
      truncated(text(look), to: look.width, tier: look.tier), row: 0, column: 0,
      style: Style(.heading))
    canvas.draw(drawn, row: 1, column: 0)
    return canvas
  }

  /// The numbers do not change, so nothing was otherwise before, and no field of the editor is
  /// chosen in them.
  private func inner(_ look: PanelLook) -> PanelLook {
    var inner = look
    inner.before = nil
    inner.focus = .lesson
    return inner
  }

  private func text(_ look: PanelLook) -> String {
    let given = numbers.givenProbabilities
    let list = (given ?? numbers.logits).map { look.plain(shortest($0).replacing("-", with: "−")) }
    return look.text(
      .panelOwnNumbers, given == nil ? "z" : "p", list.joined(separator: ", "))
  }
}
