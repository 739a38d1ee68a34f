#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at an end of the program: a terminal, a pipe, a file.
enum StandardStream: Int32 {
  case input = 0
  case output = 1

  var isTerminal: Bool { isatty(rawValue) == 1 }

  var isPipeOrFile: Bool {
    var status = stat()
    guard fstat(rawValue, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG].contains(status.st_mode & S_IFMT)
  }

  /// Of the terminal; nil for anything else.
  var columns: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
