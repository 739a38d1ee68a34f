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
      if let sign = strchr(entry, CInt(UInt8(ascii: "="))) {
        let name = UnsafeRawBufferPointer(start: entry, count: entry.distance(to: sign))
        variables[String(decoding: name, as: UTF8.self)] = String(cString: sign + 1)
      }
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
