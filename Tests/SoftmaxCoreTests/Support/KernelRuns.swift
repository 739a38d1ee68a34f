import SoftmaxCore

@testable import SoftmaxArrays

/// The kernels of one vector width.
enum KernelSet {
  case fastest, baseline

  func kernels<Scalar: ArrayScalar>(of _: Scalar.Type) -> RowKernels<Scalar> {
    guard self == .baseline else { return Scalar.kernels }
    let tables: [Any] = [RowKernels<Double>.baseline, RowKernels<Float>.baseline]
    return tables.lazy.compactMap { $0 as? RowKernels<Scalar> }.first ?? .plain
  }
}

/// The kernels on one row, from arrays to arrays.
extension RowKernels where Scalar: ArrayScalar {
  func softmax(of logits: [Scalar]) -> [Scalar] {
    newElements(count: logits.count) { softmax(logits, $0, row(logits), 1) }
  }

  func logSoftmax(of logits: [Scalar]) -> [Scalar] {
    newElements(count: logits.count) { logSoftmax(logits, $0, row(logits), 1) }
  }

  func logSumExp(of logits: [Scalar]) -> [Scalar] {
    newElements(count: 1) { logSumExp(logits, $0, row(logits), 1) }
  }

  func labelLoss(of logits: [Scalar], label: Int) -> (loss: Scalar, gradient: [Scalar]) {
    withLossAndGradient(logits) { logits, loss, gradient in
      [Int32(label)].withUnsafeBufferPointer { labels in
        guard let labels = labels.baseAddress else { return }
        labelLoss(
          LabelledRows(
            logits: logits, rows: 1, classes: gradient.count, labels: labels, classWeights: nil,
            rowWeights: nil, gradientScale: 1), loss, gradient.baseAddress)
      }
    }
  }

  func targetLoss(of logits: [Scalar], target: [Scalar]) -> (loss: Scalar, gradient: [Scalar]) {
    withLossAndGradient(logits) { logits, loss, gradient in
      target.withUnsafePointer { target in
        targetLoss(
          TargetedRows(
            logits: logits, rows: 1, classes: gradient.count, distributions: target, labels: nil,
            classWeights: nil, rowWeights: nil, smoothing: 0, gradientScale: 1, temperature: 1,
            isRelative: false), loss, gradient.baseAddress)
      }
    }
  }

  private func row(_ logits: [Scalar]) -> FibreLayout {
    FibreLayout(outer: 1, axis: logits.count, inner: 1)
  }

  private func withLossAndGradient(
    _ logits: [Scalar],
    _ body: (
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutableBufferPointer<Scalar>
    ) -> Void
  ) -> (loss: Scalar, gradient: [Scalar]) {
    var loss = Scalar(0)
    let count = logits.count
    let gradient: [Scalar] = newElements(count: logits.count) { output in
      logits.withUnsafePointer { logits in
        body(logits, &loss, UnsafeMutableBufferPointer(start: output, count: count))
      }
    }
    return (loss, gradient)
  }
}
