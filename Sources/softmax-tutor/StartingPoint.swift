import Lessons
import Notation
import TutorApp

/// Where a session begins: what was asked for, over what was saved, over the first lesson.
struct StartingPoint {
  var loaded: LoadedCourse
  var saved: Progress?
  var configuration: Configuration

  func place(wanted text: String?) throws(Failure) -> Model.Place {
    guard let text else { return savedPlace ?? Model.Place(lesson: 0, step: 0) }
    let wanted = LessonPlace(text)
    if let fault = loaded.fault(ofMissing: wanted.lesson) { throw .badLesson(fault) }
    return try wanted.find(in: loaded.course)
  }

  /// nil if nothing was saved, or its lesson or step is no longer there.
  private var savedPlace: Model.Place? {
    guard let saved,
      let lesson = loaded.course.lessons.firstIndex(where: { $0.slug == saved.lesson })
    else { return nil }
    let step = loaded.course.lessons[lesson].steps.firstIndex { $0.id == saved.step }
    return Model.Place(lesson: lesson, step: step ?? 0)
  }

  /// The learner's numbers stay theirs; a fresh start has the lesson's own, in the unit and with
  /// the decimals that the configuration likes.
  func example(at place: Model.Place, change: ExampleChange) throws(Failure) -> Example {
    var example: Example
    if let saved = saved?.example {
      example = saved
    } else {
      example = loaded.course.lessons[place.lesson].example
      if let unit = configuration.unit { example.unit = unit }
      if let decimals = configuration.decimals { example.decimals = decimals }
    }
    return try change.applied(to: example)
  }

  /// Whether this goes on where the learner left, or why it doesn't.
  func notice(wanted text: String?) -> String? {
    guard text == nil, let saved else { return nil }
    let language = Language(of: loaded.course)
    guard let place = savedPlace else {
      return CommandWords.of(language)(.lessonGone, saved.lesson)
    }
    let title = loaded.course.lessons[place.lesson].title
    return Words.of(language)(.resumed, title, String(place.step + 1))
  }
}
