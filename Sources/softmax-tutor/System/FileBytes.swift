#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole files, by the system's own calls, so that every fault keeps its reason.
enum FileBytes {
  /// - Returns: nil if there is no such file.
  static func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileFailure(.read, path, code: errno)
    }
    defer { close(descriptor) }
    guard let bytes = readAll(descriptor) else { throw FileFailure(.read, path, code: errno) }
    return bytes
  }

  /// Everything up to the end of the file; nil with `errno` set if a read failed.
  static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // One more than a file has, so that the end is found without another chunk; some files of the
    // system say they have none.
    let length = isFile ? max(4_095, Int(clamping: status.st_size)) + 1 : 65_536
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: min(length, 65_536)) { buffer, filled in
        guard let start = buffer.baseAddress else { return }
        count = readBytes(descriptor, into: start, count: buffer.count)
        filled = max(0, count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      } else if errno != EINTR {
        return nil
      }
    }
  }

  /// Puts `bytes` at `path` so that a reader, also after a power cut, finds the old file or the new
  /// one and never a part: a temporary file in the same folder, flushed, renamed over the old one.
  ///
  /// A symbolic link stays one: what it points at is replaced.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    let target = resolved(path)
    let temporary = target + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(.write, path, code: errno) }
    var fault = writeAll(bytes, on: descriptor)
    if fault == nil, fsync(descriptor) != 0 { fault = errno }
    if close(descriptor) != 0, fault == nil { fault = errno }
    if fault == nil, rename(temporary, target) != 0 { fault = errno }
    if let fault {
      unlink(temporary)
      throw FileFailure(.write, path, code: fault)
    }
  }

  private static func writeAll(_ bytes: [UInt8], on descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let written = writeBytes(descriptor, rest.baseAddress, count: rest.count)
        if written >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the folder and those above it, readable by their owner only.
  static func createFolder(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    guard code == ENOENT, !parent.isEmpty else { throw FileFailure(.create, path, code: code) }
    try createFolder((path.hasPrefix("/") ? "/" : "") + parent)
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileFailure(.create, path, code: errno) }
  }
}
