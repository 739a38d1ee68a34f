import SoftmaxCore

extension RowKernels where Scalar: VectorScalar {
  /// The reference: each fibre is copied to a `[Double]` and given to the functions on vectors.
  /// Slow, allocating, and right: the vectorised table is tested against it.
  static var plain: RowKernels {
    RowKernels(
      softmax: { input, output, layout, temperature in
        forEachFibre(of: layout) { fibre in
          let shifted = ShiftedExponentials(fibre.read(input), temperature: temperature)
          fibre.write(shifted.probabilities, to: output)
        }
      },
      logSoftmax: { input, output, layout, temperature in
        forEachFibre(of: layout) { fibre in
          let shifted = ShiftedExponentials(fibre.read(input), temperature: temperature)
          fibre.write(shifted.logProbabilities(in: .nats), to: output)
        }
      },
      logSumExp: { input, output, layout, temperature in
        forEachFibre(of: layout) { fibre in
          output[fibre.number] = Scalar(
            logSumExpOfChecked(fibre.read(input), temperature: temperature, unit: .nats))
        }
      },
      softmaxBackward: { probabilities, cotangent, output, layout, factor in
        forEachFibre(of: layout) { fibre in
          let (p, g) = (fibre.read(probabilities), fibre.read(cotangent))
          var mean = CompensatedSum()
          for (p, g) in zip(p, g) { mean.add(p * g) }
          let centre = mean.value
          var rest = CompensatedSum()
          for (p, g) in zip(p, g) { rest.add(p * (g - centre)) }
          fibre.write(
            zip(p, g).map { $0 * scaled(($1 - centre) - rest.value, by: factor) }, to: output)
        }
      },
      logSoftmaxBackward: { logProbabilities, cotangent, output, layout, factor in
        forEachFibre(of: layout) { fibre in
          let (logP, g) = (fibre.read(logProbabilities), fibre.read(cotangent))
          let total = SumsWithoutOne(g)
          fibre.write(
            g.indices.map { index in
              scaled(
                g[index] * -expMinusOne(logP[index])
                  - exponential(logP[index]) * total.sum(without: index), by: factor)
            }, to: output)
        }
      },
      scaleFibres: { values, factors, layout in
        forEachFibre(of: layout) { fibre in
          for index in 0..<fibre.count {
            values[fibre.position(index)] *= factors[fibre.number]
          }
        }
      },
      labelLoss: plainLabelLoss,
      targetLoss: plainTargetLoss,
      logLikelihoodLoss: plainLogLikelihoodLoss,
      probabilityLoss: plainProbabilityLoss,
      logDivergence: plainLogDivergence,
      entropy: plainEntropy,
      binaryLoss: { batch, losses, gradient in
        for index in 0..<batch.count {
          let (x, y) = (Double(batch.logits[index]), Double(batch.targets[index]))
          let weight = batch.positiveWeight
          losses[index] = Scalar(binaryCrossEntropy(logit: x, target: y, positiveWeight: weight))
          let slope = binaryCrossEntropyGradient(logit: x, target: y, positiveWeight: weight)
          gradient?[index] = Scalar(slope * batch.gradientScale)
        }
      },
      maskedSoftmax: { batch, output in
        forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
          let mask = (0..<fibre.count).map { batch.mask[fibre.position($0)] != 0 }
          let masked = zip(fibre.read(batch.logits), mask).map { $1 ? $0 : -Double.infinity }
          let shifted = ShiftedExponentials(masked, temperature: batch.temperature)
          // Only the classes that take part become NaN with the others.
          fibre.write(zip(shifted.probabilities, mask).map { $1 ? $0 : 0 }, to: output)
        }
      },
      masked: { input, mask, other, output, count in
        for index in 0..<count { output[index] = mask[index] != 0 ? input[index] : Scalar(other) }
      },
      gathered: { input, places, output, count in
        for index in 0..<count { output[index] = input[places[index]] }
      },
      regressionGradient: plainRegressionGradient,
      regressionLogits: { batch, output, _ in
        for row in 0..<batch.rows {
          for (column, logit) in plainLogits(batch, row: row).enumerated() {
            output[row * batch.classes + column] = Scalar(logit)
          }
        }
      },
      descend: { theta, sum, count, rate, decay in
        for index in 0..<count {
          theta[index] = Scalar(decay) * theta[index] - Scalar(rate) * sum[index]
          sum[index] = 0
        }
      },
      argMax: { values, rows, columns, output in
        for row in 0..<rows {
          let line = (0..<columns).map { values[row * columns + $0] }
          let best = line.firstIndex(where: \.isNaN) ?? line.indices.max { line[$0] < line[$1] }
          // `max` gives the last of equals.
          output[row] = Int32(best.flatMap { line.firstIndex(of: line[$0]) ?? $0 } ?? 0)
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

/// x · factor with 0 · ∞ = 0, its limit for T → 0.
func scaled(_ x: Double, by factor: Double) -> Double { x == 0 ? x : x * factor }

/// One line of elements along the axis.
struct Fibre {
  let number: Int
  let start: Int
  let layout: FibreLayout

  var count: Int { layout.axis }

  func position(_ index: Int) -> Int {
    start + (layout.tables?.offsets[index] ?? index * layout.inner)
  }

  func read<Scalar: VectorScalar>(_ source: UnsafePointer<Scalar>) -> [Double] {
    (0..<count).map { Double(source[position($0)]) }
  }

  func write<Scalar: VectorScalar>(
    _ values: [Double], to target: UnsafeMutablePointer<Scalar>
  ) {
    for (index, value) in values.enumerated() { target[position(index)] = Scalar(value) }
  }
}

func forEachFibre(of layout: FibreLayout, _ body: (Fibre) -> Void) {
  for number in 0..<layout.count {
    let (outer, inner) = number.quotientAndRemainder(dividingBy: layout.inner)
    let start = layout.tables?.starts[number] ?? outer * layout.axis * layout.inner + inner
    body(Fibre(number: number, start: start, layout: layout))
  }
}

/// Row `row` of Xθ.
private func plainLogits<Scalar: VectorScalar>(
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
private func plainRegressionGradient<Scalar: VectorScalar>(
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
