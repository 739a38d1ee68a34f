import SoftmaxArrays
import SoftmaxCore
import Testing

private let seeds = Array(UInt64(0)..<30)

@Suite("Losses of batches")
struct LossTests {
  @Test("a label is its one-hot row", arguments: seeds)
  func labelIsOneHot(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    for reduction in [Reduction.none, .sum, .mean] {
      let options = LossOptions(reduction: reduction)
      let byLabel = try crossEntropyWithGradient(
        logits: batch.logits, target: .labels(batch.labels), options: options)
      let byRow = try crossEntropyWithGradient(
        logits: batch.logits, target: .distributions(batch.oneHot), options: options)
      #expect(closeInUlps(byLabel.loss.elements, byRow.loss.elements))
      #expect(closeInUlps(byLabel.gradient.elements, byRow.gradient.elements))
    }
  }

  @Test("cross entropy of logits = negative log-likelihood of log-softmax", arguments: seeds)
  func twoPairsAgree(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    let weights = batch.weights
    let ignored = batch.labels[0]
    let options = LossOptions(classWeights: weights, ignoredLabel: ignored)
    let whole = try crossEntropyWithGradient(
      logits: batch.logits, target: .labels(batch.labels), options: options)
    let logP = try logSoftmax(batch.logits)
    let second = try negativeLogLikelihood(
      logProbabilities: logP, labels: batch.labels, classWeights: weights, ignoredLabel: ignored)
    #expect(agree(whole.loss.elements, second.loss.elements, within: 16 * epsilon))
    let gradient = try logSoftmaxBackward(logProbabilities: logP, cotangent: second.gradient)
    #expect(agree(whole.gradient.elements, gradient.elements, within: 16 * epsilon))
  }

  @Test(
    "label smoothing mixes the loss of the label with the mean over all labels", arguments: seeds)
  func smoothingMixes(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    let smoothed = try crossEntropy(
      logits: batch.logits, target: .labels(batch.labels),
      options: LossOptions(reduction: .sum, labelSmoothing: 0.3)
    ).scalar
    func loss(of labels: [Int]) throws -> Double {
      try crossEntropy(
        logits: batch.logits, target: .labels(labels), options: LossOptions(reduction: .sum)
      ).scalar
    }
    var everyLabel = 0.0
    for label in 0..<batch.classes {
      everyLabel += try loss(of: [Int](repeating: label, count: batch.rows))
    }
    let mixture = try 0.7 * loss(of: batch.labels) + 0.3 * everyLabel / Double(batch.classes)
    #expect(abs(smoothed - mixture) <= 64 * epsilon * mixture)
  }

  @Test("the mean is the sum over the weights that counted; none keeps the rows", arguments: seeds)
  func reductions(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    func loss(_ reduction: Reduction) throws -> NDArray<Double> {
      try crossEntropy(
        logits: batch.logits, target: .labels(batch.labels),
        options: LossOptions(reduction: reduction, classWeights: batch.weights))
    }
    let rows = try loss(.none)
    #expect(rows.shape == [batch.rows])
    let (sum, mean) = (try loss(.sum).scalar, try loss(.mean).scalar)
    #expect(abs(rows.elements.reduce(0, +) - sum) <= 16 * epsilon * sum)
    let counted = batch.labels.map { batch.weights[$0] }.reduce(0, +)
    #expect(abs(sum / counted - mean) <= 4 * epsilon * mean)
  }

  @Test("each gradient agrees with central differences", arguments: seeds.prefix(8))
  func gradients(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    let target: [LossTarget<Double>] = [.labels(batch.labels), .distributions(batch.mixed)]
    let variants = [
      LossOptions(), LossOptions(reduction: .sum, unit: .bits),
      LossOptions(labelSmoothing: 0.2), LossOptions(classWeights: batch.weights),
      LossOptions(labelSmoothing: 0.1, classWeights: batch.weights, ignoredLabel: batch.labels[0]),
    ]
    for target in target {
      for options in variants {
        let exact = try crossEntropyWithGradient(
          logits: batch.logits, target: target, options: options)
        let numeric = try centralDifference(
          of: { z in
            try crossEntropy(
              logits: NDArray(shape: batch.logits.shape, elements: z), target: target,
              options: options
            ).scalar
          }, at: batch.logits.elements)
        guard exact.loss.scalar.isFinite else { continue }
        // ε^⅔ ≈ 4e-11 of the size of the loss, and a margin for the third derivatives.
        let tolerance = 2e-10 * max(10, exact.loss.scalar)
        #expect(agree(exact.gradient.elements, numeric, within: tolerance), "\(options)")
      }
    }
  }

  @Test("in place = into a new array", arguments: seeds)
  func inPlace(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    for target in [LossTarget.labels(batch.labels), .distributions(batch.mixed)] {
      let fresh = try crossEntropyWithGradient(logits: batch.logits, target: target)
      var logits = batch.logits
      let loss = try logits.formCrossEntropyGradient(target: target)
      #expect(loss == fresh.loss)
      #expect(logits == fresh.gradient)
    }
  }

  @Test("an ignored row counts for nothing, even if its logits are NaN")
  func ignoredRows() throws {
    let logits = try NDArray(rows: [[1, 2, 3], [.nan, 0, 0], [3, 1, 0]])
    let kept = try NDArray(rows: [[1.0, 2, 3], [3, 1, 0]])
    for smoothing in [0, 0.1] {
      let options = LossOptions(labelSmoothing: smoothing, ignoredLabel: -100)
      let all = try crossEntropyWithGradient(
        logits: logits, target: .labels([0, -100, 2]), options: options)
      let some = try crossEntropyWithGradient(
        logits: kept, target: .labels([0, 2]), options: options)
      #expect(all.loss == some.loss)
      #expect(all.gradient.elements[3..<6].allSatisfy { $0 == 0 })
      #expect(all.gradient.elements[6...] == some.gradient.elements[3...])
    }
  }

  @Test("the layers give what the functions give, in one dimension and two", arguments: seeds)
  func layers(seed: UInt64) throws {
    let batch = try Batch(seed: seed)
    var layer = SoftmaxLayer<Double>()
    let p = try layer.forward(batch.logits)
    #expect(p == (try softmax(batch.logits)))
    // Through softmax and −y/p, composed: the fused gradient. y/p times p costs a few roundings of
    // numbers up to 1/p.
    let cotangent = try NDArray(
      shape: p.shape, elements: zip(batch.oneHot.elements, p.elements).map { -$0 / $1 })
    let composed = try layer.backward(cotangent)
    var last = SoftmaxWithLoss<Double>(options: LossOptions(reduction: .sum))
    let loss = try last.forward(batch.logits, target: .labels(batch.labels))
    #expect(agree(composed.elements, last.backward().elements, within: 64 * epsilon))
    #expect(last.backward(2).elements == last.backward().elements.map { 2 * $0 })
    #expect(
      loss
        == (try crossEntropy(
          logits: batch.logits, target: .labels(batch.labels),
          options: LossOptions(reduction: .sum))))

    let row = NDArray(Array(batch.logits.elements.prefix(batch.classes)))
    var single = SoftmaxWithLoss<Double>()
    let label = batch.labels[0]
    let singleLoss = try single.forward(row, target: .labels([label])).scalar
    #expect(ulps(singleLoss, from: try crossEntropy(logits: row.elements, label: label)) <= 4)
    #expect(single.backward().shape == [batch.classes])
  }

  @Test("labels, weights and shapes that do not fit are refused with the place")
  func refusals() throws {
    let logits = try NDArray(rows: [[1.0, 2, 3], [1, 2, 3]])
    func sentence(_ target: LossTarget<Double>, _ options: LossOptions = LossOptions()) -> String? {
      do {
        _ = try crossEntropy(logits: logits, target: target, options: options)
        return nil
      } catch { return error.description }
    }
    #expect(
      sentence(.labels([0, 3]))
        == "crossEntropy: labels, shape [2], is 3 at [1]; a label counts the 3 classes from 0.")
    #expect(
      sentence(.labels([0]))
        == "crossEntropy: logits has shape [2, 3] but labels has shape [1]; the batch axes must "
        + "agree.")
    #expect(
      sentence(.labels([0, 1]), LossOptions(classWeights: [1, -1, 1]))
        == "crossEntropy: class weights, shape [3], is -1.0 at [1]; a weight must be 0 or more.")
    #expect(
      sentence(.labels([0, 1]), LossOptions(labelSmoothing: 1.5))
        == "crossEntropy: label smoothing is 1.5; it must lie between 0 and 1.")
    #expect(sentence(.distributions(NDArray([1.0, 0, 0]))) != nil)
    #expect(sentence(.labels([0, 1])) == nil)
  }

  private func closeInUlps(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ulps($0, from: $1) <= 6 }
  }
}

/// A batch that a seed determines.
private struct Batch {
  let rows: Int
  let classes: Int
  let logits: NDArray<Double>
  let labels: [Int]
  let weights: [Double]
  /// Rows of positive weights that do not sum to 1.
  let mixed: NDArray<Double>
  let oneHot: NDArray<Double>

  init(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let (rows, classes) = (random.count(2...6), random.count(2...40))
    let labels = (0..<rows).map { _ in random.count(0...(classes - 1)) }
    self.rows = rows
    self.classes = classes
    self.labels = labels
    logits = try NDArray(shape: [rows, classes], elements: random.vector(rows * classes))
    weights = random.vector(classes, in: 0.1...2)
    mixed = try NDArray(
      shape: [rows, classes], elements: random.vector(rows * classes, in: 0...1))
    oneHot = try NDArray(
      shape: [rows, classes],
      elements: (0..<(rows * classes)).map { labels[$0 / classes] == $0 % classes ? 1 : 0 })
  }
}
