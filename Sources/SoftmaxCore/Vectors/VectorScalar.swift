/// The element of a vector: `Double` or `Float`.
///
/// Every function on vectors takes any collection of either, computes in Double, and rounds once to
/// the type it was given: a `Float` answer is within half an ulp, and a little, of the exact one.
public protocol VectorScalar: BinaryFloatingPoint, Hashable, Sendable, Codable {
  /// The same numbers as Doubles.
  static func widened(_ numbers: [Self]) -> [Double]
  /// The nearest numbers of this type.
  static func rounded(_ numbers: [Double]) -> [Self]
}

extension Double: VectorScalar {
  /// The numbers themselves; nothing is copied.
  public static func widened(_ numbers: [Double]) -> [Double] { numbers }
  /// The numbers themselves; nothing is copied.
  public static func rounded(_ numbers: [Double]) -> [Double] { numbers }
}

extension Float: VectorScalar {
  /// The same numbers: every Float is a Double.
  public static func widened(_ numbers: [Float]) -> [Double] { numbers.map { Double($0) } }
  /// Each rounded to nearest; beyond ±3.4e38 that is ±∞.
  public static func rounded(_ numbers: [Double]) -> [Float] { numbers.map { Float($0) } }
}

extension VectorScalar {
  /// Any collection as Doubles; an array of Doubles is taken as it is.
  static func widened(_ numbers: some Collection<Self>) -> [Double] { widened(Array(numbers)) }
}
