import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processes of this machine, asked of the system itself: `ps` and `pgrep` need not be there.
enum Processes {
  /// What the system counts of a process. Neither moves while it sleeps.
  struct Activity: Equatable {
    /// Hundredths of a second on Linux, nanoseconds on macOS.
    var processorTime: UInt64
    /// How often it was woken or had to wait: a timer that does next to nothing shows here.
    var switches: UInt64
  }

  #if os(Linux)
    static func children(of parent: pid_t) -> [pid_t] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { pid_t($0) }.filter { status(of: $0)?.parent == parent }.sorted()
    }

    /// Whether it runs or sleeps; one that has ended and that nobody has asked about is gone.
    static func isAlive(_ process: pid_t) -> Bool {
      status(of: process).map { !["Z", "X"].contains($0.state) } ?? false
    }

    static func activity(of process: pid_t) -> Activity? {
      guard let fields = statFields(process), fields.count > 12, let user = UInt64(fields[11]),
        let system = UInt64(fields[12]),
        let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      else { return nil }
      let switches = text.split(separator: "\n").filter { $0.contains("ctxt_switches:") }
        .compactMap { $0.split(separator: "\t").last.flatMap { UInt64($0) } }
      return Activity(processorTime: user + system, switches: switches.reduce(0, +))
    }

    private static func status(of process: pid_t) -> (state: Substring, parent: pid_t)? {
      guard let fields = statFields(process), fields.count > 1, let parent = pid_t(fields[1])
      else { return nil }
      return (fields[0], parent)
    }

    /// The fields of `/proc/PID/stat` after the program's name, which may hold blanks and brackets:
    /// state, parent and so on (proc_pid_stat(5), from its third field).
    private static func statFields(_ process: pid_t) -> [Substring]? {
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = text.lastIndex(of: ")")
      else { return nil }
      return text[text.index(after: end)...].split { " \n".contains($0) }
    }
  #elseif canImport(Darwin)
    static func children(of parent: pid_t) -> [pid_t] {
      var found = [pid_t](repeating: 0, count: 256)
      let size = Int32(found.count * MemoryLayout<pid_t>.stride)
      let count = proc_listchildpids(parent, &found, size)
      return count > 0 ? found.prefix(Int(count)).sorted() : []
    }

    static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 }

    static func activity(of process: pid_t) -> Activity? {
      var info = proc_taskinfo()
      let size = Int32(MemoryLayout<proc_taskinfo>.size)
      guard proc_pidinfo(process, PROC_PIDTASKINFO, 0, &info, size) == size else { return nil }
      return Activity(
        processorTime: info.pti_total_user + info.pti_total_system,
        switches: UInt64(clamping: info.pti_csw))
    }
  #endif

  /// A process, its children, theirs and so on.
  static func family(of process: pid_t) -> [pid_t] {
    [process] + children(of: process).flatMap(family)
  }
}

/// Asks again and again until something holds. The limit is for what never comes to hold: a test
/// that passes doesn't wait for it.
///
/// - Returns: whether it came to hold.
@discardableResult
func eventually(within seconds: Double = 15, _ holds: () throws -> Bool) rethrows -> Bool {
  let end = ContinuousClock.now.advanced(by: .seconds(seconds))
  while try !holds() {
    guard ContinuousClock.now < end else { return false }
    Thread.sleep(forTimeInterval: 0.02)
  }
  return true
}
