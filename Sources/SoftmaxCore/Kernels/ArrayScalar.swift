/// The element of an ``NDArray``: `Double` or `Float`.
public protocol ArrayScalar: BinaryFloatingPoint, Hashable, Sendable {
  /// The loops that do the work on elements of this type.
  static var kernels: RowKernels<Self> { get }
}

extension Double: ArrayScalar {
  public static let kernels = RowKernels<Double>.fastest
}

extension Float: ArrayScalar {
  public static let kernels = RowKernels<Float>.fastest
}
