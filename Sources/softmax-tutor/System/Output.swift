import Lessons
import Notation
import Typesetting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error, written whole.
enum Output {
  /// Writes `text` to standard output. A reader that has gone away ends the program quietly, as
  /// `| head -1` expects; any other fault is an error, so that a full disk isn't taken for success.
  static func write(_ text: String) throws(Failure) {
    guard let code = put(text, on: STDOUT_FILENO) else { return }
    if code == EPIPE { exit(ExitStatus.success.rawValue) }
    throw .output(FileFailure(.write, FileFailure.standardOutput, code: code))
  }

  static func writeLine(_ line: String) throws(Failure) { try write(printable(line) + "\n") }

  /// Says one line on standard error. Nobody can be told if that fails.
  static func complain(_ line: String) {
    _ = put("softmax-tutor: " + printable(line) + "\n", on: STDERR_FILENO)
  }

  /// Says what is wrong at a place in a file: the sentence, the line, the caret under it.
  static func complain(_ diagnostic: Diagnostic) {
    let lines = diagnostic.text(in: .ofCommands).split(separator: "\n").map {
      printable(String($0))
    }
    _ = put(lines.joined(separator: "\n") + "\n", on: STDERR_FILENO)
  }

  /// Says what is wrong with a formula of the command line: the sentence, the formula, the caret.
  static func complain(_ diagnostic: FormulaDiagnostic, in source: String, at place: String = "") {
    let lines = (place + diagnostic.rendered(in: source, language: .ofCommands)).split(
      separator: "\n")
    _ = put(lines.map { printable(String($0)) + "\n" }.joined(), on: STDERR_FILENO)
  }

  /// The text with control characters, which a terminal would obey, shown as `?`. Text of a file or
  /// of the command line may hold some.
  static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "?" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// - Returns: nil, or the `errno` of the write that failed.
  private static func put(_ text: String, on descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = writeBytes(descriptor, rest.baseAddress, count: rest.count)
        if written >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        } else if errno == EAGAIN {
          // Someone else's non-blocking terminal: wait until it takes more.
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
