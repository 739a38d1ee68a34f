#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The asker waits on the other end of a pipe. NULL flushes every stream.
func flushOutput() { fflush(nil) }
