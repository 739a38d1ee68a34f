import SoftmaxArrays
import SoftmaxCore
import Testing

private let denormals: [Double] = [
  .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude / 8,
]

@Suite("Losses at the edges")
struct LossEdgeTests {
  private let infinity = Double.infinity

  @Test("the mean of nothing is NaN, its sum 0, and nothing has a gradient")
  func nothing() throws {
    let empty = try NDArray<Double>(shape: [0, 3], elements: [])
    let logits = try NDArray(rows: [[1.0, 2, 3], [.nan, 0, 0]])
    for (z, labels) in [(empty, []), (logits, [-100, -100])] {
      func run(
        _ reduction: Reduction, smoothing: Double
      ) throws -> (loss: NDArray<Double>, gradient: NDArray<Double>) {
        try crossEntropyWithGradient(
          logits: z, target: .labels(labels),
          options: LossOptions(
            reduction: reduction, labelSmoothing: smoothing, ignoredLabel: -100))
      }
      for smoothing in [0, 0.1] {
        #expect(try run(.mean, smoothing: smoothing).loss.scalar.isNaN)
        #expect(try run(.sum, smoothing: smoothing).loss.scalar == 0)
        let rows = try run(.none, smoothing: smoothing)
        #expect(rows.loss.shape == [labels.count] && rows.loss.elements.allSatisfy { $0 == 0 })
        #expect(try run(.mean, smoothing: smoothing).gradient.elements.allSatisfy { $0 == 0 })
      }
      let likelihood = try negativeLogLikelihood(
        logProbabilities: z, labels: labels, ignoredLabel: -100)
      #expect(likelihood.loss.scalar.isNaN)
      #expect(likelihood.gradient.elements.allSatisfy { $0 == 0 })
    }
  }

  @Test("the mean over weights that sum to 0 is NaN, smoothed or not", arguments: [0, 0.25])
  func noWeight(smoothing: Double) throws {
    let result = try crossEntropyWithGradient(
      logits: NDArray(rows: [[1.0, 2], [3, 1]]), target: .labels([1, 1]),
      options: LossOptions(labelSmoothing: smoothing, classWeights: [0.3, 0]))
    #expect(result.loss.scalar.isNaN)
    #expect(allNaN(result.gradient.elements))
  }

  @Test("a masked class costs nothing where its weight is 0, and infinitely much where it is not")
  func masked() throws {
    let logits = NDArray([1, -infinity])
    func loss(_ target: LossTarget<Double>, _ weights: [Double]? = nil) throws -> Double {
      try crossEntropy(
        logits: logits, target: target,
        options: LossOptions(reduction: .sum, classWeights: weights)
      ).scalar
    }
    #expect(try loss(.labels([0])) == 0)
    #expect(try loss(.labels([1])) == infinity)
    #expect(try loss(.labels([1]), [1, 0]) == 0)
    #expect(try loss(.distributions(NDArray([1, 0]))) == 0)
    #expect(try loss(.distributions(NDArray([0.5, 0.5]))) == infinity)
    #expect(try loss(.distributions(NDArray([0.5, 0.5])), [1, 0]) == 0)
    let byProbability = try crossEntropy(
      probabilities: NDArray([1.0, 0]), target: .distributions(NDArray([1, 0])))
    #expect(byProbability.loss.scalar == 0 && byProbability.gradient.elements == [-1, 0])
  }

  @Test("one class is certain: no loss, no gradient", arguments: [-1e308, 0, 5, 1e308])
  func oneClass(logit: Double) throws {
    for target in [LossTarget.labels([0]), .distributions(NDArray([1]))] {
      let result = try crossEntropyWithGradient(logits: NDArray([logit]), target: target)
      #expect(result.loss.scalar == 0 && result.gradient.elements == [0])
    }
  }

  @Test("where a difference of logits overflows, a small enough share of it is a number")
  func overflow() throws {
    let far = [1e308, -1e308]
    let share = [1 - 0.0625, 0.0625]
    // 2e308/16, though 2e308 is no Double.
    let expected = 1e308 / 8
    #expect(try crossEntropy(logits: far, target: share) == expected)
    let rows = try NDArray(rows: [far])
    let soft = try crossEntropy(logits: rows, target: .distributions(NDArray(rows: [share])))
    #expect(soft.scalar == expected)
    let weighted = try crossEntropy(
      logits: rows, target: .labels([1]),
      options: LossOptions(reduction: .sum, classWeights: [1, 0.0625]))
    #expect(weighted.scalar == expected)
    #expect(try crossEntropy(logits: far, label: 1) == infinity)
  }

  @Test("denormal logits are as good as 0", arguments: denormals)
  func denormal(logit: Double) throws {
    let result = try crossEntropyWithGradient(logits: NDArray([logit, 0]), target: .labels([0]))
    #expect(result.loss.scalar == information(0.5))
    #expect(result.gradient.elements == [-0.5, 0.5])
  }

  @Test("smoothing of 1 forgets the label; the target's sum goes with the gradient")
  func wholeSmoothing() throws {
    let logits = try NDArray(rows: [[2.0, 1, 0]])
    func gradient(_ label: Int) throws -> [Double] {
      try crossEntropyWithGradient(
        logits: logits, target: .labels([label]), options: LossOptions(labelSmoothing: 1)
      ).gradient.elements
    }
    #expect(try gradient(0) == gradient(2))
    // p Y − y for a y that sums to 3.
    let doubled = try crossEntropyWithGradient(
      logits: logits, target: .distributions(NDArray(rows: [[1, 1, 1]]))
    ).gradient.elements
    let expected = softmax([2, 1, 0]).map { 3 * $0 - 1 }
    #expect(agree(doubled, expected, within: 4 * epsilon))
  }
}
