import Foundation
import Lessons

/// The lessons of this repository, read from their folder.
enum ShippedCourse {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons/en")

  static let files: [(name: String, text: String)] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return text.map { (name: name, text: $0) }
    }
  }()

  static let english = Course(files: files, language: "en")
  static let slugs = english.lessons.map(\.slug)
}
