import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

@Suite("Nothing a learner can press breaks it")
struct SturdinessTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 60, rows: 18),
    Size(columns: 1, rows: 1), Size(columns: 0, rows: 0), Size(columns: 20, rows: 6),
    Size(columns: 300, rows: 4),
  ]

  @Test("every step draws at every size in both tiers", arguments: sizes, GlyphTier.allCases)
  func everyStep(size: Size, tier: GlyphTier) throws {
    var model = try Model.fresh(size: size, tier: tier)
    model.readsWholeSteps = true
    for lesson in model.course.lessons.indices {
      for step in model.course.lessons[lesson].steps.indices {
        model.place = Model.Place(lesson: lesson, step: step)
        let canvas = view(model)
        #expect(canvas.size == size)
        let isASCII = canvas.lines.joined().utf8.allSatisfy { $0 < 0x80 }
        #expect(tier == .unicode || isASCII, "\(model.lesson.slug):\(model.step.id)")
      }
    }
  }

  @Test("random keys, sizes and pastes", arguments: 0..<40)
  func randomKeys(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet =
      Array("eenptaxbdurymo?q/]fvfl[123456789.-+ kjcgx가。s,;'<>w=").map(Key.character)
      + [
        .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete,
        .pageUp, .pageDown, .home, .end, .function(5), .paste("1e5\n\u{1B}[31m가"), .control("a"),
      ]
    var model = try Model.fresh(size: Self.sizes[Int(seed) % Self.sizes.count])
    for count in 0..<400 {
      _ = update(&model, .keyPressed(alphabet.randomElement(using: &random)!))
      if count % 57 == 0 {
        _ = update(&model, .resized(Self.sizes.randomElement(using: &random)!))
      }
      if count % 5 == 0 { _ = view(model) }
      #expect((2...12).contains(model.example.classCount))
      #expect(model.beat >= 0 && !model.beats.isEmpty)
      #expect((0...max(0, model.snapshot.page.height)).contains(model.scroll))
      #expect(model.shownRows.count <= max(0, model.lessonRoom))
      #expect(model.example.target.count == model.example.classCount)
      #expect(abs(model.example.target.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test("where p underflows to 0 its surprise is still finite, in every unit")
  func underflow() throws {
    var model = try Model.fresh(at: "information:units", size: Size(columns: 120, rows: 40))
    model.readsWholeSteps = true
    model.example.logits = [-1000, 0, 1000]
    #expect(!view(model).lines.joined().contains("∞"))
  }

  @Test(
    "extreme scores show finite numbers everywhere",
    arguments: [[1000, 1001, 1002], [-1000, 0, 1000], [1e308, -1e308, 0]])
  func extremes(logits: [Double]) throws {
    var model = try Model.fresh(size: Size(columns: 120, rows: 90))
    model.readsWholeSteps = true
    model.example.logits = logits
    for lesson in model.course.lessons.indices {
      for step in model.course.lessons[lesson].steps.indices {
        model.place = Model.Place(lesson: lesson, step: step)
        let text = view(model).lines.joined(separator: "\n")
        // NaN is shown as a word.
        #expect(!text.contains("undefined"), "\(model.lesson.slug):\(model.step.id)\n\(text)")
      }
    }
  }
}
