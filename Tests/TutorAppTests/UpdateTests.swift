import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("Behaviour")
struct UpdateTests {
  @Test(
    "on and back are each other's inverse through the whole course",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func walk(size: Size) throws {
    var model = try Model.fresh(size: size)
    var states = [(model.place, model.beat)]
    while true {
      let next = model.after("→")
      if next.screen is EndScreen { break }
      model = next
      states.append((model.place, model.beat))
    }
    #expect(Set(states.map(\.0)).count == model.course.lessons.reduce(0) { $0 + $1.steps.count })
    for state in states.reversed() {
      #expect((model.place, model.beat) == state)
      model = model.after("←")
    }
  }

  @Test("n and p go by steps, and End shows one whole")
  func steps() throws {
    var model = try Model.fresh()
    var places = [model.place]
    while true {
      let next = model.after("n")
      if next.screen is EndScreen { break }
      model = next
      places.append(model.place)
    }
    for place in places.reversed() {
      #expect(model.place == place)
      #expect(model.after("End").showsWholeStep)
      model = model.after("p")
    }
  }

  @Test("after the last step it is said what was done, and what to try next opens")
  func end() throws {
    let last = try Model.fresh(at: "p-minus-y:descent")
    let end = last.after("n")
    #expect(end.screen is EndScreen && end.after("Esc").place == last.place)
    let text = view(end).lines.joined(separator: "\n")
    #expect(
      text.contains("You have seen 1 of \(last.course.lessons.reduce(0) { $0 + $1.steps.count })"))
    // The first lesson with a step that was not on screen.
    #expect(end.after("Enter").place == Model.Place(lesson: 0, step: 0))
    let bottom = (0..<40).reduce(end) { model, _ in model.after("↓") }
    #expect(bottom.after("Enter").screen is MenuScreen)
    #expect(bottom.after("↑ Enter").screen is PlaygroundScreen)
    let again = bottom.after("↑ ↑ Enter")
    #expect(again.place.lesson == 0 && again.focus.isEditor)
  }

  @Test("whole steps are a choice that is kept")
  func wholeSteps() throws {
    let model = try Model.fresh().after("s →")
    #expect(model.place.step == 1 && model.showsWholeStep && model.progress.readsWholeSteps)
    #expect(!model.after("s").showsWholeStep)
  }

  @Test("an edited score changes every quantity that hangs on it")
  func edit() throws {
    let model = try Model.fresh().after("e 3 Enter")
    #expect(model.example.logits == [3, 1, 0])
    #expect(model.quantities.probabilities == softmax([3, 1, 0]))
  }

  @Test("a held arrow is one change, and undo brings the example back")
  func undo() throws {
    let start = try Model.fresh()
    let nudged = start.after("e ↑ ↑ ↑")
    #expect(abs(nudged.example.logits[0] - 2.3) < 1e-12)
    #expect(nudged.after("u").example == start.example)
    #expect(nudged.after("u y").example == nudged.example)
  }

  @Test("ten nudges of 0.1 are 1, without the drift of binary tenths")
  func drift() throws {
    let model = try Model.fresh().after("e" + String(repeating: " ↑", count: 10))
    #expect(model.example.logits[0] == 3)
  }

  @Test(
    "what is not a number is refused in place, with its text kept and a reason",
    arguments: ["abc", "1e999", "--3", "nan", "1/0", "1.2.3"])
  func refusal(text: String) throws {
    let start = try Model.fresh().after("e Enter")
    let model = start.after(text + " Enter")
    #expect(model.typing?.line.text == text)
    #expect(model.typing?.refusal?.isEmpty == false)
    #expect(model.example == start.example)
    #expect(model.after("Esc").typing == nil)
    #expect(model.after("Esc").example == start.example)
  }

  @Test("an empty field is refused too")
  func emptyField() throws {
    let model = try Model.fresh().after("e Enter Enter")
    #expect(model.typing != nil && model.typing?.refusal != nil)
  }

  @Test("2 to 12 classes: a 13th and deleting one of the last two are refused with a reason")
  func classLimits() throws {
    let full = try Model.fresh().after("e" + String(repeating: " a", count: 9))
    #expect(full.example.classCount == 12)
    let refused = full.after("a")
    #expect(refused.example == full.example && refused.notice != nil)
    let few = try Model.fresh().after("e x")
    #expect(few.example.classCount == 2)
    #expect(few.after("x").example.classCount == 2 && few.after("x").notice != nil)
  }

  @Test("Esc steps outward and never quits")
  func escape() throws {
    var model = try Model.fresh().after("e Enter 1")
    for _ in 0..<6 {
      #expect(update(&model, .keyPressed(.escape)).allSatisfy { $0 != .quit })
    }
  }

  @Test("q quits from the lesson, and closes a screen above it instead of quitting")
  func quit() throws {
    var model = try Model.fresh()
    #expect(update(&model, .keyPressed("q")).contains(.quit))
    model = try Model.fresh().after("?")
    #expect(!update(&model, .keyPressed("q")).contains(.quit))
    #expect(model.screens.isEmpty)
  }

  @Test("an input method's letters and full-width signs are the keys they stand on")
  func inputMethods() throws {
    var model = try Model.fresh()
    #expect(update(&model, .keyPressed("ㅂ")).contains(.quit))
    model = try Model.fresh().after("？")
    #expect(model.screen is HelpScreen)
    #expect(try Model.fresh().after("e －１．５ Enter").example.logits[0] == -1.5)
  }

  @Test("o loads the text's figures where p may be given, and o or u takes them back")
  func figures() throws {
    let start = try Model.fresh(at: "information")
    let loaded = start.after("o")
    #expect(loaded.example.givenProbabilities == [0.7, 0.2, 0.1])
    #expect(loaded.example.unit == .hartleys)
    #expect(loaded.after("o").example == start.example)
    #expect(loaded.after("u").example == start.example)
    // However often one goes back and forth, the learner's own example is what comes back.
    let own = try Model.fresh(at: "information").after("e 3 Enter Esc")
    #expect(own.example.logits[0] == 3)
    for keys in ["o o", "o u", "o o u o", "o u o o", "o t o", "o o o o", "o u y o"] {
      #expect(own.after(keys).example == own.example, "\(keys)")
    }
    let refused = try Model.fresh(at: "jacobian").after("o")
    #expect(refused.example.givenProbabilities == nil && refused.notice != nil)
  }

  @Test("a change is saved, a look around is not")
  func saving() throws {
    var model = try Model.fresh()
    #expect(update(&model, .keyPressed("?")).isEmpty)
    _ = update(&model, .keyPressed("q"))
    let effects = update(&model, .keyPressed(.right))
    #expect(effects == [.save(model.progress)])
  }

  @Test("a new target class changes y and the gradient with it")
  func target() throws {
    let model = try Model.fresh(at: "p-minus-y").after("t")
    #expect(model.example.target == [0, 1, 0])
    #expect(model.quantities.gradient[1] < 0)
  }
}
