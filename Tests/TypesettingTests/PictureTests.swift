import Foundation
import Notation
import Testing

@Suite("Formula pictures")
struct PictureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pictures")

  static let documents: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  /// The formulas of all documents, by title.
  static let formulas: [(id: String, latex: String)] = documents.flatMap { name in
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return PictureDocument(text ?? "").blocks.map { ($0.title, $0.latex) }
  }

  @Test("every document shows what the typesetter draws", arguments: documents)
  func documentIsCurrent(name: String) throws {
    let file = Self.folder.appending(path: name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let drawn = PictureDocument(written).drawn()
    guard written != drawn else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was rewritten: read the difference, then run again without RECORD")
    } else {
      Issue.record(
        "\(name) is not what is drawn (RECORD=1 rewrites it):\n\(lineDifferences(written, drawn))")
    }
  }

  @Test("the documents hold at least sixty formulas of the five texts, and every topic")
  func documentsAreComplete() throws {
    let texts = try Self.documents.filter { $0.hasPrefix("text-") }.map {
      PictureDocument(
        try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8)
      ).blocks.count
    }
    #expect(texts.reduce(0, +) >= 60)
    #expect(Self.documents.count >= 10)
  }
}
