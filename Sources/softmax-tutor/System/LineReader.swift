#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines of standard input, one at a time, until its end.
final class LineReader {
  private var waiting: [UInt8] = []
  private var isAtEnd = false

  /// - Returns: nil at the end of input, and when reading fails.
  func next() -> String? {
    while !isAtEnd {
      if let end = waiting.firstIndex(of: 0x0A) {
        defer { waiting.removeFirst(end + 1) }
        return String(decoding: waiting[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        waiting += chunk.prefix(count)
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
    guard !waiting.isEmpty else { return nil }
    defer { waiting = [] }
    return String(decoding: waiting, as: UTF8.self)
  }
}
