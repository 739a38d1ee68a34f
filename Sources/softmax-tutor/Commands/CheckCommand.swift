import ArgumentParser
import Lessons

/// `check`: whether lessons are right, for those who write them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: HelpText.check.text,
    discussion: HelpText.aboutCheck.text)

  @Argument(
    help: ArgumentHelp(
      .lessonFolder, valueName: "path"),
    transform: TypedWord.asTyped)
  var path: String?

  @Flag(help: .says(.oneObject))
  var json = false

  @Option(help: ArgumentHelp(.seed, valueName: "n"))
  var seed: UInt64 = CheckSettings().seed

  @Option(
    help: ArgumentHelp(.examples, valueName: "n"))
  var examples = CheckSettings().examples

  func run() throws {
    guard (0...10_000).contains(examples) else {
      throw Failure.outOfRange(
        option: "--examples", text: String(examples), range: .numbers(from: 0, to: 10_000))
    }
    let found = try folders()
    let report = CheckReport(
      found.folders, unreadable: found.unreadable, CheckSettings(examples: examples, seed: seed))
    try Output.write(json ? report.json : report.text)
    if report.hasErrors { throw ExitCode(ExitStatus.badLesson.rawValue) }
  }

  private typealias Found = (folders: [LessonFolder], unreadable: [FileFailure])

  private func folders() throws(Failure) -> Found {
    guard let path else {
      let root = try ShippedLessons.root()
      return try Self.folders(in: root)
    }
    guard LessonFolders.isFolder(path) else { return ([try LessonFolder(file: path)], []) }
    let found = try Self.folders(in: path)
    guard !found.folders.isEmpty || !found.unreadable.isEmpty else { throw .noLessons(path) }
    return found
  }

  /// The folder itself and those in it, as a course has one for each language. What can't be read
  /// keeps no other lesson from being checked.
  private static func folders(in path: String) throws(Failure) -> Found {
    var found: Found = ([], [])
    for folder in [path] + LessonFolders.folders(in: path).map({ path + "/" + $0 }) {
      var lessons: [LessonFolder] = []
      for name in LessonFolders.names(in: folder)
      where name.hasSuffix(".md") && name.lowercased() != "readme.md" {
        do throws(Failure) {
          lessons.append(try LessonFolder(file: folder + "/" + name))
        } catch {
          guard case .file(let failure) = error else { throw error }
          found.unreadable.append(failure)
        }
      }
      guard var whole = lessons.first else { continue }
      whole.files = lessons.flatMap(\.files)
      found.folders.append(whole)
    }
    return found
  }
}
