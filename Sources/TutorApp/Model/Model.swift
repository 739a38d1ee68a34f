public import Lessons
import Meaning
public import TextGrid
import Typesetting

/// Everything the tutor knows between two keys. A view of it is a screen.
public struct Model: Equatable, Sendable {
  public let course: Course
  public var size: Size
  public var tier: GlyphTier
  /// False with `--no-save`.
  public let keepsProgress: Bool

  public var place: Place {
    didSet {
      guard place != oldValue else { return }
      if place.lesson != oldValue.lesson { names = lesson.names }
      readingsByPlace[oldValue] = readings
      readings = readingsByPlace[place] ?? StepReadings(step, names: names)
    }
  }
  /// What names mean in this lesson; read once a lesson.
  private(set) var names: Names
  private(set) var readings: StepReadings
  /// The steps that were open before: going back reads nothing again.
  private var readingsByPlace: [Place: StepReadings] = [:]

  mutating func remember(_ ahead: Model) { readingsByPlace[ahead.place] = ahead.readings }

  let pages = Memory<LessonPageKey, LessonPage>(limit: 32)
  let pictures = Memory<PictureKey, Picture>(limit: 256)
  let matrices = Memory<FormulaMatrixKey, FormulaMatrix>(limit: 16)
  /// Rows of the lesson scrolled off the top.
  public var scroll = 0
  /// Columns that formulas wider than their pane are moved to the left.
  public var sideways = 0
  /// `v`: display formulas show the learner's numbers in place of their symbols.
  public var showsNumbers = false
  /// The learner's own formula; kept when it is left.
  public var playground: TextLine?
  /// Whether that line stands in the place of the lesson.
  public var isPlaygroundOpen = false
  public var focus = Focus.lesson
  public var overlay: Overlay?
  /// The text being typed into the field that has the focus.
  public var typing: Typing?
  /// One sentence above the last rows, until the next key.
  public var notice: String?

  public var example: Example
  public var history = History<Example>()
  /// What `o` replaced, so that the second `o` brings it back.
  public var exampleBeforeFigures: Example?
  /// Lesson slug → ids of the steps that were on screen.
  public var seen: [String: Set<String>]
  public var saving = Saving.saved

  public init(
    course: Course, size: Size, tier: GlyphTier, place: Place, example: Example,
    seen: [String: Set<String>] = [:], keepsProgress: Bool = true, notice: String? = nil
  ) {
    self.course = course
    self.size = size
    self.tier = tier
    self.place = place
    names = course.lessons[place.lesson].names
    readings = StepReadings(course.lessons[place.lesson].steps[place.step], names: names)
    self.example = example
    self.seen = seen
    self.keepsProgress = keepsProgress
    saving = keepsProgress ? .saved : .off
    self.notice = notice ?? sizeNotice
    markSeen()
  }

  /// Where the learner is; both numbers count from 0.
  public struct Place: Hashable, Sendable {
    public var lesson: Int
    public var step: Int

    public init(lesson: Int, step: Int) {
      self.lesson = lesson
      self.step = step
    }
  }

  public enum Focus: Hashable, Sendable {
    case lesson
    /// The matrix or table of this step: arrows move the chosen indices.
    case panel
    case editor(Field)
  }

  /// One number of the example that can be chosen and changed. Classes count from 0.
  public enum Field: Hashable, Sendable {
    case logit(Int)
    case target(Int)
    case reference(Int)
    case temperature
  }

  public struct Typing: Hashable, Sendable {
    public var line: TextLine
    /// Why the text was not taken, as long as it stands unchanged.
    public var refusal: String?
  }

  public enum Overlay: Hashable, Sendable {
    case menu(Menu)
    case search(Search)
    case help(scroll: Int)
    case command
    case ledger(Ledger)
    case inspection(Inspection)
  }

  public enum Saving: Hashable, Sendable {
    case saved, pending, off
    case failed(String)
  }

  public var lesson: Lesson { course.lessons[place.lesson] }
  public var step: Step { lesson.steps[place.step] }

  mutating func markSeen() {
    seen[lesson.slug, default: []].insert(step.id)
  }

  /// What the progress file is to hold now.
  public var progress: Progress {
    Progress(lesson: lesson.slug, step: step.id, seen: seen, example: example)
  }
}
