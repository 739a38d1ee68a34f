import Foundation

/// What is in a folder, for comparing before and after.
enum Folder {
  /// Paths of everything under it, folders with a slash at their end, sorted.
  static func contents(of path: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.map { isFolder(path + "/" + $0) ? $0 + "/" : $0 }.sorted()
  }

  /// The paths of its files alone.
  static func files(of path: String) -> [String] {
    contents(of: path).filter { !$0.hasSuffix("/") }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && isFolder.boolValue
  }
}
