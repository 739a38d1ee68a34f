import TutorApp

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The progress file: read, merged into, set aside, never deleted.
struct ProgressFile: Hashable {
  var path: String

  enum Content: Hashable {
    case none
    case progress(Progress)
    case unusable(Fault)

    var progress: Progress? { if case .progress(let progress) = self { progress } else { nil } }
  }

  /// Why a file that is there can't be used.
  enum Fault: Hashable, CustomStringConvertible {
    case damaged
    case newer(version: Int)

    /// Inside a sentence.
    var description: String { CommandWords.of(.ofCommands).reason(self) }
  }

  func read() throws(FileFailure) -> Content {
    guard let bytes = try FileBytes.read(path) else { return .none }
    return Self.decode(bytes)
  }

  /// Writes `progress`, joined with what another session has finished in the meantime.
  func merge(_ progress: Progress) throws(FileFailure) {
    try FileBytes.createFolder(folder)
    let lock = FileLock(path + ".lock")
    defer { lock.release() }
    var joined = progress
    switch try read() {
    case .none: break
    case .progress(let other): joined = progress.merging(other)
    case .unusable: try setAside()
    }
    try FileBytes.replace(path, with: Self.encode(joined))
  }

  /// Renames the file to `….bak`, or to `….bak2` and so on: an older one is never overwritten.
  ///
  /// - Returns: where it is now.
  @discardableResult
  func setAside() throws(FileFailure) -> String {
    for number in 1... {
      let backup = path + ".bak" + (number == 1 ? "" : String(number))
      // A hard link fails where the name is taken, which a rename would silently replace.
      if link(path, backup) == 0 {
        unlink(path)
        return backup
      }
      if errno == EEXIST { continue }
      // A file system without hard links.
      if access(backup, F_OK) != 0, rename(path, backup) == 0 { return backup }
      if access(backup, F_OK) != 0 { throw FileFailure(.write, backup, code: errno) }
    }
    return path
  }

  private var folder: String {
    path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }
}

/// Two tutors that save at the same moment wait for each other here.
private struct FileLock {
  private let descriptor: Int32

  /// Waits two seconds at most, and goes on without the lock where a file system has none: a
  /// saved file matters more than the rare chance that two are saved in the same instant.
  init(_ path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    for _ in 0..<200 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(10_000)
    }
  }

  func release() {
    guard descriptor >= 0 else { return }
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
