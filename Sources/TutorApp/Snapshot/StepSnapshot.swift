import Lessons
import Meaning
import Notation
import TextGrid

/// Everything that a step shows, computed: `update` makes it when something that it hangs on has
/// changed, and `view` only places what it holds.
///
/// It is derived from the rest of the model, so two models that are equal otherwise are equal.
struct StepSnapshot: Sendable, Equatable {
  /// The step's formulas, read.
  var readings = StepReadings()
  /// What each equals sign is for these numbers.
  var verdicts: [LineVerdict] = []
  var editor: EditorPanel?
  /// The editor's table with the numbers that the step is told with.
  var bars: EditorPanel?
  /// The panels of this step, the text's figures first while they are loaded.
  var panels: [any Panel] = []
  var summary: SummaryPanel?
  /// The step's text, laid out.
  var page = LessonPage()
  /// The term under inspection.
  var term: InspectedTerm?
  /// The learner's own line.
  var typed: PlaygroundReading?

  /// What arrows walk when a panel has the focus.
  var cells: PanelCells? { panels.lazy.compactMap(\.cells).first }

  static func == (_: StepSnapshot, _: StepSnapshot) -> Bool { true }
}

/// All that a snapshot hangs on.
struct SnapshotRequest: Sendable {
  var course: Course
  var place: Model.Place
  /// The learner's example.
  var example: Example
  /// Columns of the lesson's pane.
  var width: Int
  var tier: GlyphTier
  var words: Words
  /// Formulas stand there with the learner's numbers in place of their symbols.
  var showsNumbers = false
  /// Columns that formulas wider than their pane are moved to the left.
  var sideways = 0
  var inspection: Inspection?
  /// The learner's own line, while it is open.
  var typed: String?

  var lesson: Lesson { course.lessons[place.lesson] }
  var step: Step { lesson.steps[place.step] }
  var usesReference: Bool { lesson.usesReference(in: step) }

  /// Notes stand there whole; else each is one line.
  var unfoldsNotes = false

  /// What the step computes with, and what it has changed of the learner's example for that.
  var told: ToldExample { lesson.told(example, in: step) }

  /// The example with which all of the step is true; P is as this step means it.
  var effectiveExample: Example { told.example }

  /// The learner's own example, P as the step means it.
  var ownExample: Example {
    var own = example
    if !usesReference { own.reference = own.target }
    return own
  }

  /// The numbers alone: how many of their digits are shown changes none.
  var numbers: Example {
    var numbers = effectiveExample
    numbers.decimals = 0
    return numbers
  }

  /// The same of the learner's own example.
  var ownNumbers: Example {
    var numbers = ownExample
    numbers.decimals = 0
    return numbers
  }
}
