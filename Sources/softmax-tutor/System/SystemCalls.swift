#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// The system's calls under names that no type here has for a method of its own.

func readBytes(_ descriptor: Int32, into bytes: UnsafeMutableRawPointer, count: Int) -> Int {
  read(descriptor, bytes, count)
}

func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, count: Int) -> Int {
  bytes.map { write(descriptor, $0, count) } ?? 0
}

func endProgram(_ status: Int32) -> Never { exit(status) }
