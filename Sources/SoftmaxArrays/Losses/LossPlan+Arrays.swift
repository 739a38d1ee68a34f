import SoftmaxCore

// How a plan meets the memory of its arrays. The kernels take the classes side by side: where they
// are along another axis, the logits are moved there and the gradient back.
extension LossPlan {
  typealias Kernel = (UnsafePointer<Scalar>?, UnsafeMutablePointer<Scalar>?) -> NDArray<Scalar>

  private func isLast(in array: NDArray<Scalar>) -> Bool {
    options.axis == -1 || options.axis == array.rank - 1
  }

  /// The cross entropy, where the classes lie.
  func crossEntropy(of logits: NDArray<Scalar>) -> NDArray<Scalar> {
    guard isPlain else { return loss(of: logits, by: crossEntropy) }
    return logits.storage.withUnsafeBufferPointer { alongAxis($0.baseAddress, gradient: nil) }
  }

  func crossEntropyAndGradient(
    of logits: NDArray<Scalar>
  ) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
    isPlain
      ? written(over: logits, by: alongAxis) : lossAndGradient(of: logits, by: crossEntropy)
  }

  func formCrossEntropyGradient(_ logits: inout NDArray<Scalar>) -> NDArray<Scalar> {
    isPlain ? formInPlace(&logits, by: alongAxis) : form(&logits, by: crossEntropy)
  }

  func loss(of logits: NDArray<Scalar>, by kernel: Kernel) -> NDArray<Scalar> {
    let rows = isLast(in: logits) ? logits : logits.movedToEnd(axis: options.axis)
    return rows.storage.withUnsafeBufferPointer { kernel($0.baseAddress, nil) }
  }

  func lossAndGradient(
    of logits: NDArray<Scalar>, by kernel: Kernel
  ) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
    guard isLast(in: logits) else {
      var gradient = logits.movedToEnd(axis: options.axis)
      let loss = formInPlace(&gradient, by: kernel)
      return (loss, gradient.movedFromEnd(to: options.axis))
    }
    return written(over: logits, by: kernel)
  }

  /// The gradient as the kernel writes it, in the shape of the logits.
  private func written(
    over logits: NDArray<Scalar>, by kernel: Kernel
  ) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
    var loss = NDArray<Scalar>(repeating: 0, shape: [])
    guard !logits.storage.isEmpty else { return (kernel(nil, nil), logits) }
    let gradient = newElements(count: logits.storage.count) { output in
      loss = logits.storage.withUnsafeBufferPointer { kernel($0.baseAddress, output) }
    }
    return (loss, NDArray(uncheckedShape: logits.shape, elements: gradient))
  }

  func form(_ logits: inout NDArray<Scalar>, by kernel: Kernel) -> NDArray<Scalar> {
    if isLast(in: logits) { return formInPlace(&logits, by: kernel) }
    let result = lossAndGradient(of: logits, by: kernel)
    logits = result.gradient
    return result.loss
  }

  private func formInPlace(_ logits: inout NDArray<Scalar>, by kernel: Kernel) -> NDArray<Scalar> {
    logits.storage.withUnsafeMutableBufferPointer {
      kernel($0.baseAddress.map { UnsafePointer($0) }, $0.baseAddress)
    }
  }
}

extension NDArray {
  /// The axis at the end, the others in their order.
  func movedToEnd(axis: Int) -> NDArray {
    let axis = axis < 0 ? axis + rank : axis
    return transposed(shape.indices.filter { $0 != axis } + [axis])
  }

  /// The last axis where it came from.
  func movedFromEnd(to axis: Int) -> NDArray {
    let axis = axis < 0 ? axis + rank : axis
    var order = Array(shape.indices.dropLast())
    order.insert(rank - 1, at: axis)
    return transposed(order)
  }
}
