import Lessons
import Testing
import TextGrid

@testable import TutorApp

/// What a key may cost. Views are functions of a model that they cannot change, so whatever is
/// counted was counted in `update`.
@Suite("Nothing that did not change is computed again")
struct SnapshotTests {
  /// What the keys make the program do, after `before`.
  private func work(
    _ keys: String, after before: String = "", at place: String = "jacobian:both-cases",
    size: Size = Size(columns: 80, rows: 24)
  ) throws -> [Work.Kind: Int] {
    let start = try Model.fresh(at: place, size: size).after(before)
    let end = start.after(keys)
    return Work.Kind.allCases.reduce(into: [:]) { counts, kind in
      let count = end.maker.work[kind] - start.maker.work[kind]
      if count > 0 { counts[kind] = count }
    }
  }

  @Test("opening a step reads, evaluates and typesets: the counters count")
  func counters() throws {
    let model = try Model.fresh(at: "jacobian:both-cases")
    for kind in Work.Kind.allCases { #expect(model.maker.work[kind] > 0, "\(kind)") }
    let next = try work("n")
    #expect(next[.read] ?? 0 > 0 && next[.evaluated] ?? 0 > 0)
  }

  @Test(
    "a key that does nothing computes nothing, and neither does looking around",
    arguments: [
      "z", "F", "↓", "↑ ↑", "End", "Home", "Tab", "Tab Tab", "?", "? ↓ ↓ q", "m", "m ↓ ↓ Esc", "c",
      "c Esc", "e", "e ← →", "e 5 Esc", "u", "y", "r", "<", ">", "→", "→ → ←",
    ])
  func idle(keys: String) throws {
    for place in ["jacobian:both-cases", "softmax:three-scores", "kl:definition"] {
      let done = try work(keys, at: place)
      // The lesson's own example is what a fresh model has.
      #expect(done.isEmpty, "\(keys) at \(place): \(done)")
    }
  }

  @Test("another number of decimals lays the text out, and evaluates and typesets nothing")
  func decimals() throws {
    for lesson in Course.shipped.lessons {
      for step in lesson.steps {
        let done = try work("d", at: "\(lesson.slug):\(step.id)")
        #expect(done == [.laidOut: 1], "\(lesson.slug):\(step.id): \(done)")
      }
    }
  }

  @Test("nor does it evaluate where numbers stand in the formulas: their digits are written anew")
  func decimalsInPlace() throws {
    let done = try work("d", after: "v")
    #expect(done[.evaluated] == nil && done[.read] == nil && done[.typeset] ?? 0 > 0, "\(done)")
  }

  @Test("an edited number reads nothing, and typesets no formula that shows symbols")
  func edit() throws {
    for key in ["e ↑", "e 5 Enter", "t", "b"] {
      let done = try work(key)
      #expect(done[.read] == nil && done[.typeset] == nil, "\(key): \(done)")
      #expect(done[.evaluated] ?? 0 > 0 && done[.panels] == 1, "\(key): \(done)")
    }
    // There and back again: what was computed is known.
    #expect(try work("u", after: "e ↑").isEmpty)
    #expect(try work("y", after: "e ↑ u").isEmpty)
  }

  @Test("an arrow in inspection reads nothing, and evaluates the one term it comes to")
  func inspection() throws {
    for place in EquationTests.places {
      var model = try Model.fresh(at: place).after("f")
      guard model.screen is InspectionScreen else { continue }
      for key: Key in [.down, .right, .right, .left, .up, .tab] {
        let before = model.maker.work
        _ = update(&model, .keyPressed(key))
        let after = model.maker.work
        #expect(after[.read] == before[.read] && after[.laidOut] == before[.laidOut])
        #expect(after[.evaluated] - before[.evaluated] <= 1, "\(place) \(key.name())")
        #expect(after[.typeset] - before[.typeset] <= 1, "\(place) \(key.name())")
      }
    }
    #expect(try work("→ ← →", after: "f ↓ → ←").isEmpty)
  }

  @Test("another cell makes no panel anew")
  func cells() throws {
    let done = try work("↓ →", after: "Tab")
    #expect(done[.panels] == nil && done[.read] == nil && done[.typeset] == nil, "\(done)")
  }

  @Test("a step that was open before costs nothing, whichever way one comes back")
  func back() throws {
    #expect(try work("p n p", after: "n").isEmpty)
    #expect(try work("[ ]", after: "[ ]", at: "p-minus-y").isEmpty)
  }

  @Test("another size reads and evaluates nothing")
  func resizing() throws {
    var model = try Model.fresh(at: "jacobian:both-cases")
    let before = model.maker.work
    _ = update(&model, .resized(Size(columns: 120, rows: 40)))
    let after = model.maker.work
    #expect(after[.read] == before[.read] && after[.evaluated] == before[.evaluated])
    _ = update(&model, .resized(Size(columns: 120, rows: 30)))
    #expect(model.maker.work == after)
  }

  @Test("numbers in place of symbols are computed when they are asked for, then known")
  func numbersInPlace() throws {
    let done = try work("v")
    #expect(done[.read] == nil && done[.evaluated] ?? 0 > 0, "\(done)")
    #expect(try work("v v v", after: "v").isEmpty)
  }

  @Test("typing in the search line finds once for each letter, and the arrows find nothing anew")
  func search() throws {
    #expect(try work("↓ ↓ ↑", after: "/ entropy").isEmpty)
  }

  @Test("a step that was prepared for costs nothing, and preparing shows nowhere")
  func preparing() throws {
    let start = try Model.fresh(at: "jacobian:both-cases")
    var model = start
    model.prepare(for: "n")
    #expect(model == start && model.place == start.place)
    let next = model.after("n")
    for kind in Work.Kind.allCases { #expect(next.maker.work[kind] == model.maker.work[kind]) }
    #expect(view(next).lines == view(start.after("n")).lines)
  }

  @Test("two models at one place are equal, whatever was computed on the way")
  func equality() throws {
    let model = try Model.fresh(at: "jacobian:both-cases")
    #expect(model.after("→ ←").snapshot == model.snapshot)
    #expect(model.after("? q") == model)
  }
}
