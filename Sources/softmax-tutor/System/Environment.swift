// `environ` is a variable of C, which another thread might change; this program has set nothing
// and has one thread when it reads it.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program was started with.
enum Environment {
  static let variables: [String: String] = {
    var variables: [String: String] = [:]
    var next = entries
    while let entry = next?.pointee {
      let words = String(cString: entry).utf8
        .split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if words.count == 2 { variables[words[0]] = words[1] }
      next = next?.successor()
    }
    return variables
  }()

  private static var entries: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      _NSGetEnviron().pointee
    #else
      environ
    #endif
  }

  /// The home of the user that runs the program, where HOME does not say it.
  static var homeFolder: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
  }
}
