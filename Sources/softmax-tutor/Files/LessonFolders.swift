#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder and the lesson files in it.
struct LessonFolder {
  var path: String
  var files: [(name: String, text: String)]

  /// Reads the lessons that stand in the folder itself; a README beside them is none.
  init(reading path: String) throws(Failure) {
    self.path = path
    files = []
    for name in LessonFolders.names(in: path)
    where name.hasSuffix(".md") && name.lowercased() != "readme.md" {
      do {
        guard let bytes = try FileBytes.read(path + "/" + name) else { continue }
        files.append((name, String(decoding: bytes, as: UTF8.self)))
      } catch { throw .file(error) }
    }
  }

  init(file path: String) throws(Failure) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts.removeLast())
    self.path = parts.joined(separator: "/")
    do throws(FileFailure) {
      guard let bytes = try FileBytes.read(path) else {
        throw FileFailure(.read, path, code: ENOENT)
      }
      files = [(name, String(decoding: bytes, as: UTF8.self))]
    } catch { throw .file(error) }
  }
}

/// Where the learner's own lessons are looked for.
struct LessonFolders {
  /// `--lessons` or `SOFTMAX_TUTOR_LESSONS`, with the name it was given by.
  var given: (path: String, by: String)?
  var directories: Directories

  /// The learner's own lessons: the folder given, then the one of the XDG rules; in each the files
  /// that stand in it and those of its folder for the language.
  func own(language: String) throws(Failure) -> [LessonFolder] {
    var folders: [LessonFolder] = []
    if let given {
      guard Self.isFolder(given.path) else { throw .noFolder(given.path, purpose: given.by) }
      folders = try Self.read(given.path, language: language)
      guard !folders.isEmpty else { throw .noLessons(given.path) }
    }
    if Self.isFolder(directories.ownLessons) {
      folders += try Self.read(directories.ownLessons, language: language)
    }
    return folders
  }

  private static func read(_ path: String, language: String) throws(Failure) -> [LessonFolder] {
    var folders = [try LessonFolder(reading: path)]
    let inside = path + "/" + language
    if isFolder(inside) { folders.append(try LessonFolder(reading: inside)) }
    return folders.filter { !$0.files.isEmpty }
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

  static func folders(in folder: String) -> [String] {
    names(in: folder).filter { isFolder(folder + "/" + $0) }
  }
}
