import Meaning
import Notation
import SoftmaxCore
import Testing

@Suite("The derivations of the texts")
struct MeaningTextsTests {
  static let exampleCount = 120
  static let seed: UInt64 = 20_240_607

  @Test(
    "true lines pass, and exactly the wrong ones fail, at their place",
    arguments: TextFixture.chains)
  func verdicts(chain: TextFixture.Chain) throws {
    let formulas = chain.formulas.map { Formula($0) }
    let reading = Reading(continuing: formulas, names: chain.names)
    let examples = RandomExamples.examples(
      for: reading, count: Self.exampleCount, seed: Self.seed)
    let judgements = try reading.judged(
      here: nil, examples: examples, when: chain.condition.map { Formula($0) })
    #expect(!judgements.isEmpty)
    for (position, judgement) in judgements.enumerated() {
      let number = position + 1
      if let words = chain.refused[number] {
        guard case .notJudged(.noValue(let diagnostic)) = judgement.always else {
          Issue.record("equals sign \(number) should be refused: \(judgement.always)")
          continue
        }
        #expect(diagnostic.message == words)
      } else {
        #expect(
          judgement.always == (chain.wrong.contains(number) ? .fails : .holds),
          "equals sign \(number), \(String(describing: judgement.worst))")
      }
    }
    if chain.refused.isEmpty {
      #expect(!reading.hasErrors, "\(reading.diagnostics)")
    }
  }

  @Test("in bits one line of text 003's derivation is false, and its end differs from its head")
  func bits() throws {
    let chain = try #require(TextFixture.chains.first { $0.text == "003" && $0.line == "L131" })
    let reading = Reading(continuing: chain.formulas.map { Formula($0) }, names: chain.names)
    var examples = RandomExamples.examples(
      for: reading, count: Self.exampleCount, seed: Self.seed)
    for example in examples.indices { examples[example].unit = .bits }
    let judgements = try reading.judged(here: nil, examples: examples)
    // The line that puts 1/p for the derivative of log p, which is 1/(p ln 2) here.
    #expect(judgements.filter { $0.always == .fails }.map(\.link) == [2])
    #expect(judgements.filter { $0.alwaysFromHead == .holds }.map(\.link) == [0, 1])
    #expect(judgements.dropFirst(2).allSatisfy { $0.alwaysFromHead == .fails })
  }
}
