#if canImport(CSoftmaxKernels)
  import CSoftmaxKernels

  extension RowKernels {
    /// In the widest vectors of this machine.
    static var fastest: RowKernels {
      vectorised(softmax_kernels_for(MemoryLayout<Scalar>.size).pointee)
    }

    /// In the vectors every machine of this architecture has.
    static var baseline: RowKernels {
      vectorised(softmax_baseline_kernels_for(MemoryLayout<Scalar>.size).pointee)
    }

    /// The one bridge to C. Its functions take untyped pointers: the size of the element has chosen
    /// those that read the type rightly.
    private static func vectorised(_ table: softmax_kernels) -> RowKernels {
      RowKernels(
        softmax: { input, output, layout, temperature in
          layout.withTables { table.softmax(input, output, $0, temperature) }
        },
        logSoftmax: { input, output, layout, temperature in
          layout.withTables { table.log_softmax(input, output, $0, temperature) }
        },
        logSumExp: { input, output, layout, temperature in
          layout.withTables { table.log_sum_exp(input, output, $0, temperature) }
        },
        softmaxBackward: { p, g, output, layout, factor in
          layout.withTables { table.softmax_backward(p, g, output, $0, factor) }
        },
        logSoftmaxBackward: { logP, g, output, layout, factor in
          layout.withTables { table.log_softmax_backward(logP, g, output, $0, factor) }
        },
        scaleFibres: { values, factors, layout in
          layout.withTables { table.scale_fibres(values, factors, $0) }
        },
        labelLoss: { batch, losses, gradient in
          batch.layout.withTables {
            table.label_loss(batch.logits, $0, batch.inC, losses, gradient)
          }
        },
        targetLoss: { batch, losses, gradient in
          table.target_loss(
            batch.logits, batch.rows, batch.classes, batch.inC, losses, gradient)
        },
        logLikelihoodLoss: { batch, losses, gradient in
          table.log_likelihood_loss(
            batch.logits, batch.rows, batch.classes, batch.inC, losses, gradient)
        },
        probabilityLoss: { batch, losses, gradient in
          table.probability_loss(
            batch.logits, batch.rows, batch.classes, batch.inC, losses, gradient)
        },
        logDivergence: { batch, losses, gradient in
          table.log_divergence(
            batch.logProbabilities, batch.rows, batch.classes, batch.inC, losses, gradient)
        },
        entropy: { batch, entropies, gradient in
          table.entropy(
            batch.logits, batch.rows, batch.classes, batch.temperature, batch.factor, entropies,
            gradient)
        },
        binaryLoss: { batch, losses, gradient in
          table.binary_loss(
            batch.logits, batch.targets, batch.count, batch.positiveWeight, batch.gradientScale,
            losses, gradient)
        },
        maskedSoftmax: { batch, output in
          table.masked_softmax(
            batch.logits, batch.mask, output, batch.rows, batch.classes, batch.temperature)
        },
        masked: { table.masked($0, $1, $2, $3, $4) },
        gathered: { input, places, output, count in
          // A place is never negative, and as wide as C's.
          places.withMemoryRebound(to: UInt.self, capacity: count) {
            table.gathered(input, $0, output, count)
          }
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
        descend: { table.descend($0, $1, $2, $3, $4) },
        argMax: { table.arg_max($0, $1, $2, $3) },
        total: { table.total($0, $1) },
        jacobian: { table.jacobian($0, $1, $2, $3) },
        lanes: table.lanes)
    }
  }

  extension FibreLayout {
    /// The layout as C takes it; its tables are valid within `body`.
    fileprivate func withTables(_ body: (softmax_layout) -> Void) {
      guard let tables else {
        return body(
          softmax_layout(outer: outer, axis: axis, inner: inner, starts: nil, offsets: nil))
      }
      tables.starts.withUnsafeBufferPointer { starts in
        tables.offsets.withUnsafeBufferPointer { offsets in
          body(
            softmax_layout(
              outer: outer, axis: axis, inner: inner, starts: starts.baseAddress,
              offsets: offsets.baseAddress))
        }
      }
    }
  }

  extension LabelledRows {
    fileprivate var inC: softmax_labels {
      softmax_labels(
        labels: labels, class_weights: UnsafeRawPointer(classWeights),
        row_weights: UnsafeRawPointer(rowWeights), gradient_scale: gradientScale)
    }
  }

  extension TargetedRows {
    fileprivate var inC: softmax_targets {
      softmax_targets(
        rows: UnsafeRawPointer(distributions), labels: labels,
        class_weights: UnsafeRawPointer(classWeights), row_weights: UnsafeRawPointer(rowWeights),
        smoothing: smoothing, gradient_scale: gradientScale, temperature: temperature,
        relative: isRelative ? 1 : 0)
    }
  }

  extension LogTargetedRows {
    fileprivate var inC: softmax_log_targets {
      softmax_log_targets(
        rows: UnsafeRawPointer(targets), is_log: areLogs ? 1 : 0, gradient_scale: gradientScale)
    }
  }
#else
  // A build without the C target (a platform without a C compiler) runs the plain loops.
  extension RowKernels where Scalar: VectorScalar {
    static var fastest: RowKernels { plain }
    static var baseline: RowKernels { plain }
  }
#endif
