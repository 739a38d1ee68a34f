import Foundation
import Lessons
import Notation
import SoftmaxCore
import Testing

@testable import Mutations

/// The mathematics mutated: what the field gets wrong, `check` must notice.
@Suite("Mutants of the course's formulas")
struct MutationTests {
  static let seed: UInt64 = 8
  /// A sample: `scripts/mutate` tries them all.
  static let sampleSize = 240
  static let rounds = [6, 40]

  @Test("check reports each of a sample, or it is the same mathematics")
  func sample() throws {
    let known = KnownSurvivors(try String(contentsOf: KnownSurvivors.file, encoding: .utf8))
    var random = SplitMix64(seed: Self.seed)
    let mutants = Mutant.lessons(named: []).flatMap(Mutant.all)
    let results = Mutations.results(
      Array(mutants.shuffled(using: &random).prefix(Self.sampleSize)), known,
      rounds: Self.rounds)
    #expect(results.count == Self.sampleSize)
    for result in MutationReport(results, known).unexplained {
      Issue.record("\(result.mutant.location): \(result.mutant.change)")
    }
    #expect(results.count { $0.outcome == .foundFalse } > Self.sampleSize / 2)
  }

  @Test("every formula of the course stands in its file where it was read")
  func places() {
    for text in Mutant.lessons(named: []) {
      let places = FormulaPlace.all(in: text.lesson)
      #expect(!places.isEmpty)
      for place in places {
        let lesson = text.lesson(with: place.formula.source, at: place)
        #expect(lesson != nil, "\(text.name):\(place.line)")
      }
    }
  }

  @Test(
    "each kind of mistake is made",
    arguments: [
      // What is written, what is meant to come of it.
      ("p_i - y_i", "p_i + y_i"), ("p_i - y_i", "y_i - p_i"), ("p_i - y_i", "p_i "),
      ("p_i - y_i", "p_j - y_i"), ("p_i - y_i", "y_i - y_i"),
      ("-p_i p_j", "p_i p_j"), ("-p_i p_j", "-p_i "), ("-p_i p_j", "-2 p_i p_j"),
      ("1 - p_i", "p_i"), ("1 + p_i", "p_i"), ("p_i (1 - p_i)", "p_i "),
      ("\\sum_k p_k", " p_k"), ("\\sum_k p_k", "\\sum_{k=2}^n p_k"),
      ("\\sum_k p_k", "\\sum_i p_k"), ("\\sum_{k \\neq i} p_k", "\\sum_{k} p_k"),
      ("\\sum_{k=1}^n p_k", "\\sum_{k=1}^{n-1} p_k"),
      ("\\log p_i", "\\ln  p_i"), ("\\ln p_i", " p_i"), ("\\log_2 8", "\\ln  8"),
      ("S^2", "S"), ("e^{z_i}", "e^{-(z_i)}"), ("\\exp(z_i)", "\\exp(-z_i)"),
      ("\\frac{a}{S}", "\\frac{S}{a}"), ("\\frac{a}{S}", "(a)"), ("z_i / T", "z_i "),
      ("z_i / T", "T / z_i"),
      ("H(P, Q)", "H(Q, P)"), ("D_{KL}(P \\| Q)", "D_{KL}(Q \\| P)"),
      ("\\mathbb{1}(i = j)", "\\mathbb{1}(i \\neq j)"), ("J^\\top", "J"), ("J", "J^\\top"),
      ("p p^\\top", "p^\\top p"), ("p_i \\geq 0", "p_i \\leq  0"),
      ("\\mathbb{E}_{x \\sim P}[a]", "\\mathbb{E}_{x \\sim Q}[a]"),
      ("\\frac{\\partial p_i}{\\partial z_j}", "\\frac{\\partial p_i}{\\partial z_i}"),
    ])
  func kinds(source: String, mutant: String) {
    let texts = Mutator.edits(of: Formula(source)).map { $0.applied(to: source) }
    #expect(texts.contains(mutant), "\(texts)")
  }

  @Test("what is left as it was is left to the letter, and no change is made twice")
  func edits() {
    let source =
      "\\begin{aligned}\n  p_i &= \\frac{e^{z_i}}{S} && \\text{a - b} \\\\\n  &= 1\n\\end{aligned}"
    let edits = Mutator.edits(of: Formula(source))
    let texts = edits.map { $0.applied(to: source) }
    #expect(Set(texts).count == texts.count)
    #expect(texts.allSatisfy { $0.hasPrefix("\\begin{aligned}\n") && $0 != source })
    #expect(texts.allSatisfy { $0.contains("\\text{a - b}") })
  }

  @Test("a mutant is told apart: false, refused, or the same mathematics")
  func outcomes() throws {
    let text = try #require(
      LessonText(
        name: "l.md",
        text: Draft.step("```math\n\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j\n```\n")
          .replacing("id: a-step", with: "id: a-step  when: i \\neq j")))
    let results = Mutant.all(of: text).map { $0.tried(KnownSurvivors("")) }
    func outcome(_ change: String) -> MutantTrial.Outcome? {
      results.first { $0.mutant.change == change }?.outcome
    }
    #expect(outcome("a minus lost: `-` → nothing") == .foundFalse)
    #expect(outcome("an index: `i` → `k`") == .foundFalse)
    #expect(outcome("a condition turned round: `\\neq` → `=`") == .foundFalse)
    #expect(MutationReport(results, KnownSurvivors("")).isExplained)
  }

  @Test("a reason that a person wrote is found by formula and change")
  func known() {
    let known = KnownSurvivors(
      "# a remark\nc = 100\n  a number: `100` → `1`\n    any number\n    will do\nS = 1\n  any change\n    so\n"
    )
    #expect(known.reason("c =  100", "a number: `100` → `1`") == "any number will do")
    #expect(known.reason("c = 100", "a sign") == nil)
    #expect(known.reason("S = 1", "a sign") == "so")
    #expect(
      known.unused(by: [("S = 1", "a sign")]) == ["c = 100: a number: `100` → `1`"])
  }
}
