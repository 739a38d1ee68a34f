import Lessons
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

/// Every panel, for every kind of example that can be entered, in all sizes.
@Suite("Panels draw something true for any numbers")
struct ExtremePanelTests {
  static let logits: [[Double]] = [
    [2, 1, 0], [1e308, -1e308, 0], [-.infinity, 1, 0], [-.infinity, -.infinity, 3], [0, 0],
    [1000, -1000], [1e-300, 0, 0], [710, 709, 0], [-745.2, 0], [7, 7, 7, 7],
    (0..<12).map { Double($0) * 1.3 - 4 },
    [1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, -1e308],
  ]

  static let examples: [Example] = logits.enumerated().flatMap { place, logits -> [Example] in
    let count = logits.count
    let soft = Example.descendingWeights(count)
    let hot = Example.oneHot(count - 1, of: count)
    let first = Example.oneHot(0, of: count)
    return [0, 1, 0.01, .infinity, 1e308].enumerated().map { turn, temperature in
      let weights = [soft, hot, first][(place + turn) % 3]
      return Example(
        logits: logits, target: weights, reference: [first, soft, hot][(place + turn) % 3],
        temperature: temperature, unit: InformationUnit.allCases[(place + turn) % 3],
        i: count - 1, j: 0)
    }
  }

  private func expectSound(_ lines: [String], _ what: String) {
    for line in lines {
      let lower = line.lowercased()
      for word in ["nan", "undefined", "?", "nil", "optional"] {
        #expect(!lower.contains(word), "\(what): “\(line)”")
      }
    }
  }

  @Test(
    "nothing undefined, in words or drawn, and never outside of its place",
    arguments: PanelDraft.fences)
  func sound(fence: String) {
    for example in Self.examples {
      let draft = PanelDraft(fence, example)
      let what = "\(fence) \(example.logits) T \(example.temperature) \(example.unit)"
      let sentences = draft.panel.sentences(draft.look())
      #expect(!sentences.isEmpty)
      expectSound(sentences, what)
      let known = numbers(in: sentences.joined(separator: "\n")).union(Self.ticks)
      for (width, rows) in [(56, 6), (40, 12), (58, 9), (78, 24), (110, 30)] {
        let canvas = draft.drawn(width: width, rows: rows)
        #expect(
          canvas.size.columns == width && canvas.size.rows <= rows, "\(what) \(width)×\(rows)")
        expectSound(canvas.lines, what)
        #expect(canvas.lines.contains { !$0.isEmpty })
        // A number that was cut is no number that its sentences know.
        let cut = numbers(in: canvas.lines.joined(separator: "\n")).subtracting(known)
        #expect(cut.isEmpty, "\(what) at \(width)×\(rows): \(cut)")
      }
      let ascii = draft.drawn(width: 58, rows: 12, tier: .ascii).lines
      #expect(ascii.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(what): \(ascii)")
    }
  }

  /// Numbers with a decimal point.
  private func numbers(in text: String) -> Set<String> {
    Set(text.matches(of: /\d+\.\d+(e[+−]\d+)?/).map { String($0.output.0) })
  }

  private static let ticks: Set<String> = ["0.1", "0.2", "0.25", "0.5", "0.75", "2.5", "0.05"]

  @Test("wider shows more, never less", arguments: PanelDraft.fences)
  func wider(fence: String) {
    for example in [Example(), Example(logits: [-.infinity, 1000, 3], temperature: 0.5)] {
      let draft = PanelDraft(fence, example)
      var shown: Set<String> = []
      for width in 36...110 {
        let now = numbers(in: draft.drawn(width: width, rows: 24).lines.joined(separator: "\n"))
          .subtracting(Self.ticks)
        #expect(now.isSuperset(of: shown), "\(fence) at \(width): \(shown.subtracting(now))")
        shown = now
      }
    }
  }

  @Test("what a panel says it needs is enough to show each class", arguments: PanelDraft.fences)
  func rows(fence: String) {
    for count in [2, 3, 12] {
      let example = Example(
        logits: (0..<count).map { Double($0) / 7 }, target: Example.oneHot(0, of: count),
        reference: Example.descendingWeights(count))
      let draft = PanelDraft(fence, example)
      for width in [58, 110] {
        let panel = draft.panel
        let (least, full) = (panel.rows(for: width), panel.fullRows(for: width))
        #expect(full >= least)
        for rows in [least, full] {
          let canvas = draft.drawn(width: width, rows: rows)
          #expect(canvas.size.rows <= rows)
          #expect(
            !canvas.lines.contains { $0.contains("classes ") && $0.contains(" of ") }, "\(fence)")
        }
      }
    }
  }

  @Test("sentences have no bar, no frame and no dots", arguments: PanelDraft.fences)
  func sentences(fence: String) {
    let draft = PanelDraft(fence)
    for line in draft.panel.sentences(draft.look()) {
      let drawing = line.unicodeScalars.filter {
        (0x2500...0x25FF).contains($0.value) || (0x2800...0x28FF).contains($0.value)
      }
      #expect(drawing.isEmpty, "\(line)")
    }
  }
}
