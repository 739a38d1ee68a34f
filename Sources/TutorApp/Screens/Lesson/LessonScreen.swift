import Lessons
import TextGrid

/// A step of a lesson, its panels, and the learner's example: what stands at the bottom of all.
public struct LessonScreen: Screen {
  /// The beat in focus: how far the step is read.
  public var beat = 0
  /// Rows of the step scrolled off the top.
  public var scroll = 0
  /// Columns that formulas wider than their pane are moved to the left.
  public var sideways = 0
  /// Display formulas show the learner's numbers in place of their symbols.
  public var showsNumbers = false
  public var focus = Model.Focus.lesson
  /// The text being typed into the field that has the focus.
  public var typing: Model.Typing?

  static let reading = KeySection(title: .helpReading, kind: .lesson)
  static let panel = KeySection(title: .helpPanel, kind: .lesson)
  static let editor = KeySection(title: .helpEditor, kind: .lesson)
  static let typing = KeySection(
    title: .helpTyping, kind: .lesson, takesText: true, note: .helpNumbers)
  static let sections = [reading, panel, editor, typing]
  /// Where the keys of the course work: everywhere but in a text.
  static let anywhere = [reading, panel, editor]

  func section(in model: Model) -> KeySection {
    if typing != nil { return Self.typing }
    switch focus {
    case .lesson: return Self.reading
    case .panel: return Self.panel
    case .editor: return Self.editor
    }
  }

  func title(in model: Model) -> ScreenTitle {
    let steps = model.lesson.steps
    let seen = model.seen[model.lesson.slug] ?? []
    let (full, hollow) = model.tier == .ascii ? ("*", ".") : ("●", "○")
    let dots = steps.map { seen.contains($0.id) ? full : hollow }.joined()
    let count = model.plain(
      model.words(.stepOf, String(model.place.step + 1), String(steps.count)))
    var right = model.size.columns >= 50 ? count + " " + dots : count
    // Where the strip has no row of its own for it.
    if model.frame.strip.rows < StripDrawing.rowsWithHeader {
      let cue = model.hiddenCue.map(model.plain).joined(separator: " ")
      if !cue.isEmpty { right = cue + "  " + count }
    }
    return ScreenTitle(
      left: model.plain("\(model.place.lesson + 1)  \(model.lesson.title)"), right: right)
  }

  func type(_ key: Key, _ model: inout Model) -> [Effect]? {
    if typing != nil { return model.typed(key) }
    return nil
  }

  func turnWheel(by rows: Int, _ model: inout Model) { model.scroll(by: rows) }

  func click(_ position: Position, _ model: inout Model) {
    guard typing == nil else { return }
    model.clicked(position)
  }
}

extension Model {
  var scroll: Int {
    get { lessonScreen.scroll }
    set { lessonScreen.scroll = newValue }
  }
  var sideways: Int {
    get { lessonScreen.sideways }
    set { lessonScreen.sideways = newValue }
  }
  var focus: Focus {
    get { lessonScreen.focus }
    set { lessonScreen.focus = newValue }
  }
  var typing: Typing? {
    get { lessonScreen.typing }
    set { lessonScreen.typing = newValue }
  }
}

extension Model.Focus {
  var isEditor: Bool {
    if case .editor = self { true } else { false }
  }
}
