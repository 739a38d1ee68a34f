import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gathers what ncurses draws, and sends it in one piece.
///
/// ncurses writes whenever it has moved the cursor, thirty times for a screen. Over ssh each of
/// these may be a packet of its own, and whoever reads at the other end is woken for each. So while it
/// draws, its descriptor leads to a file in memory, where the system has such files.
final class WholeFrames {
  private let descriptor: Int32
  private let output: Output
  private let terminal: Int32
  private let memory: Int32
  private var isNextDirect = false

  /// - Parameter descriptor: what ncurses writes to.
  /// - Parameter output: the same terminal.
  init(descriptor: Int32, output: Output) {
    self.descriptor = descriptor
    self.output = output
    terminal = dup(descriptor)
    memory = cn_memory_file()
  }

  deinit {
    if memory >= 0 { close(memory) }
    if terminal >= 0 { close(terminal) }
  }

  /// The next screen is drawn straight to the terminal. After a stop ncurses first sets the
  /// terminal's modes again, by the same descriptor.
  func drawNextDirectly() { isNextDirect = true }

  func draw(_ body: () -> Void) {
    defer { isNextDirect = false }
    guard !isNextDirect, memory >= 0, terminal >= 0, dup2(memory, descriptor) >= 0 else {
      return body()
    }
    body()
    dup2(terminal, descriptor)
    send()
  }

  private func send() {
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    output.send(bytes)
  }
}
