import Foundation
import Testing

@testable import SoftmaxCore

/// One row of Cases/references.json: logits, and the exact answers rounded once
/// (scripts/references.py, mpmath with 400 digits).
private struct Reference: Decodable {
  var logits: [Double]
  var label: Int
  var target: [Double]
  var softmax: [Double]
  var logSoftmax: [Double]
  var logSumExp: Double
  var loss: Double
  var gradient: [Double]
  var softLoss: Double
  var softGradient: [Double]
  var entropy: Double
  var divergence: Double

  static func all() throws -> [Reference] {
    let url = try #require(
      Bundle.module.url(forResource: "Cases/references", withExtension: "json"))
    return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: url))
  }
}

/// The worst error of each function over all references, in ulps of the exact answer or, where
/// terms cancel, of the largest term.
private struct Errors {
  var worst: [(name: String, ulps: Double)] = []

  mutating func note<Scalar: ArrayScalar>(
    _ name: String, _ got: [Scalar], _ exact: [Double], largestTerms: [Double]? = nil
  ) {
    for (index, (got, exact)) in zip(got, exact).enumerated() {
      let scale = Scalar(max(abs(exact), largestTerms?[index] ?? 0))
      guard scale.isFinite else { continue }
      // Below the normal numbers, where digits are gone in any case, the spacing there is the unit.
      let unit = Double(max(scale.ulp, Scalar.leastNonzeroMagnitude))
      note(name, Double(got) == exact ? 0 : abs(Double(got) - exact) / unit)
    }
  }

  private mutating func note(_ name: String, _ ulps: Double) {
    if let index = worst.firstIndex(where: { $0.name == name }) {
      worst[index].ulps = max(worst[index].ulps, ulps)
    } else {
      worst.append((name, ulps))
    }
  }

  var table: String {
    worst.map { "\($0.name): \(String(format: "%.2f", $0.ulps)) ulps" }.joined(separator: "\n")
  }
}

@Suite("Accuracy against exact answers")
struct AccuracyTests {
  /// The claim: no function is further off than this.
  private let bound = 4.0

  @Test("vector functions: within 4 ulps")
  func vectors() throws {
    var errors = Errors()
    for reference in try Reference.all() {
      let (z, y) = (reference.logits, reference.target)
      errors.note("softmax", softmax(z), reference.softmax)
      errors.note("log-softmax", logSoftmax(z), reference.logSoftmax)
      errors.note(
        "log-sum-exp", [logSumExp(z)], [reference.logSumExp], largestTerms: [largestMagnitude(z)])
      errors.note(
        "cross entropy of a label", [try crossEntropy(logits: z, label: reference.label)],
        [reference.loss])
      errors.note(
        "its gradient", try crossEntropyGradient(logits: z, label: reference.label),
        reference.gradient)
      errors.note(
        "cross entropy of a distribution", [try crossEntropy(logits: z, target: y)],
        [reference.softLoss])
      errors.note(
        "its gradient, per term", try crossEntropyGradient(logits: z, target: y),
        reference.softGradient, largestTerms: terms(of: reference))
      errors.note("entropy, per 1", [entropy(softmax(z))], [reference.entropy], largestTerms: [1])
      // A probability that underflows leaves the divergence no digits to keep.
      guard reference.softmax.allSatisfy({ $0.isNormal }) else { continue }
      errors.note(
        "divergence, per term", [try klDivergence(of: y, relativeTo: softmax(z))],
        [reference.divergence],
        largestTerms: [zip(y, reference.logSoftmax).map { abs($0 * $1) }.max() ?? 0])
    }
    report(errors, of: "vectors")
  }

  @Test("array kernels: within 4 ulps of their own precision")
  func arrays() throws {
    let references = try Reference.all()
    check(RowKernels<Double>.fastest, references, name: "Double, widest vectors")
    check(RowKernels<Double>.baseline, references, name: "Double, baseline vectors")
    let single = references.filter { largestMagnitude($0.logits) < 1e30 }
    check(RowKernels<Float>.fastest, single, name: "Float, widest vectors")
    check(RowKernels<Float>.baseline, single, name: "Float, baseline vectors")
  }

  private func check<Scalar: ArrayScalar>(
    _ kernels: RowKernels<Scalar>, _ references: [Reference], name: String
  ) {
    var errors = Errors()
    for reference in references {
      let z = reference.logits.map { Scalar($0) }
      let y = reference.target.map { Scalar($0) }
      let count = z.count
      let layout = AxisLayout(outer: 1, axis: count, inner: 1)
      errors.note(
        "softmax", newElements(count: count) { kernels.softmax(z, $0, layout) }, reference.softmax)
      errors.note(
        "log-softmax", newElements(count: count) { kernels.logSoftmax(z, $0, layout) },
        reference.logSoftmax)
      errors.note(
        "log-sum-exp", newElements(count: 1) { kernels.logSumExp(z, $0, layout) },
        [reference.logSumExp], largestTerms: [largestMagnitude(reference.logits)])
      let byLabel = losses(count) { z, y, label, losses, gradient in
        kernels.labelLoss(
          LabelledRows(
            logits: z, rows: 1, classes: count, labels: label, classWeights: nil, gradientScale: 1),
          losses, gradient)
      }(z, y, reference.label)
      errors.note("cross entropy of a label", byLabel.loss, [reference.loss])
      errors.note("its gradient", byLabel.gradient, reference.gradient)
      let byTarget = losses(count) { z, y, _, losses, gradient in
        kernels.targetLoss(
          TargetedRows(logits: z, targets: y, rows: 1, classes: count, gradientScale: 1), losses,
          gradient)
      }(z, y, reference.label)
      errors.note("cross entropy of a distribution", byTarget.loss, [reference.softLoss])
      errors.note(
        "its gradient, per term", byTarget.gradient, reference.softGradient,
        largestTerms: terms(of: reference))
    }
    report(errors, of: name)
  }

  /// p Y and y: the terms of the gradient p Y − y.
  private func terms(of reference: Reference) -> [Double] {
    let weight = reference.target.reduce(0, +)
    return zip(reference.softmax, reference.target).map { max($0 * weight, $1) }
  }

  private typealias Loss<Scalar> = (
    UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Int32>,
    UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>
  ) -> Void

  private func losses<Scalar: ArrayScalar>(
    _ count: Int, _ kernel: @escaping Loss<Scalar>
  ) -> ([Scalar], [Scalar], Int) -> (loss: [Scalar], gradient: [Scalar]) {
    { z, y, label in
      var loss: [Scalar] = [0]
      let code = [Int32(label)]
      let gradient: [Scalar] = newElements(count: count) { gradient in
        kernel(z, y, code, &loss, gradient)
      }
      return (loss, gradient)
    }
  }

  /// Prints the table when ACCURACY_TABLE is set, as scripts/accuracy does.
  private func report(_ errors: Errors, of name: String) {
    if ProcessInfo.processInfo.environment["ACCURACY_TABLE"] != nil {
      print("\(name)\n\(errors.table)\n")
    }
    for (function, ulps) in errors.worst {
      #expect(ulps <= bound, "\(function), \(name): \(ulps) ulps")
    }
  }
}
