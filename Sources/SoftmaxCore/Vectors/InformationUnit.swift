#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The base of the logarithm that information, entropy and the losses are measured in.
public enum InformationUnit: String, CaseIterable, Hashable, Sendable {
  /// Base e.
  case nats
  /// Base 2.
  case bits
  /// Base 10.
  case hartleys

  /// ln b: the nats in one unit. Exactly 1 for nats.
  public var naturalLogOfBase: Double {
    switch self {
    case .nats: 1
    case .bits: 0.693_147_180_559_945_3
    case .hartleys: 2.302_585_092_994_045_7
    }
  }

  /// ln b with what rounding took from ``naturalLogOfBase``.
  var logOfBase: Pair {
    switch self {
    case .nats: Pair(1)
    case .bits: Pair(naturalLogOfBase, rest: 0x1.abc9e3b39803fp-56)
    case .hartleys: Pair(naturalLogOfBase, rest: -0x1.f48ad494ea3e9p-53)
    }
  }

  /// So many nats in this unit, over T, rounded once.
  package func converted(_ nats: Double, temperature: Double = 1) -> Double {
    (Pair(nats) / (logOfBase * Pair(temperature))).rounded
  }

  /// log_b x by the C library's function for that base, so that powers of the base come out whole.
  package func log(_ x: Double) -> Double {
    switch self {
    case .nats: naturalLog(x)
    case .bits: log2(x)
    case .hartleys: log10(x)
    }
  }
}

/// `log` of the C library under a name that the method above does not hide.
private func naturalLog(_ x: Double) -> Double { log(x) }
