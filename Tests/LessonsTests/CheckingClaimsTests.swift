import Lessons
import Meaning
import Notation
import SoftmaxCore
import Testing

@Suite("a step's claims for one example")
struct CheckingClaimsTests {
  func verdicts(_ slug: String, _ step: String, _ example: Example) throws -> [LineVerdict] {
    let lesson = try #require(ShippedCourse.english.lesson(slug: slug))
    let found = try #require(lesson.steps.first { $0.id == step })
    return StepClaims(found, names: lesson.names).verdicts(for: example)
  }

  @Test(
    "with the lesson's own example every line of the course holds", arguments: ShippedCourse.slugs)
  func own(slug: String) throws {
    let lesson = try #require(ShippedCourse.english.lesson(slug: slug))
    let names = lesson.names
    for step in lesson.steps {
      var example = lesson.example
      // The own score's slope is claimed for i = j only.
      if step.condition?.value.source == "i = j" { example.j = example.i }
      for line in StepClaims(step, names: names).verdicts(for: example) {
        #expect(line.verdict == .holds, "\(slug):\(step.id), block \(line.block), row \(line.row)")
        guard case .formula = step.blocks[line.block] else {
          Issue.record("block \(line.block) of \(step.id) is no formula")
          continue
        }
      }
    }
  }

  @Test("both values stand in a verdict: ∂L/∂z₁ and p₁ − y₁ as SoftmaxCore has them")
  func values() throws {
    let example = Example(logits: [0.5, -1, 2, 0], target: [0, 0, 1, 0])
    let line = try #require(verdicts("p-minus-y", "chain-rule", example).first)
    let gradient = try crossEntropyGradient(logits: example.logits, target: example.target)
    // A few roundings of numbers below 1.
    let tolerance = 8 * Double.ulpOfOne
    #expect(abs(try #require(line.left?.double) - gradient[0]) <= tolerance)
    #expect(abs(try #require(line.right?.double) - gradient[0]) <= tolerance)
  }

  @Test("in bits p − y fails, and the verdict says that it holds in nats")
  func nats() throws {
    for unit in [InformationUnit.bits, .hartleys] {
      let lines = try verdicts("p-minus-y", "claim", Example(unit: unit))
      #expect(lines.contains { $0.verdict == .fails && $0.limit == .nats })
      #expect(!lines.contains { $0.verdict == .fails && $0.limit == nil })
    }
  }

  @Test("with a temperature, lines about S fail, and the verdict says that they hold at T = 1")
  func temperature() throws {
    let lines = try verdicts("softmax", "three-scores", Example(temperature: 2))
    #expect(lines.contains { $0.limit == .temperatureOne })
    let both = try verdicts("p-minus-y", "claim", Example(temperature: 2, unit: .bits))
    #expect(both.contains { $0.limit == .natsAndTemperatureOne })
  }

  @Test("where the step's condition is not met, a failing line is out of bounds, not wrong")
  func condition() throws {
    let lines = try verdicts("jacobian", "other-score", Example(i: 1, j: 1))
    #expect(lines.contains { $0.limit == .condition })
    #expect(lines.allSatisfy { $0.verdict != .fails || $0.limit == .condition })
  }

  @Test("a wrong line fails without excuse")
  func wrong() throws {
    let (lesson, _) = Draft.parse(Draft.step("```math\np_i = p_i + 1\n```\n"))
    let step = try #require(lesson?.steps.first)
    let lines = StepClaims(step, names: .course).verdicts(for: Example(temperature: 2, unit: .bits))
    #expect(lines.map(\.verdict) == [.fails] && lines[0].limit == nil)
  }

  @Test("scores of ±700 change no verdict")
  func extremes() throws {
    for logits in [[700, -700, 0], [-700, -700, -700], [700, 699, 698]] as [[Double]] {
      for (slug, step) in [("jacobian", "both-cases"), ("p-minus-y", "chain-rule")] {
        for line in try verdicts(slug, step, Example(logits: logits)) {
          #expect(line.verdict != .fails, "\(slug):\(step) at \(logits), row \(line.row)")
        }
      }
    }
  }
}
