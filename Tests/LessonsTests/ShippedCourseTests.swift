import Lessons
import Notation
import Testing

@Suite("the shipped course")
struct ShippedCourseTests {
  let course = ShippedCourse.english

  @Test("every lesson file is read")
  func everyFileIsALesson() {
    #expect(!ShippedCourse.files.isEmpty)
    #expect(
      course.lessons.map(\.file).sorted() == ShippedCourse.files.map { "lessons/en/" + $0.name })
  }

  @Test("nothing in it is wrong")
  func noDiagnostics() {
    for diagnostic in course.diagnostics { Issue.record("\(diagnostic)") }
    for diagnostic in course.unmetNeeds { Issue.record("\(diagnostic)") }
  }

  @Test("every formula can be read")
  func formulasParse() {
    for lesson in course.lessons {
      for step in lesson.steps {
        for formula in step.formulas where !formula.diagnostics.isEmpty {
          Issue.record("\(lesson.file), step \(step.id): \(formula.source): \(formula.diagnostics)")
        }
      }
    }
  }
}
