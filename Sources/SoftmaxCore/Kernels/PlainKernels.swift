extension RowKernels where Scalar: BinaryFloatingPoint & Sendable {
  /// The reference: each fibre is copied to a `[Double]` and given to the functions on vectors.
  /// Slow, allocating, and right: the vectorised table is tested against it.
  static var plain: RowKernels {
    RowKernels(
      softmax: { input, output, layout in
        forEachFibre(of: layout) { fibre in
          fibre.write(SoftmaxCore.softmax(fibre.read(input)), to: output)
        }
      },
      logSoftmax: { input, output, layout in
        forEachFibre(of: layout) { fibre in
          fibre.write(SoftmaxCore.logSoftmax(fibre.read(input)), to: output)
        }
      },
      logSumExp: { input, output, layout in
        forEachFibre(of: layout) { fibre in
          output[fibre.number] = Scalar(SoftmaxCore.logSumExp(fibre.read(input)))
        }
      },
      softmaxBackward: { probabilities, cotangent, output, layout in
        forEachFibre(of: layout) { fibre in
          let (p, g) = (fibre.read(probabilities), fibre.read(cotangent))
          var mean = CompensatedSum()
          let pivot = p.indices.max { p[$0] < p[$1] }.map { g[$0] } ?? 0
          for (p, g) in zip(p, g) { mean.add(p * (g - pivot)) }
          fibre.write(zip(p, g).map { $0 * (($1 - pivot) - mean.value) }, to: output)
        }
      },
      logSoftmaxBackward: { logProbabilities, cotangent, output, layout in
        forEachFibre(of: layout) { fibre in
          let (logP, g) = (fibre.read(logProbabilities), fibre.read(cotangent))
          let total = SumsWithoutOne(g)
          fibre.write(
            g.indices.map { index in
              g[index] * -expMinusOne(logP[index])
                - exponential(logP[index]) * total.sum(without: index)
            }, to: output)
        }
      },
      scaleFibres: { values, factors, layout in
        forEachFibre(of: layout) { fibre in
          for index in 0..<fibre.count {
            values[fibre.start + index * fibre.stride] *= factors[fibre.number]
          }
        }
      },
      labelLoss: plainLabelLoss,
      targetLoss: plainTargetLoss,
      regressionGradient: plainRegressionGradient,
      regressionLogits: { batch, output, _ in
        for row in 0..<batch.rows {
          for (column, logit) in plainLogits(batch, row: row).enumerated() {
            output[row * batch.classes + column] = Scalar(logit)
          }
        }
      },
      descend: { theta, sum, count, rate in
        for index in 0..<count {
          theta[index] -= Scalar(rate) * sum[index]
          sum[index] = 0
        }
      },
      total: { values, count in
        var sum = CompensatedSum()
        for index in 0..<count { sum.add(Double(values[index])) }
        return sum.value
      },
      jacobian: { logits, probabilities, output, count in
        let z = (0..<count).map { Double(logits[$0]) }
        for (index, p) in SoftmaxCore.softmax(z).enumerated() { probabilities[index] = Scalar(p) }
        for (index, entry) in softmaxJacobian(z).joined().enumerated() {
          output[index] = Scalar(entry)
        }
      },
      lanes: 1)
  }
}

/// One line of elements along the axis.
private struct Fibre {
  var number: Int
  var start: Int
  var stride: Int
  var count: Int

  func read<Scalar: BinaryFloatingPoint>(_ source: UnsafePointer<Scalar>) -> [Double] {
    (0..<count).map { Double(source[start + $0 * stride]) }
  }

  func write<Scalar: BinaryFloatingPoint>(
    _ values: [Double], to target: UnsafeMutablePointer<Scalar>
  ) {
    for (index, value) in values.enumerated() { target[start + index * stride] = Scalar(value) }
  }
}

private func forEachFibre(of layout: AxisLayout, _ body: (Fibre) -> Void) {
  for outer in 0..<layout.outer {
    for inner in 0..<layout.inner {
      body(
        Fibre(
          number: outer * layout.inner + inner,
          start: outer * layout.axis * layout.inner + inner, stride: layout.inner,
          count: layout.axis))
    }
  }
}

@Sendable
private func plainLabelLoss<Scalar: BinaryFloatingPoint>(
  _ batch: LabelledRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: AxisLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let label = Int(batch.labels[fibre.number])
    guard label >= 0 else {
      losses[fibre.number] = 0
      if let gradient { fibre.write([Double](repeating: 0, count: batch.classes), to: gradient) }
      return
    }
    let shifted = ShiftedExponentials(fibre.read(batch.logits), temperature: 1)
    let weight = batch.classWeights.map { Double($0[label]) } ?? 1
    let information = 0 - shifted.logProbability(label, logSum: shifted.logSum)
    losses[fibre.number] = Scalar(weight * information)
    guard let gradient else { return }
    let factor = weight * batch.gradientScale / shifted.sum
    fibre.write(
      shifted.values.indices.map {
        ($0 == label ? 0 - shifted.sum(without: $0) : shifted.values[$0]) * factor
      }, to: gradient)
  }
}

@Sendable
private func plainTargetLoss<Scalar: BinaryFloatingPoint>(
  _ batch: TargetedRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: AxisLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let shifted = ShiftedExponentials(fibre.read(batch.logits), temperature: 1)
    let target = fibre.read(batch.targets)
    losses[fibre.number] = Scalar(shifted.crossEntropy(with: target))
    guard let gradient else { return }
    fibre.write(
      shifted.pullBackThroughLog(target, temperature: 1).map { (0 - $0) * batch.gradientScale },
      to: gradient)
  }
}

/// Row `row` of Xθ.
private func plainLogits<Scalar: BinaryFloatingPoint>(
  _ batch: RegressionRows<Scalar>, row: Int
) -> [Double] {
  (0..<batch.classes).map { column in
    var total = CompensatedSum()
    for feature in 0..<batch.features {
      let weight = batch.theta[feature * batch.padded + column]
      total.add(Double(batch.examples[row * batch.features + feature]) * Double(weight))
    }
    return total.value
  }
}

@Sendable
private func plainRegressionGradient<Scalar: BinaryFloatingPoint>(
  _ batch: RegressionRows<Scalar>, labels: UnsafePointer<Int32>,
  sum: UnsafeMutablePointer<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  scratch: UnsafeMutablePointer<Scalar>
) {
  for row in 0..<batch.rows {
    let label = Int(labels[row])
    let shifted = ShiftedExponentials(plainLogits(batch, row: row), temperature: 1)
    losses[row] = Scalar(0 - shifted.logProbability(label, logSum: shifted.logSum))
    for column in 0..<batch.classes {
      let share = column == label ? 0 - shifted.sum(without: column) : shifted.values[column]
      for feature in 0..<batch.features {
        let x = Double(batch.examples[row * batch.features + feature])
        sum[feature * batch.padded + column] += Scalar(x * share / shifted.sum)
      }
    }
  }
}
