#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension Quantities {
  /// The C library's exponential.
  static func exp(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(value)
    #elseif canImport(Darwin)
      Darwin.exp(value)
    #else
      Musl.exp(value)
    #endif
  }
}
