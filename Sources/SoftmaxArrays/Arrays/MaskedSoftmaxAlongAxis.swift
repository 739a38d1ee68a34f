public import SoftmaxCore

/// softmax along an axis over the classes that a mask leaves.
///
/// ```
/// pᵢ = maskᵢ exp(zᵢ/T) / Σⱼ maskⱼ exp(zⱼ/T),    and 0 throughout where the mask leaves none
/// ```
/// A line without a class, such as padding in attention, is 0, where softmax of nothing but `−∞` is
/// NaN. ``softmaxBackward(probabilities:cotangent:axis:temperature:)`` is its backward pass: a masked
/// place gets 0.
///
/// - Parameter logits: any shape. What stands at a masked place does not matter, NaN included.
/// - Parameter mask: as many as the elements, row-major; true where the class takes part.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: the same shape, 0 where masked; each line sums to 1, or to 0 if all of it is masked.
/// - Throws: `InputError`: a shape if the mask has another number of places, a domain if there is
///   no such axis or `temperature` is negative or NaN.
/// - SeeAlso: Vaswani et al., "Attention is all you need", NIPS 2017, §3.2.3 (masking in attention).
public func softmax<Scalar>(
  _ logits: NDArray<Scalar>, mask: [Bool], axis: Int = -1, temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  guard mask.count == logits.storage.count else {
    throw .shape(
      ShapeError(
        operation: "softmax", axis: "class", reference: .init(name: "logits", shape: logits.shape),
        offender: .init(name: "mask", shape: [mask.count])))
  }
  let layout: FibreLayout
  do {
    layout = logits.layout(along: [try logits.resolved(axis: axis, in: "softmax")])
    try checkTemperature(temperature, in: "softmax")
  } catch { throw .domain(error) }
  if layout.inner == 1 { return logits.maskedSoftmax(mask, layout, temperature) }
  var result = logits.masked(by: mask, other: -.infinity)
  result.form(layout, temperature: temperature, by: Scalar.kernels(at: temperature).softmax)
  // A line without a class is NaN so far.
  result.clear(where: mask)
  return result
}

extension NDArray {
  /// Along the last axis.
  fileprivate func maskedSoftmax(
    _ mask: [Bool], _ layout: FibreLayout, _ temperature: Double
  ) -> NDArray {
    NDArray(
      uncheckedShape: shape,
      elements: newElements(count: storage.count) { output in
        storage.withUnsafePointer { input in
          withBytes(of: mask) {
            Scalar.kernels(at: temperature).maskedSoftmax(
              MaskedRows(
                logits: input, mask: $0, rows: layout.outer, classes: layout.axis,
                temperature: temperature), output)
          }
        }
      })
  }

  fileprivate func masked(by mask: [Bool], other: Double) -> NDArray {
    NDArray(
      uncheckedShape: shape,
      elements: newElements(count: storage.count) { output in
        storage.withUnsafePointer { input in
          withBytes(of: mask) { Scalar.kernels.masked(input, $0, other, output, storage.count) }
        }
      })
  }

  /// 0 at the places the mask leaves out, in the array's own memory.
  fileprivate mutating func clear(where mask: [Bool]) {
    storage.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      withBytes(of: mask) { Scalar.kernels.masked(base, $0, 0, base, values.count) }
    }
  }
}

private func withBytes(of mask: [Bool], _ body: (UnsafePointer<UInt8>) -> Void) {
  mask.withUnsafeBytes { bytes in
    if let bytes = bytes.bindMemory(to: UInt8.self).baseAddress { body(bytes) }
  }
}
