import Lessons
import TutorApp

/// `LESSON[:STEP]`: a slug or a lesson's number, and a step's id or number.
struct LessonPlace: Hashable {
  var lesson: String
  var step: String?

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    lesson = String(parts[0])
    step = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  func find(in course: Course) throws(Failure) -> Model.Place {
    let index = try findLesson(in: course)
    guard let step else { return Model.Place(lesson: index, step: 0) }
    let lesson = course.lessons[index]
    if let place = lesson.stepIndex(step) { return Model.Place(lesson: index, step: place) }
    throw .unknownStep(
      step, lesson: lesson.slug, nearest: lesson.nearestStep(to: step), count: lesson.steps.count)
  }

  func findLesson(in course: Course) throws(Failure) -> Int {
    if let index = course.index(ofSlug: lesson) { return index }
    if let number = Int(lesson), course.lessons.indices.contains(number - 1) { return number - 1 }
    if (try? NumberList.read(lesson, for: "")) != nil {
      throw .unknownLesson(lesson, nearest: "--logits \(lesson)")
    }
    throw .unknownLesson(
      lesson,
      nearest: nearestName(to: lesson, among: course.slugs + SoftmaxTutor.commandNames))
  }
}
