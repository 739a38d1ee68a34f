import Lessons
import LibFuzzer
import Meaning
import Notation
import TextGrid
import Typesetting

@_cdecl("LessonFuzzer_main")
public func fuzzerMain(_ count: CInt, _ arguments: ArgumentList?) -> CInt {
  runFuzzer(count, arguments, fuzzLesson)
}

/// One input as a lesson's file, alone and in a course; everything that is read late is asked for.
private func fuzzLesson(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withText(bytes, count) { source in
    let (lesson, diagnostics) = LessonParser.parse(
      text: source, file: "01-a.md", slug: "a", number: 1, language: "en")
    precondition(lesson != nil || !diagnostics.isEmpty)
    precondition(diagnostics.count <= LessonParser.mostDiagnostics + 1)
    check(diagnostics, of: source)
    if let lesson { check(lesson) }
    let course = Course(files: [("01-a.md", source)], language: "en")
    precondition(course.lessons.count == (lesson == nil ? 0 : 1))
    check(course.unmetNeeds, of: source)
    for hit in course.search("e") {
      precondition(course.lessons[hit.lesson].steps.indices.contains(hit.step))
    }
  }
}

private func check(_ diagnostics: [Diagnostic], of source: String) {
  let lineCount = source.utf8.count { $0 == UInt8(ascii: "\n") } + 1
  for diagnostic in diagnostics {
    precondition((1...lineCount).contains(diagnostic.line))
    precondition((1...(diagnostic.sourceLine.count + 1)).contains(diagnostic.column))
    precondition(!diagnostic.sentence(in: .english).isEmpty)
    precondition(isPlain(diagnostic.sourceLine))
  }
}

private func check(_ lesson: Lesson) {
  precondition(!lesson.steps.isEmpty)
  precondition(!lesson.title.isEmpty || !lesson.diagnostics.isEmpty)
  precondition(isPlain(lesson.title + lesson.summary))
  precondition(lesson.needs.allSatisfy(isPlain) && lesson.sources.allSatisfy(isPlain))
  precondition(lesson.example.logits.count == lesson.example.target.count)
  _ = (lesson.usesReference, lesson.offersFigures)
  let names = lesson.names
  for step in lesson.steps {
    precondition(isPlain(step.title + step.id))
    _ = StepClaims(step, names: names)
    for block in step.blocks { draw(block) }
  }
}

/// A block as a narrow screen would show it: its words wrapped, its formulas typeset.
private func draw(_ block: Block) {
  for line in (block.plainText ?? "").split(separator: "\n") {
    precondition(isPlain(String(line)))
    _ = wrap([StyledRun(String(line))], width: 20)
  }
  if case .formula(let display) = block {
    _ = display.formula.picture(TypesettingOptions(tier: .ascii, width: 20))
  } else {
    for formula in block.formulas { precondition(isPlain(formula.inlineText())) }
  }
}

private func isPlain(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
}
