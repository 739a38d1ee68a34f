import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes for the terminal that ncurses has no call for. They go past its buffer, so only when it
/// has nothing pending.
struct Output {
  let descriptor: Int32

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, 1000) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }

  /// What brings the terminal named by the current terminfo entry back to what a shell expects:
  /// paste marks, mouse and colours off, the ordinary screen, the cursor seen.
  static func resetBytes(term: String) -> [UInt8] {
    let modes =
      TerminalName.hasXtermReports(term) ? "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l" : ""
    let capabilities = ["op", "sgr0", "rmkx", "rmcup", "cnorm"].map(capability).joined()
    return Array((modes + capabilities + "\r\n").utf8)
  }

  /// The bytes of a terminfo capability, without the delays that only old hardware needs
  /// (`$<5>`).
  static func capability(_ name: String) -> String {
    guard let found = cn_capability(name) else { return "" }
    var text = String(cString: found)
    while let start = text.firstIndex(of: "$"), text[start...].hasPrefix("$<"),
      let end = text[start...].firstIndex(of: ">")
    {
      text.removeSubrange(start...end)
    }
    return text
  }
}

/// RFC 4648 Base64, as OSC 52 wants the clipboard.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
    }
  }
  return text
}
