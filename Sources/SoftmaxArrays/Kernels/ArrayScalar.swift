public import SoftmaxCore

/// The element of an ``NDArray``: `Double` or `Float`.
public protocol ArrayScalar: VectorScalar {
  /// The loops that do the work on elements of this type.
  static var kernels: RowKernels<Self> { get }
}

extension Double: ArrayScalar {
  /// The loops of the widest vectors this machine has.
  public static let kernels = RowKernels<Double>.fastest
}

extension Float: ArrayScalar {
  /// The loops of the widest vectors this machine has.
  public static let kernels = RowKernels<Float>.fastest
}
