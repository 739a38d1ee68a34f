public import SoftmaxCore

/// softmax along one axis.
///
/// ```
/// pᵢ = exp((zᵢ − m)/T) / Σⱼ exp((zⱼ − m)/T),    m = maxⱼ zⱼ,    i and j along the axis
/// ```
///
/// - Parameter logits: any shape. Along the axis `−∞` masks a class; a NaN or `+∞`, or `−∞`
///   throughout, makes the whole line NaN and no other.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)` of a
///   vector.
/// - Returns: the same shape, each line summing to 1 up to rounding. Within 4 ulps of the exact
///   value.
/// - Throws: `DomainError` if there is no such axis, or `temperature` is negative or NaN.
/// - Complexity: O(elements), nothing is transposed: other axes than the last are strided over.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func softmax<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1, temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  try softmax(logits, axes: [axis], temperature: temperature)
}

/// log-softmax along one axis, in nats.
///
/// ```
/// log pᵢ = (zᵢ − m)/T − log1p(Σ_{j ≠ peak} exp((zⱼ − m)/T)),    m = maxⱼ zⱼ
/// ```
///
/// - Parameter logits: any shape, as for softmax.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Parameter temperature: T ≥ 0, as for softmax.
/// - Returns: the same shape, ≤ 0. Within 4 ulps of the exact value.
/// - Throws: `DomainError` if there is no such axis, or `temperature` is negative or NaN.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSoftmax<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1, temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  try logSoftmax(logits, axes: [axis], temperature: temperature)
}

/// log-sum-exp along one axis, log Σᵢ exp(zᵢ/T), in nats.
///
/// - Parameter logits: any shape. A line is `−∞` if it is empty or `−∞` throughout, `+∞` if it holds
///   a `+∞` and no NaN, NaN if it holds one.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Parameter temperature: T ≥ 0, as for `logSumExp(_:temperature:unit:)` of a vector.
/// - Returns: the shape without the axis. Within 4 ulps of the exact value, or of m/T where m/T and
///   the log of the sum cancel.
/// - Throws: `DomainError` if there is no such axis, or `temperature` is negative or NaN.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSumExp<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1, temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  try logSumExp(logits, axes: [axis], temperature: temperature)
}

extension NDArray {
  /// Becomes its softmax along an axis, in its own memory.
  ///
  /// - Throws: `DomainError` as ``softmax(_:axis:temperature:)``; the array is then what it was.
  public mutating func formSoftmax(
    axis: Int = -1, temperature: Double = 1
  ) throws(DomainError) {
    let layout = layout(along: [try resolved(axis: axis, in: "formSoftmax")])
    try checkTemperature(temperature, in: "formSoftmax")
    form(layout, temperature: temperature, by: Scalar.kernels(at: temperature).softmax)
  }

  /// Becomes its log-softmax along an axis, in its own memory.
  ///
  /// - Throws: `DomainError` as ``logSoftmax(_:axis:temperature:)``; the array is then what it was.
  public mutating func formLogSoftmax(
    axis: Int = -1, temperature: Double = 1
  ) throws(DomainError) {
    let layout = layout(along: [try resolved(axis: axis, in: "formLogSoftmax")])
    try checkTemperature(temperature, in: "formLogSoftmax")
    form(layout, temperature: temperature, by: Scalar.kernels(at: temperature).logSoftmax)
  }
}
