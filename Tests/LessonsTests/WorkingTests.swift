import Lessons
import Meaning
import Notation
import Testing

/// How a learner's line of a derivation is judged.
@Suite("Working a derivation")
struct WorkingTests {
  /// Every derivation of the course, with the place it is from.
  static let workings: [(place: String, working: Working)] = ShippedCourse.english.lessons.flatMap {
    lesson in
    let names = lesson.names
    return lesson.steps.flatMap { step in
      StepClaims(step, names: names).claims.flatMap { claim in
        claim.reading.chains.indices.compactMap { chain in
          Working(claim.reading, chain: chain, conditions: LineConditions(step)).map {
            ("\(lesson.slug):\(step.id)", $0)
          }
        }
      }
    }
  }

  @Test("the author's own line is right, or it is an earlier one over again")
  func authors() {
    #expect(Self.workings.count > 25)
    for (place, working) in Self.workings {
      for line in working.lines.indices.dropFirst() {
        switch working.verdict(on: working.lines[line], for: line) {
        case .right(let author): #expect(author == line, "\(place), line \(line)")
        case let verdict: Issue.record("\(place), \(working.lines[line]): \(verdict)")
        }
      }
    }
  }

  @Test(
    "what each line of p − y and of cross entropy needs",
    arguments: [
      ("p-minus-y:claim", [[], [.targetSumsToOne, .temperatureOne, .nats]]),
      ("p-minus-y:chain-rule", [[], [.temperatureOne, .nats], []]),
      ("p-minus-y:sum-of-target", [[.temperatureOne, .nats], [], [], [.targetSumsToOne]]),
      ("p-minus-y:by-cases", [[.temperatureOne, .nats], [], [], [.targetSumsToOne]]),
      (
        "p-minus-y:one-hot",
        [[.targetSumsToOne, .oneHotTarget, .nats], [], [.temperatureOne], []]
      ),
      (
        "p-minus-y:log-sum-exp",
        [[.temperatureOne, .nats], [.targetSumsToOne], [], [], [.temperatureOne]]
      ),
      ("p-minus-y:soft-targets", [[.temperatureOne, .nats]]),
      ("p-minus-y:finite-differences", [[], [.temperatureOne]]),
      ("p-minus-y:other-units", [[], [.targetSumsToOne, .temperatureOne]]),
      ("p-minus-y:temperature", [[.targetSumsToOne]]),
      (
        "p-minus-y:descent",
        [
          [.targetSumsToOne], [.targetSumsToOne], [.targetSumsToOne, .temperatureOne, .nats],
        ]
      ),
      ("cross-entropy:definition", [[], []]),
      ("cross-entropy:entropy-plus-kl", [[], [], [], []]),
      ("cross-entropy:only-kl-falls", [[], [], []]),
      ("cross-entropy:one-hot", [[], [], [.targetSumsToOne, .oneHotTarget]]),
      ("cross-entropy:zero-floor", [[], [.targetSumsToOne, .oneHotTarget]]),
    ] as [(String, [[Assumption]])])
  func needs(place: String, expected: [[Assumption]]) throws {
    let found = try #require(Self.needs(at: place))
    #expect(found == expected)
  }

  private static func needs(at place: String) -> [[Assumption]]? {
    let parts = place.split(separator: ":").map(String.init)
    guard let lesson = ShippedCourse.english.lessons.first(where: { $0.slug == parts[0] }),
      let step = lesson.steps.first(where: { $0.id == parts[1] })
    else { return nil }
    return StepClaims(step, names: lesson.names).claims.flatMap { claim in
      claim.reading.assumptions(under: LineConditions(step)).flatMap { $0 }
    }
  }

  @Test("a minus lost, an index mixed up, a square: refuted by small whole numbers, and repaired")
  func wrong() throws {
    var count = 0
    var repaired = 0
    let clock = ContinuousClock()
    var slowest = Duration.zero
    for (number, (place, working)) in Self.workings.enumerated() where number % 5 == 1 {
      for line in working.lines.indices.dropFirst() {
        for wrong in Self.mistakes(of: working.lines[line]) {
          var verdict = Working.Verdict.right(author: nil)
          let took = clock.measure { verdict = working.verdict(on: wrong, for: line) }
          slowest = max(slowest, took)
          guard case .wrong(let refutation) = verdict else { continue }
          count += 1
          if refutation.repair != nil { repaired += 1 }
          if refutation.counterexample == nil { Issue.record("\(place), line \(line), \(wrong)") }
          if let found = refutation.counterexample {
            #expect(found.example.classCount <= 3)
          }
          if let repair = refutation.repair {
            // What it proposes is right.
            switch working.verdict(on: repair.latex, for: line) {
            case .right: break
            case let verdict: Issue.record("\(place), \(wrong) → \(repair.latex): \(verdict)")
            }
          } else {
            print("unrepaired \(place) \(line): \(wrong)")
          }
        }
      }
    }
    print("\(count) wrong, \(repaired) repaired, slowest \(slowest)")
    #expect(count > 20 && repaired * 10 >= count * 8)
  }

  /// Wrong lines of the usual kinds.
  private static func mistakes(of line: String) -> [String] {
    var found = ["-(\(line))", "2 (\(line))"]
    if line.contains("_i") { found.append(line.replacing("_i", with: "_j")) }
    if line.contains("(1 - ") { found.append(line.replacing("(1 - ", with: "(1 + ")) }
    if line.contains(" p_i") { found.append(line.replacing(" p_i", with: " p_i^2")) }
    if line.contains("-p_i") { found.append(line.replacing("-p_i", with: "p_i")) }
    return found
  }
}
