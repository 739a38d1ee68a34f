import SoftmaxCore
import Testing

@testable import SoftmaxArrays

/// Lengths below, at and above those of the vectors, the scratch memory and the blocks of the sums.
private let lengths = Array(1...20) + [31, 32, 33, 63, 64, 65, 129, 257, 513, 1000]

private let specials: [Double] = [
  0, 1, -1, 700, -700, -745.5, 1e308, -1e308, .infinity, -.infinity, .nan,
  .leastNonzeroMagnitude,
]

/// The vectorised loops against the plain ones, which copy each fibre and call the vector functions.
@Suite("Kernels: fast = plain")
struct KernelTests {
  @Test("Double, widest vectors", arguments: lengths)
  func fastest(length: Int) {
    compare(RowKernels<Double>.fastest, length: length, specials: specials)
  }

  @Test("Double, baseline vectors", arguments: lengths)
  func baseline(length: Int) {
    compare(RowKernels<Double>.baseline, length: length, specials: specials)
  }

  @Test("Float, widest vectors", arguments: lengths)
  func fastestFloat(length: Int) {
    compare(RowKernels<Float>.fastest, length: length, specials: specials.map { Float($0) })
  }

  @Test("Float, baseline vectors", arguments: lengths)
  func baselineFloat(length: Int) {
    compare(RowKernels<Float>.baseline, length: length, specials: specials.map { Float($0) })
  }

  private func compare<Scalar: ArrayScalar>(
    _ kernels: RowKernels<Scalar>, length: Int, specials: [Scalar]
  ) {
    let plain = RowKernels<Scalar>.plain
    let around = [(1, 1), (3, 1), (1, 3), (9, 1), (2, 8), (1, 17)]
    let layouts = around.prefix(length > 100 ? 3 : 6).flatMap { outer, inner in
      let strided = FibreLayout(outer: outer, axis: length, inner: inner)
      // The same fibres, their elements looked up in tables.
      let tables = FibreLayout.Tables(
        starts: (0..<strided.count).map { $0 / inner * length * inner + $0 % inner },
        offsets: (0..<length).map { $0 * inner })
      return [strided, FibreLayout(tables)]
    }
    for layout in layouts {
      let (outer, inner) = (layout.outer, layout.inner)
      var random = RandomInputs(seed: UInt64(length * 1000 + outer * 100 + inner))
      let count = outer * length * inner
      var z = random.logits(count).map { Scalar($0) }
      for _ in 0..<random.count(0...2) {
        z[random.count(0...(count - 1))] = specials[random.count(0...(specials.count - 1))]
      }
      let g = random.vector(count).map { Scalar($0) }
      let temperature = [1, 1, 0.1, 3, 1e-3, 1e9][random.count(0...5)]
      let place =
        "\(Scalar.self) [\(outer), \(length), \(inner)], T = \(temperature)"
        + (layout.tables == nil ? "" : ", by tables")
      func check(
        _ name: String, _ output: Int, within ulps: Double, scale: Scalar = 0,
        _ run: (RowKernels<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
      ) -> [Scalar] {
        let fast: [Scalar] = newElements(count: output) { run(kernels, $0) }
        let slow: [Scalar] = newElements(count: output) { run(plain, $0) }
        let error = zip(fast, slow).map { distance($0, $1, atLeast: scale) }.max() ?? 0
        #expect(error <= ulps, "\(name) of \(place): \(error) ulps")
        return slow
      }
      let p = check("softmax", count, within: 4) {
        $0.softmax(z, $1, layout, temperature)
      }
      let logP = check("log-softmax", count, within: 4) {
        $0.logSoftmax(z, $1, layout, temperature)
      }
      // m/T + log s may cancel: its error is counted in ulps of the larger, at most about log K.
      _ = check("log-sum-exp", outer * inner, within: 4, scale: 8) {
        $0.logSumExp(z, $1, layout, temperature)
      }
      // Differences of terms up to 5: their ulps.
      _ = check("softmax backward", count, within: 8, scale: 8) {
        $0.softmaxBackward(p, g, $1, layout, 0.5)
      }
      let sum = Scalar(length) * 5
      _ = check("log-softmax backward", count, within: 8, scale: sum) {
        $0.logSoftmaxBackward(logP, g, $1, layout, 0.5)
      }
      if inner == 1, layout.tables == nil {
        compareLosses(kernels, z, rows: outer, classes: length, temperature, place: place)
      }
    }
  }

  private func compareLosses<Scalar: ArrayScalar>(
    _ kernels: RowKernels<Scalar>, _ z: [Scalar], rows: Int, classes: Int, _ temperature: Double,
    place: String
  ) {
    var random = RandomInputs(seed: UInt64(rows * classes))
    let labels = (0..<rows).map { _ in Int32(random.count(-1...(classes - 1))) }
    let weights = random.vector(classes, in: 0...2).map { Scalar($0) }
    let targets = random.vector(rows * classes, in: 0...1).map { Scalar($0) }
    func run(_ kernels: RowKernels<Scalar>, _ loss: Loss) -> [Scalar] {
      var losses = [Scalar](repeating: 0, count: rows)
      let gradient: [Scalar] = newElements(count: z.count) { gradient in
        losses.withUnsafeMutableBufferPointer { losses in
          guard let losses = losses.baseAddress else { return }
          z.withUnsafePointer { z in
            weights.withUnsafePointer { weights in
              targets.withUnsafePointer { targets in
                labels.withUnsafeBufferPointer { labels in
                  guard let labels = labels.baseAddress else { return }
                  let labelled = LabelledRows(
                    logits: z, rows: rows, classes: classes, labels: labels,
                    classWeights: weights, rowWeights: nil, gradientScale: 0.5)
                  let isSoft = loss == .distribution
                  let targeted = TargetedRows(
                    logits: z, rows: rows, classes: classes, distributions: isSoft ? targets : nil,
                    labels: isSoft ? nil : labels, classWeights: weights, rowWeights: nil,
                    smoothing: 0.125, gradientScale: 0.5, temperature: temperature,
                    isRelative: false)
                  switch loss {
                  case .label: kernels.labelLoss(labelled, losses, gradient)
                  case .logLikelihood: kernels.logLikelihoodLoss(labelled, losses, gradient)
                  case .smoothedLabel, .distribution:
                    kernels.targetLoss(targeted, losses, gradient)
                  }
                }
              }
            }
          }
        }
      }
      return losses + gradient
    }
    for loss in Loss.allCases {
      let (fast, slow) = (run(kernels, loss), run(.plain, loss))
      // Targets are sums of up to `classes` terms of 2, and p Y − y may cancel.
      let scale = loss == .label || loss == .logLikelihood ? 0 : Scalar(2 * classes)
      let error = zip(fast, slow).map { distance($0, $1, atLeast: scale) }.max() ?? 0
      #expect(error <= 6, "\(loss) loss of \(place): \(error) ulps")
    }
  }

  private enum Loss: CaseIterable { case label, smoothedLabel, distribution, logLikelihood }

  @Test("the largest of each row", arguments: 1...20)
  func largest(columns: Int) {
    var random = RandomInputs(seed: UInt64(columns))
    // Few values, so that there are ties; and a NaN here and there.
    let values: [Double] = (0..<(7 * columns)).map { _ in
      [1, 2, 3, -.infinity, .infinity, .nan][random.count(0...5)]
    }
    for kernels in [RowKernels<Double>.fastest, .baseline] {
      func found(by kernels: RowKernels<Double>) -> [Int32] {
        newElements(count: 7) { kernels.argMax(values, 7, columns, $0) }
      }
      #expect(found(by: kernels) == found(by: .plain))
    }
  }

  @Test("the Jacobian", arguments: lengths.filter { $0 <= 129 })
  func jacobian(count: Int) throws {
    var random = RandomInputs(seed: UInt64(count))
    let logits = random.logits(count)
    let exact = softmaxJacobian(logits).joined()
    let error =
      zip(try softmaxJacobian(NDArray(logits)).elements, exact)
      .map { distance($0, $1, atLeast: 0) }.max() ?? 0
    #expect(error <= 8)
  }

  @Test("exp over its whole range is within 1 ulp, subnormal results included")
  func exponentialOfDifferences() {
    // softmax([0, q]) = exp(q)/(1 + exp(q)), and for q < −40 the divisor is 1. The C library's exp,
    // compared with, is the nearest or the second nearest Double.
    for step in 0..<20_000 {
      let q = -40 - Double(step) * 0.0354
      let got = newElements(count: 2) { RowKernels<Double>.fastest.softmax([0, q], $0, layout, 1) }
      #expect(distance(got[1], exponential(q), atLeast: 0) <= 1, "exp(\(q))")
    }
  }

  private let layout = FibreLayout(outer: 1, axis: 2, inner: 1)
}

/// |a − b| in ulps of b, or of `floor` where b is smaller.
private func distance<Scalar: ArrayScalar>(
  _ a: Scalar, _ b: Scalar, atLeast floor: Scalar
) -> Double {
  if a == b || a.isNaN && b.isNaN { return 0 }
  guard a.isFinite, b.isFinite else { return .infinity }
  return Double(abs(a - b)) / Double(max(abs(b), floor).ulp)
}
