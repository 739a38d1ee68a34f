import Foundation
import Lessons
import Meaning
import Notation
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

/// A score is shown in the editor, in a sentence, in a formula, in the ledger, under inspection, in
/// a panel and in plain mode: its digits are the same everywhere, and those of its binary value.
@Suite("One number has the same digits in every place")
struct OneNumberTests {
  private static let lesson = """
    ---
    title: A
    summary: B
    ---

    ## C
    <!-- id: c -->

    Here is {z_1} alone.

    ```math
    z_1 = z_1
    ```

    ```live
    hardmax:
    ```

    """

  private func model(_ example: Example) -> Model {
    let course = Course(files: [(name: "01-a.md", text: Self.lesson)], language: "en")
    return Model(
      course: course, size: Size(columns: 160, rows: 40), tier: .unicode,
      place: .init(lesson: 0, step: 0), example: example)
  }

  /// A formula of numbers as text: a power of ten as a table writes it.
  private func text(of notation: Notation) -> String {
    switch notation.kind {
    case .row(let items): return items.map { text(of: $0) }.joined()
    case .symbol(let symbol):
      return ["-": "−", "infty": "∞", "times": ""][symbol.name] ?? symbol.name
    case .number(let digits): return digits
    case .colored(_, let body): return text(of: body)
    case .script(_, _, let exponent, _, _):
      let power = exponent.map { text(of: $0) } ?? ""
      let places = power.drop { $0 == "−" }
      return "e" + (power.hasPrefix("−") ? "−" : "+") + (places.count < 2 ? "0" : "") + places
    default: return "?"
    }
  }

  private func expectEverywhere(_ value: Double, _ decimals: Int) throws {
    let example = Example(
      logits: [value, 0], target: [1, 0], reference: [1, 0], decimals: decimals)
    var model = model(example)
    let shown = formatted(value, decimals: decimals)
    let digits = abs(value) < 1e9 ? String(format: "%.\(decimals)f", abs(value)) : nil
    if let digits, digits.contains(where: { ("1"..."9").contains($0) }) {
      #expect(shown == (value < 0 ? "−" : "") + digits)
    }
    let place = "\(value) at \(decimals): \(shown)"
    let page = model.lessonPage(width: 76).lines
    #expect(page.contains { $0.contains("Here is \(shown) alone.") }, "\(place), prose: \(page)")
    let screen = view(model).lines
    // A number of the strip has room for 12 characters; noughts that say nothing are left out.
    if shown.count <= 12 {
      let brief =
        shown.contains(".") && !shown.contains("e")
        && Double(shown.replacing("−", with: "-")) == value
      let number = brief ? shown.replacing(/\.?0+$/, with: "") : shown
      #expect(screen.contains { $0.contains("scores z") && $0.contains(" \(number) ") }, "\(place)")
    }
    let hard = screen.filter { $0.contains("│ 1  ") }
    #expect(hard.contains { $0.contains(" \(shown)  ") }, "\(place), panel: \(screen)")

    let claim = try #require(model.snapshot.readings.claims.first)
    let formula = claim.reading.substituted(
      bindings: model.effectiveExample.bindings, decimals: decimals)
    let sides = text(of: formula).split(separator: "=")
    let isWhole = value == value.rounded() && abs(value) < 1e9
    let brief = isWhole ? String(shown.prefix { $0 != "." }) : shown
    #expect(sides == [brief[...], brief[...]], "\(place), formula: \(sides)")

    let term = try #require(model.snapshot.readings.walks.first?.tree.roots.first)
    model.screens.open(InspectionScreen(inspection: Inspection(formula: 0, term: term)))
    let inspected = try #require(model.snapshot.term).text
    #expect(inspected.hasSuffix("· \(shown)"), "\(place), inspection: \(inspected)")
    let plain = plainStep(
      model.place, of: model.course, example: example, tier: .unicode, width: 100)
    #expect(plain.contains { $0.contains("Here is \(shown) alone.") }, "\(place), plain: \(plain)")
    model.openLedger()
    let ledger = view(model).lines
    let inLedger = formatted(value, decimals: max(6, decimals))
    #expect(ledger.contains { $0.hasSuffix("  is            \(inLedger)") }, "\(place): \(ledger)")
  }

  @Test("for random scores and decimals", arguments: 0..<40 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let decimals = Int.random(in: 0...10, using: &random)
    let size = pow(10, Double.random(in: -11...11, using: &random))
    try expectEverywhere(random.next() % 2 == 0 ? size : -size, decimals)
    // Five behind the last digit, which no Double but a few halves is exactly.
    let tie = Double(Int.random(in: 1...999_999, using: &random) * 2 + 1) / 2 / pow(10, 5)
    try expectEverywhere(tie, 5)
  }

  @Test(
    "for the numbers where places used to differ",
    arguments: [
      0.00065, -0.0, -0.00004, 1e9, 999_999_999.5, 1_234_567.5, .leastNonzeroMagnitude, 0.004,
      -1e-9,
    ])
  func borders(value: Double) throws {
    for decimals in [0, 2, 4, 6, 10] { try expectEverywhere(value, decimals) }
  }

  @Test("exp z of a score beyond a Double is the formula's")
  func exponentials() throws {
    for score in [30, 1000, -1000, 20_000.0] {
      var model = try Model.fresh(
        at: "softmax:three-scores", size: Size(columns: 160, rows: 40))
      model.example = Example(logits: [score, 0], target: [1, 0], reference: [1, 0])
      let value = try Formula("e^{z_1}").value(
        names: .course, bindings: model.effectiveExample.bindings)
      #expect(formatted(Exponential(of: score), decimals: 4) == formatted(value, decimals: 4))
      #expect(view(model).lines.contains { $0.contains(formatted(value, decimals: 4)) })
    }
  }
}
