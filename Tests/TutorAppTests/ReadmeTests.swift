import Foundation
import Lessons
import Notation
import Testing
import TextGrid

@testable import TutorApp

/// The README shows what the program is: its key table and its picture are the program's own.
/// `RECORD=1` rewrites both, and fails.
@Suite("The README")
struct ReadmeTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  @Test("its key table is the program's")
  func keys() throws {
    try expect(KeyTable.markdown(.of(.english)), between: "<!-- keys -->", and: "<!-- /keys -->")
  }

  @Test("its picture is a frame of the program")
  func picture() throws {
    let model = try Model.fresh(at: "p-minus-y:by-cases").after("→ → → →")
    let lines = view(model).lines
    try expect(
      "```text\n" + lines.joined(separator: "\n") + "\n```\n",
      between: "<!-- picture: p-minus-y 80x24 -->", and: "<!-- /picture -->")
  }

  private func expect(_ wanted: String, between start: String, and end: String) throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let opening = try #require(text.range(of: start + "\n"))
    let closing = try #require(text.range(of: end, range: opening.upperBound..<text.endIndex))
    let found = String(text[opening.upperBound..<closing.lowerBound])
    guard found != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let changed = text.replacingCharacters(
        in: opening.upperBound..<closing.lowerBound, with: wanted)
      try changed.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("README.md rewritten; look at it, then run again without RECORD")
    } else {
      Issue.record("README.md differs:\n\(lineDifference(from: found, to: wanted))")
    }
  }
}
