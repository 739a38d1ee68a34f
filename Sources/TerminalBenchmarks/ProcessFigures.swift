#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a process, where it says it (Linux, in /proc).
enum ProcessFigures {
  /// Kibibytes in memory.
  static func memory(of process: Int32) -> Int? {
    let line = text("/proc/\(process)/status")?.split(separator: "\n")
      .first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Milliseconds of all its threads.
  static func processorTime(of process: Int32) -> Double? {
    let threads = names(in: "/proc/\(process)/task")
    let times = threads.compactMap { thread in
      text("/proc/\(process)/task/\(thread)/schedstat")?.split(separator: " ").first
        .flatMap { Double($0) }
    }
    return times.isEmpty ? nil : times.reduce(0, +) / 1e6
  }

  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var text: [UInt8] = []
    while case let count = fread(&bytes, 1, bytes.count, file), count > 0 {
      text += bytes.prefix(count)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// Where a program of this name is found, as a shell would.
  static func find(_ name: String, in path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
