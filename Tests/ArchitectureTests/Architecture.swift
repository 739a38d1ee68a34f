import Foundation

/// Who may import whom. What stands in no row is allowed nowhere.
enum Architecture {
  /// The C library, which is needed for `exp` and `log`, descriptors and signals.
  static let systemLibrary: Set<String> = ["Glibc", "Musl", "Darwin"]

  static let allowed: [String: Set<String>] = [
    "CSoftmaxKernels": [],
    "SoftmaxCore": systemLibrary,
    "SoftmaxArrays": ["SoftmaxCore", "CSoftmaxKernels"],
    "SoftmaxFoundation": ["SoftmaxCore", "Foundation"],
    "TextGrid": [],
    "Notation": ["Synchronization"],
    "Typesetting": ["Notation", "TextGrid"],
    "Meaning": systemLibrary.union(["Notation", "SoftmaxCore", "Synchronization"]),
    "Lessons": systemLibrary.union([
      "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid", "Synchronization",
    ]),
    "TutorApp": systemLibrary.union([
      "Lessons", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
      "Synchronization",
    ]),
    "Accuracy": ["SoftmaxArrays", "SoftmaxCore"],
    "Benchmarks": systemLibrary.union(["SoftmaxArrays", "SoftmaxCore"]),
    "TerminalBenchmarks": systemLibrary,
    "Mutations": systemLibrary.union([
      "Lessons", "Meaning", "Notation", "SoftmaxCore", "Foundation",
    ]),
    "CNCurses": [],
    "CourseFiles": [],
    "CursesTerminal": systemLibrary.union(["CNCurses", "TextGrid"]),
    "softmax-tutor": systemLibrary.union([
      "TutorApp", "Lessons", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
      "CursesTerminal",
      "ArgumentParser",
    ]),
  ]

  /// The package's folder, from where this file stands.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let modules: [String] = names(in: root.appending(path: "Sources"))

  static func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The Swift files of a module, folders inside included.
  static func sources(of module: String) -> [SourceFile] {
    sources(in: root.appending(path: "Sources").appending(path: module), as: module)
  }

  /// The Swift files of all tests, their paths from the package's folder.
  static let testSources: [SourceFile] = sources(in: root.appending(path: "Tests"), as: "Tests")

  private static func sources(in folder: URL, as path: String) -> [SourceFile] {
    names(in: folder).flatMap { name -> [SourceFile] in
      let (url, path) = (folder.appending(path: name), path + "/" + name)
      if name.hasSuffix(".swift") {
        return [SourceFile(path: path, text: (try? String(contentsOf: url, encoding: .utf8)) ?? "")]
      }
      return sources(in: url, as: path)
    }
  }
}

/// A source file's text, and the modules it imports.
struct SourceFile {
  var path: String
  var text: String

  var imports: [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      // `public import struct Module.Type` names the module last, before the point.
      let words = line.split { " \t".contains($0) }
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.first == "@" || Self.accessLevels.contains($0) })
      else { return nil }
      let rest = words[(place + 1)...].drop { Self.kinds.contains($0) }
      return rest.first.flatMap { $0.split(separator: ".").first }.map(String.init)
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
