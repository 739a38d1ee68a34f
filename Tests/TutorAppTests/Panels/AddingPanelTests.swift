import Foundation
import Lessons
import Testing

@testable import TutorApp

/// What docs/screens-and-panels.md promises who adds a panel: three files.
@Suite("Adding a panel")
struct AddingPanelTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
  }

  private func files() throws -> [(path: String, text: String)] {
    try ["Sources/TutorApp", "Sources/Lessons", "Sources/softmax-tutor"].flatMap { folder in
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: Self.root.appendingPathComponent(folder).path)
      return try names.filter { $0.hasSuffix(".swift") }.map {
        (folder + "/" + $0, try text(folder + "/" + $0))
      }
    }
  }

  @Test(
    "a panel stands in its own file, by its name in one other, and in the table for authors",
    arguments: PanelRequest.Kind.allCases)
  func three(kind: PanelRequest.Kind) throws {
    let own = try files().filter { $0.text.contains("var \(kind.rawValue): Drawing") }.map(\.path)
    // The fence's name, and the file of the panel.
    #expect(own.count == 2 && own.contains("Sources/Lessons/Panel.swift"), "\(own)")
    #expect(
      own.contains { $0.hasPrefix("Sources/TutorApp/Panels/") && $0.hasSuffix("Panel.swift") })
    let rows = try text("lessons/README.md").split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("| `\(kind.rawValue):") })
  }

  @Test("nothing else names one")
  func nothingElse() throws {
    // Other types have cases of the same names.
    let others = try files().filter {
      $0.text.contains("PanelRequest") && $0.path != "Sources/Lessons/Panel.swift"
    }
    #expect(others.count > 4)
    for file in others {
      for kind in PanelRequest.Kind.allCases {
        let names = ["case .\(kind.rawValue)", "kind == .\(kind.rawValue)"]
        #expect(!names.contains(where: file.text.contains), "\(file.path): \(kind)")
      }
    }
  }

  @Test("the three files are named to who wants to add one")
  func document() throws {
    for path in ["CONTRIBUTING.md", "docs/screens-and-panels.md"] {
      let document = try text(path)
      for name in [
        "Sources/TutorApp/Panels/NamePanel.swift", "Sources/Lessons/Panel.swift",
        "lessons/README.md",
      ] {
        #expect(document.contains(name), "\(path): \(name)")
      }
    }
  }
}
