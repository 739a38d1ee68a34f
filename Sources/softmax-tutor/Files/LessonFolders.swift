import Foundation

/// A lesson file as it was found: its path and its text.
struct LessonFile: Hashable {
  var path: String
  var text: String

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// Where lessons are looked for.
struct LessonFolders {
  /// `--lessons` or `SOFTMAX_TUTOR_LESSONS`, with the name it was given by.
  var given: (path: String, by: String)?
  var directories: Directories

  /// Folders in which the shipped lessons may be, nearest to the program first.
  static let shipped: [String] = {
    let program = programFolder
    return [
      // What the package manager puts beside a program it has built.
      program + "/softmax-tutor_softmax-tutor.resources/lessons",
      program + "/softmax-tutor_softmax-tutor.bundle/lessons",
      program + "/../share/softmax-tutor/lessons",
    ]
  }()

  /// The languages that the shipped course has.
  static func shippedLanguages() throws(Failure) -> [String] {
    try folders(in: shippedRoot())
  }

  static func shippedRoot() throws(Failure) -> String {
    guard let root = shipped.first(where: isFolder) else {
      throw .noShippedLessons(searched: shipped)
    }
    return root
  }

  static func files(in folder: String) throws(Failure) -> [LessonFile] {
    var files: [LessonFile] = []
    for name in names(in: folder) where isLessonName(name) {
      let path = folder + "/" + name
      do {
        guard let bytes = try FileBytes.read(path) else { continue }
        files.append(LessonFile(path: path, text: String(decoding: bytes, as: UTF8.self)))
      } catch { throw .file(error) }
    }
    return files
  }

  /// `NN-slug.md`; a README beside the lessons is none.
  static func isLessonName(_ name: String) -> Bool {
    guard name.hasSuffix(".md"), let dash = name.firstIndex(of: "-") else { return false }
    return dash > name.startIndex && name[..<dash].allSatisfy(\.isWholeNumber)
  }

  /// The learner's own lessons: the folder given, then the one of the XDG rules. Files of a
  /// language folder inside count, and those that stand in the folder itself.
  func ownFiles(language: String) throws(Failure) -> [LessonFile] {
    var files: [LessonFile] = []
    if let given {
      guard Self.isFolder(given.path) else { throw .noFolder(given.path, purpose: given.by) }
      let found = try Self.filesByLanguage(in: given.path, language: language)
      guard !found.isEmpty else { throw .noLessons(given.path) }
      files += found
    }
    if Self.isFolder(directories.ownLessons) {
      files += try Self.filesByLanguage(in: directories.ownLessons, language: language)
    }
    return files
  }

  private static func filesByLanguage(in folder: String, language: String) throws(Failure)
    -> [LessonFile]
  {
    let inside = folder + "/" + language
    return try files(in: folder) + (isFolder(inside) ? files(in: inside) : [])
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted; hidden ones left out.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func folders(in folder: String) -> [String] {
    names(in: folder).filter { isFolder(folder + "/" + $0) }
  }

  /// The folder of the running program, links followed, so that a link in `bin` finds its lessons.
  private static let programFolder: String = {
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }()
}
