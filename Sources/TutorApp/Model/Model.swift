public import Lessons
public import Notation
public import TextGrid

/// Everything the tutor knows between two keys. A view of it is a screen.
public struct Model: Equatable, Sendable {
  public let course: Course
  public var size: Size { didSet { refresh() } }
  public var tier: GlyphTier { didSet { refresh() } }
  /// What the tutor itself speaks: the course's language, as long as there are words in it.
  public var language: Language { didSet { refresh() } }
  /// False with `--no-save`.
  public let keepsProgress: Bool

  public var place: Place {
    didSet {
      if place != oldValue { previous = nil }
      refresh()
    }
  }
  /// What the step shows now, computed.
  private(set) var snapshot = StepSnapshot()
  var maker = SnapshotMaker()
  public var lessonScreen = LessonScreen() { didSet { refresh() } }
  /// Whether steps are shown whole, not beat by beat.
  public var readsWholeSteps: Bool
  /// What stands above the lesson.
  var screens = ScreenStack() { didSet { refresh() } }
  /// The learner's own formulas; kept when they are left.
  var playground = Playground() { didSet { refresh() } }
  /// One sentence above the last rows, until the next key.
  public var notice: String?

  public var example: Example { didSet { refresh() } }
  /// The example before the last change made in this step: panels mark where their bars ended.
  var previous: Example?
  public var history = History<Example>()
  /// Lesson slug → ids of the steps that were on screen.
  public var seen: [String: Set<String>]
  public var saving = Saving.saved

  public init(
    course: Course, size: Size, tier: GlyphTier, place: Place, example: Example,
    seen: [String: Set<String>] = [:], beat: Int = 0, readsWholeSteps: Bool = false,
    keepsProgress: Bool = true, notice: String? = nil
  ) {
    self.course = course
    language = Language(rawValue: course.language) ?? .english
    self.size = size
    self.tier = tier
    self.place = place
    self.example = example
    self.seen = seen
    self.keepsProgress = keepsProgress
    self.readsWholeSteps = readsWholeSteps
    saving = keepsProgress ? .saved : .off
    self.notice = notice ?? sizeNotice
    markSeen()
    lessonScreen.beat = beat
    refresh()
    showFocus()
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

  public enum Saving: Hashable, Sendable {
    case saved, pending, off
    case failed(String)
  }

  /// Makes anew what hangs on something that has changed.
  private mutating func refresh() { snapshot = maker.snapshot(snapshotRequest) }

  public var lesson: Lesson { course.lessons[place.lesson] }
  public var step: Step { lesson.steps[place.step] }

  mutating func markSeen() {
    seen[lesson.slug, default: []].insert(step.id)
  }

  /// What the progress file is to hold now.
  public var progress: Progress {
    var progress = Progress(lesson: lesson.slug, step: step.id, seen: seen, example: example)
    progress.beat = beat
    progress.readsWholeSteps = readsWholeSteps
    return progress
  }
}
