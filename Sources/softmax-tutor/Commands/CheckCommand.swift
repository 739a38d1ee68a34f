import ArgumentParser

/// `check`: whether lessons are right, for those who write them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: that they can be read and their formulas drawn.")

  @Argument(
    help: ArgumentHelp(
      "A folder of lessons or one file; the shipped ones by default.", valueName: "path"))
  var path: String?

  func run() throws {
    let report = CheckReport(try folders())
    try Output.write(report.text)
    if report.hasErrors { throw ExitCode(ExitStatus.badLesson.rawValue) }
  }

  private func folders() throws(Failure) -> [LessonFolder] {
    guard let path else {
      let root = try LessonFolders.shippedRoot()
      return try Self.folders(in: root)
    }
    guard LessonFolders.isFolder(path) else { return [try LessonFolder(file: path)] }
    let folders = try Self.folders(in: path)
    guard !folders.isEmpty else { throw .noLessons(path) }
    return folders
  }

  /// The folder itself and those in it, as a course has one for each language.
  private static func folders(in path: String) throws(Failure) -> [LessonFolder] {
    var folders = [try LessonFolder(reading: path)]
    for name in LessonFolders.folders(in: path) {
      folders.append(try LessonFolder(reading: path + "/" + name))
    }
    return folders.filter { !$0.files.isEmpty }
  }
}
