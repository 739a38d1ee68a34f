import SoftmaxCore
import Testing

@testable import SoftmaxArrays

/// Below, at and above the vectors and the scratch memory.
private let lengths = Array(1...18) + [31, 32, 33, 63, 64, 65, 130, 600]

private let specials: [Double] = [700, -700, -745.5, 1e308, -1e308, .infinity, -.infinity, .nan]

@Suite("Kernels of masks and of labels along an axis: fast = plain")
struct MaskAndAxisKernelTests {
  @Test("a mask", arguments: lengths, [KernelSet.fastest, .baseline])
  func mask(length: Int, set: KernelSet) {
    compareMasks(set.kernels(of: Double.self), length, specials)
    compareMasks(set.kernels(of: Float.self), length, specials.map { Float($0) })
  }

  @Test("labels along an axis", arguments: lengths, [KernelSet.fastest, .baseline])
  func labels(length: Int, set: KernelSet) {
    compareLabels(set.kernels(of: Double.self), length, specials)
    compareLabels(set.kernels(of: Float.self), length, specials.map { Float($0) })
  }

  private func compareMasks<Scalar: ArrayScalar>(
    _ kernels: RowKernels<Scalar>, _ classes: Int, _ specials: [Scalar]
  ) {
    for (rows, temperature) in [(1, 1.0), (3, 0.1), (9, 1), (17, 3)] {
      var random = RandomInputs(seed: UInt64(100 * classes + rows))
      let z = spoiled(random.logits(rows * classes).map { Scalar($0) }, by: specials, &random)
      // The second row loses all its classes.
      let mask = z.indices.map { UInt8($0 / classes == 1 || random.count(0...3) == 0 ? 0 : 1) }
      func run(_ kernels: RowKernels<Scalar>) -> [Scalar] {
        newElements(count: z.count) { output in
          z.withUnsafePointer { z in
            mask.withUnsafeBufferPointer { mask in
              guard let mask = mask.baseAddress else { return }
              kernels.maskedSoftmax(
                MaskedRows(
                  logits: z, mask: mask, rows: rows, classes: classes, temperature: temperature),
                output)
            }
          }
        }
      }
      let place = "[\(rows), \(classes)] of \(Scalar.self), T = \(temperature)"
      #expect(worst(run(kernels), run(.plain)) <= 4, "\(place)")
    }
  }

  private func compareLabels<Scalar: ArrayScalar>(
    _ kernels: RowKernels<Scalar>, _ classes: Int, _ specials: [Scalar]
  ) {
    for (outer, inner) in [(1, 2), (2, 8), (3, 5), (1, 17)] {
      var random = RandomInputs(seed: UInt64(1000 * classes + 10 * outer + inner))
      let rows = outer * inner
      let z = spoiled(random.logits(rows * classes).map { Scalar($0) }, by: specials, &random)
      let labels = (0..<rows).map { _ in Int32(random.count(-1...(classes - 1))) }
      let weights = random.vector(classes, in: 0...2).map { Scalar($0) }
      func run(_ kernels: RowKernels<Scalar>, inPlace: Bool = false) -> [Scalar] {
        var (losses, gradient) = ([Scalar](repeating: 0, count: rows), z)
        losses.withUnsafeMutableBufferPointer { losses in
          gradient.withUnsafeMutableBufferPointer { gradient in
            z.withUnsafeBufferPointer { z in
              weights.withUnsafePointer { weights in
                labels.withUnsafeBufferPointer { labels in
                  guard let labels = labels.baseAddress, let losses = losses.baseAddress,
                    let given = inPlace ? UnsafePointer(gradient.baseAddress) : z.baseAddress
                  else { return }
                  let batch = LabelledRows(
                    logits: given, rows: rows, classes: classes, labels: labels,
                    classWeights: weights, rowWeights: nil, gradientScale: 0.5, inner: inner)
                  kernels.labelLoss(batch, losses, gradient.baseAddress)
                }
              }
            }
          }
        }
        return losses + gradient
      }
      let (exact, place) = (run(.plain), "[\(outer), \(classes), \(inner)] of \(Scalar.self)")
      #expect(worst(run(kernels), exact) <= 6, "\(place)")
      #expect(worst(run(kernels, inPlace: true), exact) <= 6, "\(place), in place")
    }
  }

  private func spoiled<Scalar>(
    _ values: [Scalar], by specials: [Scalar], _ random: inout RandomInputs
  ) -> [Scalar] {
    var values = values
    for _ in 0..<random.count(0...3) {
      values[random.count(0...(values.count - 1))] =
        specials[random.count(0...(specials.count - 1))]
    }
    return values
  }

  /// The largest difference, in ulps of the second.
  private func worst<Scalar: ArrayScalar>(_ a: [Scalar], _ b: [Scalar]) -> Double {
    zip(a, b).map { a, b in
      if a == b || a.isNaN && b.isNaN { return 0 }
      return a.isFinite && b.isFinite ? Double(abs(a - b)) / Double(b.ulp) : .infinity
    }.max() ?? 0
  }
}
