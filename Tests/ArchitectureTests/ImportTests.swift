import Testing

@Suite("Who may import whom")
struct ImportTests {
  @Test("every module of the package has a row in the table")
  func tableIsComplete() {
    #expect(Set(Architecture.modules).subtracting(Architecture.allowed.keys) == [])
  }

  @Test(
    "a module imports what stands in its row, and nothing else", arguments: Architecture.modules)
  func importsStayInTheirRow(module: String) {
    let allowed = Architecture.allowed[module, default: []]
    for source in Architecture.sources(of: module) {
      for imported in source.imports {
        #expect(allowed.contains(imported), "\(source.path) imports \(imported)")
      }
    }
  }

  @Test("the sources are found: each module has a file, or the table is checked against nothing")
  func sourcesAreFound() {
    let inC = ["CNCurses", "CSoftmaxKernels", "CourseFiles"]
    for module in Architecture.modules where !inC.contains(module) {
      #expect(!Architecture.sources(of: module).isEmpty, "\(module)")
    }
  }

  @Test(
    "import lines are understood in all their forms",
    arguments: [
      "import TutorApp", "public import TutorApp", "@testable import TutorApp",
      "import struct TutorApp.Progress", "  fileprivate import TutorApp",
      "@_exported import TutorApp",
    ])
  func formsOfImport(line: String) {
    #expect(SourceFile(path: "", text: "// a file\n" + line + "\n").imports == ["TutorApp"])
  }

  @Test("words about imports are no imports", arguments: ["// import TutorApp", "let import1 = 2"])
  func notAnImport(line: String) {
    #expect(SourceFile(path: "", text: line).imports == [])
  }
}

@Suite("What no source file holds")
struct ForbiddenTextTests {
  /// Spelled in two halves, so that a search of the tree finds none here either.
  private static let words = [
    "try" + "!", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME", "XX" + "X",
  ]

  @Test("nothing unfinished and no trap in place of an error", arguments: words)
  func nothingUnfinished(word: String) {
    for module in Architecture.modules {
      for source in Architecture.sources(of: module) {
        #expect(!source.text.contains(word), "\(source.path)")
      }
    }
  }
}
