#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file operation that failed: what was done, to which path, and the system's reason.
struct FileFailure: Error, Hashable, CustomStringConvertible {
  enum Operation: Hashable {
    case read, write, create
  }

  var operation: Operation
  var path: String
  /// The system's error number.
  var code: Int32

  init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
  var reason: String { String(cString: strerror(code)) }
  var description: String { CommandWords.of(.ofCommands).sentence(self) }
}
