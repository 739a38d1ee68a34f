import Foundation
import SoftmaxArrays
import SoftmaxCore
import Testing

/// The worst error of each function over exact answers computed with 400 digits
/// (Cases/references.json, by scripts/references.py).
@Suite("Accuracy against exact answers")
struct AccuracyTests {
  /// The claim of each function's documentation.
  private let bound = 4.0

  @Test("every function, in both precisions and both vector widths: within 4 ulps")
  func withinFourUlps() throws {
    let references = try References.load()
    var table = ErrorTable()
    for answer in references.answers {
      measureVectors(answer, into: &table)
      measureKernels(.fastest, Double.self, answer, "Double", into: &table)
      measureKernels(.baseline, Double.self, answer, "Double, 16 bytes", into: &table)
      // What no Float holds is not asked of one.
      guard largestMagnitude(answer.logits) < 1e30 else { continue }
      measureKernels(.fastest, Float.self, answer, "Float", into: &table)
      measureKernels(.baseline, Float.self, answer, "Float, 16 bytes", into: &table)
    }
    if ProcessInfo.processInfo.environment["ACCURACY_TABLE"] != nil { print(table.markdown) }
    for (function, column, ulps) in table.entries {
      #expect(ulps <= bound, "\(function), \(column): \(ulps) ulps")
    }
  }

  private func measureVectors(_ answer: ExactAnswer, into table: inout ErrorTable) {
    let (z, y) = (answer.logits, answer.target)
    func note(_ function: String, _ got: [Double], _ exact: [Double], terms: [Double]? = nil) {
      table.note(function, "vectors", answer.chosen(got), exact, largestTerms: terms)
    }
    note("softmax", softmax(z), answer.softmax)
    note("log-softmax", logSoftmax(z), answer.logSoftmax)
    note("log-sum-exp *", [logSumExp(z)], [answer.logSumExp], terms: [largestMagnitude(z)])
    do {
      note("loss of a label", [try crossEntropy(logits: z, label: answer.label)], [answer.loss])
      note(
        "gradient of it", try crossEntropyGradient(logits: z, label: answer.label),
        answer.gradient)
      note(
        "loss of a distribution", [try crossEntropy(logits: z, target: y)], [answer.softLoss])
      note(
        "gradient of it *", try crossEntropyGradient(logits: z, target: y), answer.softGradient,
        terms: answer.softGradientTerms)
      note("entropy **", [entropy(softmax(z))], [answer.entropy], terms: [1])
      // A probability that underflows leaves the divergence no digits to keep.
      guard !answer.hasUnderflow else { return }
      note(
        "divergence *", [try klDivergence(of: y, relativeTo: softmax(z))], [answer.divergence],
        terms: [answer.largestDivergenceTerm])
    } catch { Issue.record(error) }
  }

  private func measureKernels<Scalar: ArrayScalar>(
    _ set: KernelSet, _: Scalar.Type, _ answer: ExactAnswer, _ column: String,
    into table: inout ErrorTable
  ) {
    let kernels = set.kernels(of: Scalar.self)
    let z = answer.logits.map { Scalar($0) }
    func note(_ function: String, _ got: [Scalar], _ exact: [Double], terms: [Double]? = nil) {
      table.note(function, column, answer.chosen(got), exact, largestTerms: terms)
    }
    note("softmax", kernels.softmax(of: z), answer.softmax)
    note("log-softmax", kernels.logSoftmax(of: z), answer.logSoftmax)
    note(
      "log-sum-exp *", kernels.logSumExp(of: z), [answer.logSumExp],
      terms: [largestMagnitude(answer.logits)])
    let byLabel = kernels.labelLoss(of: z, label: answer.label)
    note("loss of a label", [byLabel.loss], [answer.loss])
    note("gradient of it", byLabel.gradient, answer.gradient)
    let byTarget = kernels.targetLoss(of: z, target: answer.target.map { Scalar($0) })
    note("loss of a distribution", [byTarget.loss], [answer.softLoss])
    note(
      "gradient of it *", byTarget.gradient, answer.softGradient,
      terms: answer.softGradientTerms)
  }
}
