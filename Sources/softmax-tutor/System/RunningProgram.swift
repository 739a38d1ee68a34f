#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

enum RunningProgram {
  /// Links followed, so that a link in `bin` finds what stands beside the program; empty for the
  /// root's own entries, so that a name can be put after it and a slash.
  static let folder: String = {
    let program = resolved(path) ?? path
    let slash = program.utf8.lastIndex(of: UInt8(ascii: "/")) ?? program.startIndex
    return String(program[..<slash])
  }()

  private static var path: String {
    #if canImport(Darwin)
      var length: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &length)
      var bytes = [CChar](repeating: 0, count: Int(length) + 1)
      _ = _NSGetExecutablePath(&bytes, &length)
      return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
