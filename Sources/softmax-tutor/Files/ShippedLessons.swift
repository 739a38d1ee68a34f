#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lessons that come with the program, found from where the program itself is: neither the
/// folder it was built in nor the one it is started in matters.
enum ShippedLessons {
  /// Where they may be, nearest to the program first.
  static let folders: [String] = programPath.map { folders(besides: $0) } ?? []

  static func root() throws(Failure) -> String {
    guard let root = folders.first(where: LessonFolders.isFolder) else {
      throw .noShippedLessons(searched: folders)
    }
    return root
  }

  /// The languages that the course has.
  static func languages() throws(Failure) -> [String] { LessonFolders.folders(in: try root()) }

  private static func folders(besides program: String) -> [String] {
    let folder = parent(program)
    return [
      // What the package manager puts beside a program it has built, on Linux and on macOS.
      folder + "/softmax-tutor_softmax-tutor.resources/lessons",
      folder + "/softmax-tutor_softmax-tutor.bundle/lessons",
      // What is installed, under any prefix: bin and share are neighbours. Under ~/.local the
      // neighbour called lessons holds the learner's own.
      parent(folder) + "/share/softmax-tutor/course",
    ]
  }

  /// The folder that holds an absolute path; empty for the root's own entries, so that a name can
  /// be put after it.
  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The running program, links followed, so that a link in another `bin` finds the same lessons.
  private static let programPath: String? = {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var name = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&name, &size) == 0, let path = realpath(name, nil) else {
        return nil
      }
    #else
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
    #endif
    defer { free(path) }
    return String(cString: path)
  }()
}
