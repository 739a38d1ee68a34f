#if canImport(CSoftmaxKernels)
  import CSoftmaxKernels

  extension RowKernels<Double> {
    /// In the widest vectors of this machine.
    static let fastest = vectorised(softmax_kernels_for_f64().pointee)
    /// In the vectors every machine of this architecture has.
    static let baseline = vectorised(softmax_baseline_kernels_for_f64().pointee)

    private static func vectorised(_ table: softmax_kernels_f64) -> RowKernels {
      RowKernels(
        softmax: { table.softmax($0, $1, $2.outer, $2.axis, $2.inner) },
        logSoftmax: { table.log_softmax($0, $1, $2.outer, $2.axis, $2.inner) },
        logSumExp: { table.log_sum_exp($0, $1, $2.outer, $2.axis, $2.inner) },
        softmaxBackward: { table.softmax_backward($0, $1, $2, $3.outer, $3.axis, $3.inner) },
        logSoftmaxBackward: {
          table.log_softmax_backward($0, $1, $2, $3.outer, $3.axis, $3.inner)
        },
        scaleFibres: { table.scale_fibres($0, $1, $2.outer, $2.axis, $2.inner) },
        labelLoss: { batch, losses, gradient in
          table.label_loss(
            batch.logits, batch.rows, batch.classes, batch.classes,
            softmax_labels(
              labels: batch.labels, class_weights: UnsafeRawPointer(batch.classWeights),
              gradient_scale: batch.gradientScale), losses, gradient)
        },
        targetLoss: { batch, losses, gradient in
          table.target_loss(
            batch.logits, batch.targets, batch.rows, batch.classes, batch.gradientScale, losses,
            gradient)
        },
        regressionGradient: { batch, labels, sum, losses, scratch in
          table.regression_gradient(
            batch.examples, labels, batch.rows, batch.features, batch.classes,
            batch.padded, batch.theta, sum, losses, scratch)
        },
        regressionLogits: { batch, output, scratch in
          table.regression_logits(
            batch.examples, batch.rows, batch.features, batch.classes, batch.padded, batch.theta,
            output, scratch)
        },
        descend: { table.descend($0, $1, $2, $3) },
        total: { table.total($0, $1) },
        jacobian: { table.jacobian($0, $1, $2, $3) },
        lanes: table.lanes)
    }
  }

  extension RowKernels<Float> {
    /// In the widest vectors of this machine.
    static let fastest = vectorised(softmax_kernels_for_f32().pointee)
    /// In the vectors every machine of this architecture has.
    static let baseline = vectorised(softmax_baseline_kernels_for_f32().pointee)

    private static func vectorised(_ table: softmax_kernels_f32) -> RowKernels {
      RowKernels(
        softmax: { table.softmax($0, $1, $2.outer, $2.axis, $2.inner) },
        logSoftmax: { table.log_softmax($0, $1, $2.outer, $2.axis, $2.inner) },
        logSumExp: { table.log_sum_exp($0, $1, $2.outer, $2.axis, $2.inner) },
        softmaxBackward: { table.softmax_backward($0, $1, $2, $3.outer, $3.axis, $3.inner) },
        logSoftmaxBackward: {
          table.log_softmax_backward($0, $1, $2, $3.outer, $3.axis, $3.inner)
        },
        scaleFibres: { table.scale_fibres($0, $1, $2.outer, $2.axis, $2.inner) },
        labelLoss: { batch, losses, gradient in
          table.label_loss(
            batch.logits, batch.rows, batch.classes, batch.classes,
            softmax_labels(
              labels: batch.labels, class_weights: UnsafeRawPointer(batch.classWeights),
              gradient_scale: batch.gradientScale), losses, gradient)
        },
        targetLoss: { batch, losses, gradient in
          table.target_loss(
            batch.logits, batch.targets, batch.rows, batch.classes, batch.gradientScale, losses,
            gradient)
        },
        regressionGradient: { batch, labels, sum, losses, scratch in
          table.regression_gradient(
            batch.examples, labels, batch.rows, batch.features, batch.classes,
            batch.padded, batch.theta, sum, losses, scratch)
        },
        regressionLogits: { batch, output, scratch in
          table.regression_logits(
            batch.examples, batch.rows, batch.features, batch.classes, batch.padded, batch.theta,
            output, scratch)
        },
        descend: { table.descend($0, $1, $2, $3) },
        total: { table.total($0, $1) },
        jacobian: { table.jacobian($0, $1, $2, $3) },
        lanes: table.lanes)
    }
  }
#else
  // A build without the C target (a platform without a C compiler) runs the plain loops.
  extension RowKernels where Scalar: BinaryFloatingPoint & Sendable {
    static var fastest: RowKernels { plain }
    static var baseline: RowKernels { plain }
  }
#endif
