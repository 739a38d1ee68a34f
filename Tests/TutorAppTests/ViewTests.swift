import Foundation
import Testing

@testable import TutorApp

/// `view` places what the snapshot holds. A drawing that reads, evaluates or typesets would do it
/// again at every paint.
@Suite("Drawing computes nothing")
struct ViewTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/TutorApp")

  /// What reads, resolves, evaluates, judges or typesets, and what computes with vectors.
  private static let work = [
    "Reading(", "Formula(", "TypedFormula(", "StepReadings(", "StepClaims(", "Quantities(",
    "Exponential(of", ".bindings", ".value(", ".judged(", ".substituted(", ".centralDifference(",
    "typeset(", "typesetInline(", "inlineText(", "inlinePicture(", ".picture(of", "softmax(",
    "information(", "entropy(", "RandomExamples", ".search(", "SnapshotMaker", "maker.",
    "import SoftmaxCore",
  ]

  private static func text(_ file: String) throws -> String {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  private static func files() throws -> [String] {
    let others = [
      "View", "KeyRow", "Frame", "StripDrawing", "Strip", "Table",
    ]
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      path.hasSuffix("+Drawing.swift") || others.contains { path.hasSuffix("/\($0).swift") }
    }
  }

  @Test("no file that draws a screen does any of it")
  func screens() throws {
    let files = try Self.files()
    #expect(files.count >= 12)
    for file in files {
      let text = try Self.text(file)
      for work in Self.work where text.contains(work) { Issue.record("\(file) has \(work)") }
    }
  }

  @Test("no panel does any of it after it was made")
  func panels() throws {
    let panels = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix("Panel.swift") && $0 != "Panels/Panel.swift" }
    #expect(panels.count >= 14)
    for file in panels {
      // Its data are computed in `init`, which stands before all that draws.
      let parts = try Self.text(file).components(separatedBy: "func ")
      for work in Self.work.dropLast() where parts.dropFirst().joined().contains(work) {
        Issue.record("\(file) has \(work) where it draws")
      }
    }
  }
}
