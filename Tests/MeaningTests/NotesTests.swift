import Meaning
import Notation
import Testing

/// How people write: each line of `Notes` comes out as the file says.
@Suite("Lines in other people's notation")
struct NotesTests {
  /// Enough for one of each special kind that `RandomExamples` draws.
  static let exampleCount = 21
  static let seed: UInt64 = 20_250_711

  @Test("every line of the files is understood, and there are many of each kind")
  func files() {
    #expect(NoteReader.all.malformed.map(\.description) == [])
    func count(_ verdict: NoteLine.Verdict) -> Int {
      NoteReader.all.lines.count { $0.verdicts.first == verdict }
    }
    #expect(count(.holds) >= 150)
    let wrong = NoteReader.all.lines.count { line in
      if case .fails? = line.verdicts.first { true } else { false }
    }
    #expect(wrong >= 150)
  }

  @Test("a line comes out as its file says", arguments: NoteReader.all.lines)
  func verdict(line: NoteLine) {
    guard line.refusals.isEmpty else {
      Issue.record("a definition above the line is refused: \(line.refusals)")
      return
    }
    let outcome = NoteOutcome(line, examples: Self.exampleCount, seed: Self.seed)
    #expect(
      line.verdicts.contains { outcome.is($0) },
      "\(line.verdicts.map { "\($0)" }.joined(separator: " or ")): \(outcome)")
  }
}

/// What became of a line.
struct NoteOutcome: CustomStringConvertible {
  /// Of the signs that claim something, in reading order.
  private var verdicts: [Verdict] = []
  private var errors: [String] = []
  /// Of the line given to `define:`.
  private var definitionErrors: [String] = []

  init(_ line: NoteLine, examples count: Int, seed: UInt64) {
    let reading = Reading(Formula(line.latex), names: line.names)
    errors = Self.sentences(reading.diagnostics.flatMap { $0 })
    var names = line.names
    definitionErrors = Self.sentences(names.define(line.latex))
    var examples = RandomExamples.examples(
      for: reading, count: count, seed: seed, isOneHot: line.isOneHot)
    for example in examples.indices { examples[example].unit = line.unit }
    // A figure belongs to the numbers of its line alone.
    if line.verdicts.contains(.approximate) || line.here != nil && line.verdicts[0].isFailure {
      examples = []
    }
    do throws(FormulaDiagnostic) {
      let judgements = try reading.judged(
        here: line.here, examples: examples, when: line.condition.map { Formula($0) })
      for judgement in judgements where judgement.always != .notJudged(.claimsNothing) {
        if case .notJudged(.claimsNothing)? = judgement.here?.verdict { continue }
        if case .notJudged(.noValue(let diagnostic)) = judgement.verdict {
          errors += Self.sentences([diagnostic])
        }
        verdicts.append(judgement.verdict)
      }
    } catch {
      errors += Self.sentences([error])
    }
  }

  private static func sentences(_ diagnostics: [FormulaDiagnostic]) -> [String] {
    diagnostics.filter { $0.severity == .error }
      .map { [$0.message, $0.suggestion ?? ""].joined(separator: " ") }
  }

  func `is`(_ wanted: NoteLine.Verdict) -> Bool {
    switch wanted {
    case .holds: errors.isEmpty && !verdicts.isEmpty && verdicts.allSatisfy { $0 == .holds }
    case .fails(nil): errors.isEmpty && verdicts.contains(.fails)
    case .fails(let sign?):
      errors.isEmpty && verdicts.indices.contains(sign - 1)
        && verdicts.enumerated().allSatisfy { $1 == ($0 == sign - 1 ? .fails : .holds) }
    case .refused(let words):
      errors.contains { $0.contains(words) } && !verdicts.contains(.holds)
        || verdicts.contains {
          // Cases that leave out what is claimed are told when they are judged.
          if case .notJudged(.uncovered(let diagnostic)) = $0 {
            diagnostic.message.contains(words)
          } else {
            false
          }
        }
    case .approximate: errors.isEmpty && verdicts.allSatisfy { $0 == .approximate }
    case .notAlways: errors.isEmpty && verdicts == [.hereNotAlways]
    case .undefined(let words): definitionErrors.contains { $0.contains(words) }
    }
  }

  var description: String {
    (verdicts.map { "\($0)" } + errors).joined(separator: "; ")
  }
}

extension NoteLine.Verdict {
  fileprivate var isFailure: Bool {
    if case .fails = self { true } else { false }
  }
}
