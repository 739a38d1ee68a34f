/// The lessons that come with the program, found from where the program itself is: neither the
/// folder it was built in nor the one it is started in matters.
enum ShippedLessons {
  /// Where they may be, nearest to the program first.
  static let folders: [String] = {
    let folder = RunningProgram.folder
    return [
      // What the package manager puts beside a program it has built, on Linux and on macOS.
      folder + "/softmax-tutor_CourseFiles.resources/lessons",
      folder + "/softmax-tutor_CourseFiles.bundle/lessons",
      // What is installed, under any prefix: bin and share are neighbours. Under ~/.local the
      // neighbour called lessons holds the learner's own.
      parent(folder) + "/share/softmax-tutor/course",
    ]
  }()

  static func root() throws(Failure) -> String {
    guard let root = folders.first(where: LessonFolders.isFolder) else {
      throw .noShippedLessons(searched: folders)
    }
    return root
  }

  /// The languages that the course has.
  static func languages() throws(Failure) -> [String] { LessonFolders.folders(in: try root()) }

  /// The folder that holds an absolute path; empty for the root's own entries, so that a name can
  /// be put after it.
  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
