import Foundation
import Meaning
import Notation
import SoftmaxCore
import Testing

/// The rules of `docs/meaning.md`, held to their own examples.
@Suite("The document of the rules")
struct MeaningDocumentTests {
  static let ruleCount = 18
  static let exampleCount = 40
  static let seed: UInt64 = 18

  @Test("the rules are numbered from 1 on, each with an example and a counterexample")
  func rules() {
    let document = MeaningDocument.shared
    #expect(document.rules.map(\.number) == Array(1...Self.ruleCount))
    for rule in document.rules {
      let lines = document.lines.filter { $0.rule == rule.number }
      #expect(lines.contains { $0.verdict.isExample }, "rule \(rule.number) has no example")
      #expect(lines.contains { !$0.verdict.isExample }, "rule \(rule.number) has no counterexample")
    }
  }

  @Test("every line of its blocks is understood")
  func lines() {
    #expect(MeaningDocument.shared.unreadable == [])
  }

  @Test("what is no line of the format is told, and so is a block of another kind")
  func unreadable() {
    let document = MeaningDocument(
      "### 1. A rule\n```formula\np_1  holds\np_2 holds\np_3  holdz\n```\n```latex\n```\n")
    #expect(document.unreadable == ["4: p_2 holds", "5: p_3  holdz", "7: a block latex"])
    #expect(document.lines.map(\.formula) == ["p_1"])
  }

  @Test("what it shows of a source file stands there, to the letter")
  func excerpts() {
    let files = FileManager.default.enumerator(
      at: MeaningDocument.root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
    let sources = (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    #expect(!MeaningDocument.shared.excerpts.isEmpty)
    for excerpt in MeaningDocument.shared.excerpts {
      #expect(sources.contains { $0.contains(excerpt) }, "\(excerpt)")
    }
  }

  @Test("an example is as the document says", arguments: MeaningDocument.shared.lines)
  func example(line: DocumentLine) throws {
    var names = MeaningDocument.names
    for definition in line.definitions { names.define(definition) }
    switch line.verdict {
    case .defines:
      let errors = names.define(line.formula).filter { $0.severity == .error }
      #expect(errors.map(\.message) == [])
    case .value(let printed):
      let found = try value(line, names)
      #expect(
        found.count == printed.count && zip(found, printed).allSatisfy(Self.agree), "\(found)")
    case .readsAs(let other):
      var same = line
      same.formula = other
      let (found, meant) = (try value(line, names), try value(same, names))
      #expect(found.count == meant.count)
      #expect(zip(found, meant).allSatisfy { abs($0 - $1) <= 1e-12 * (1 + abs($1)) }, "\(found)")
    case .refused(let words):
      let sentences = refusals(line, names)
      #expect(sentences.contains { $0.contains(words) }, "\(sentences)")
    case .holds, .fails, .hereNotAlways, .approximate: try judge(line, names)
    }
  }

  // MARK: What becomes of a line

  private func reading(_ line: DocumentLine, _ names: Names) throws(FormulaDiagnostic) -> Reading {
    line.isTyped
      ? try TypedFormula(line.formula, names: names).reading()
      : Reading(Formula(line.formula), names: names)
  }

  private func value(
    _ line: DocumentLine, _ names: Names
  ) throws(FormulaDiagnostic) -> [Double] {
    try reading(line, names).value(bindings: MeaningDocument.shared.bindings).numbers.map(\.double)
  }

  /// Whether a number is what is printed, to the digits that are.
  private static func agree(_ found: Double, _ printed: String) -> Bool {
    let digits = printed.split(separator: ".").dropFirst().first?.count ?? 0
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    // A number without a point is exact.
    let slack = digits == 0 ? 1e-9 : unit / 2
    return abs(found - (Double(printed) ?? .nan)) <= slack
  }

  private func refusals(_ line: DocumentLine, _ names: Names) -> [String] {
    func sentence(_ found: FormulaDiagnostic) -> String {
      let told =
        line.isTyped ? TypedFormula(line.formula, names: names).placed(found) : found
      return [told.message, told.suggestion ?? ""].joined(separator: " ")
    }
    do throws(FormulaDiagnostic) {
      let reading = try reading(line, names)
      let errors = reading.diagnostics.flatMap { $0 }.filter { $0.severity == .error }
      guard errors.isEmpty else { return errors.map(sentence) }
      _ = try reading.value(bindings: MeaningDocument.shared.bindings)
      return []
    } catch {
      return [sentence(error)]
    }
  }

  private func judge(_ line: DocumentLine, _ names: Names) throws {
    let reading = try reading(line, names)
    #expect(!reading.hasErrors, "\(reading.diagnostics)")
    var examples = RandomExamples.examples(
      for: reading, count: Self.exampleCount, seed: Self.seed)
    for example in examples.indices { examples[example].unit = line.unit }
    let isAboutHere = [.hereNotAlways, .approximate].contains(line.verdict)
    // A rounded figure belongs to the document's numbers alone.
    if line.verdict == .approximate { examples = [] }
    let judgements = try reading.judged(
      here: isAboutHere ? MeaningDocument.shared.bindings : nil, examples: examples,
      when: line.condition.map { Formula($0) })
    let verdicts = judgements.map(\.verdict).filter { $0 != .notJudged(.claimsNothing) }
    #expect(!verdicts.isEmpty)
    switch line.verdict {
    case .fails(nil): #expect(verdicts.contains(.fails), "\(verdicts)")
    case .fails(let sign?):
      #expect(
        verdicts == verdicts.indices.map { $0 == sign - 1 ? .fails : .holds }, "\(verdicts)")
    case .hereNotAlways: #expect(verdicts == [.hereNotAlways])
    case .approximate: #expect(verdicts == [.approximate])
    default: #expect(verdicts.allSatisfy { $0 == .holds }, "\(verdicts)")
    }
  }
}
