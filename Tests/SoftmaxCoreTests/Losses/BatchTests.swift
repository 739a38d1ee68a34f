import SoftmaxArrays
import SoftmaxCore
import Testing

private let seeds = Array(UInt64(0)..<12)

@Suite("Losses along any axis, at any temperature")
struct AxisAndTemperatureTests {
  @Test("[N, C, d] along axis 1 is [N·d, C] along the last", arguments: seeds)
  func axis(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let (n, c, d) = (random.count(1...4), random.count(2...9), random.count(1...5))
    let cube = try NDArray(shape: [n, c, d], elements: random.vector(n * c * d))
    let moved = cube.transposed([0, 2, 1])
    let flat = try moved.reshaped([n * d, c])
    let labels = (0..<(n * d)).map { _ in random.count(0...(c - 1)) }
    let options = LossOptions(labelSmoothing: 0.1, axis: 1)
    let one = try crossEntropyWithGradient(logits: cube, target: .labels(labels), options: options)
    let two = try crossEntropyWithGradient(
      logits: flat, target: .labels(labels), options: LossOptions(labelSmoothing: 0.1))
    #expect(one.loss == two.loss)
    #expect(one.gradient.shape == [n, c, d])
    #expect(one.gradient.transposed([0, 2, 1]).elements == two.gradient.elements)
    var inPlace = cube
    #expect(
      try inPlace.formCrossEntropyGradient(target: .labels(labels), options: options) == one.loss)
    #expect(inPlace == one.gradient)
    var unreduced = options
    unreduced.reduction = .none
    #expect(
      try crossEntropy(logits: cube, target: .labels(labels), options: unreduced).shape == [n, d])
    let target = LossTarget.distributions(cube.map { abs($0) })
    let flatTarget = LossTarget.distributions(flat.map { abs($0) })
    let soft = try crossEntropyWithGradient(
      logits: cube, target: target, options: LossOptions(axis: -2))
    let softFlat = try crossEntropyWithGradient(logits: flat, target: flatTarget)
    #expect(soft.loss == softFlat.loss)
    #expect(throws: InputError.self) {
      try crossEntropy(logits: cube, target: target, options: LossOptions(axis: 3))
    }
  }

  @Test("T is that of the vectors", arguments: seeds, [0, 0.25, 2, .infinity])
  func temperature(seed: UInt64, temperature: Double) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(2...80)
    let (z, y) = (random.vector(count), random.distribution(count))
    let options = LossOptions(temperature: temperature)
    let batch = try crossEntropyWithGradient(
      logits: NDArray(z), target: .distributions(NDArray(y)), options: options)
    let loss = try crossEntropy(logits: z, target: y, temperature: temperature)
    #expect(ulps(batch.loss.scalar, from: loss) <= 8)
    let gradient = try crossEntropyGradient(logits: z, target: y, temperature: temperature)
    let scale = temperature == 0 ? 1 : 1 / temperature
    #expect(agree(batch.gradient.elements, gradient, within: 8 * epsilon * scale))
    let label = try crossEntropy(
      logits: NDArray(z), target: .labels([1]), options: options
    ).scalar
    #expect(ulps(label, from: try crossEntropy(logits: z, label: 1, temperature: temperature)) <= 8)
    #expect(throws: InputError.self) {
      try crossEntropy(
        logits: NDArray(z), target: .labels([1]), options: LossOptions(temperature: .nan))
    }
  }
}

@Suite("Divergence, entropy and yes or no of batches")
struct BatchTests {
  @Test("each row is that of the vectors, in both paths of the kernels", arguments: seeds, [3, 90])
  func rows(seed: UInt64, classes: Int) throws {
    var random = RandomInputs(seed: seed)
    let rows = random.count(1...9)
    let z = (0..<rows).map { _ in random.vector(classes) }
    let y = (0..<rows).map { _ in random.distribution(classes) }
    let (logits, target) = (try NDArray(rows: z), try NDArray(rows: y))
    let none = LossOptions(reduction: .none, temperature: 2)
    let divergence = try klDivergenceWithGradient(
      logits: logits, target: .distributions(target), options: none)
    let entropies = try entropyWithGradient(logits: logits, temperature: 2, reduction: .none)
    let logP = try logSoftmax(logits)
    let pair = try klDivergenceWithGradient(
      logProbabilities: logP, target: target, reduction: .none)
    let logPair = try klDivergenceWithGradient(
      logProbabilities: logP, target: target.map { -information($0) }, isLogTarget: true,
      reduction: .none)
    for row in 0..<rows {
      let exact = try klDivergence(of: y[row], relativeToLogits: z[row], temperature: 2)
      #expect(abs(divergence.loss[row] - exact) <= 32 * epsilon)
      let gradient = try crossEntropyGradient(logits: z[row], target: y[row], temperature: 2)
      #expect(agree(divergence.gradient.row(row).elements, gradient, within: 8 * epsilon))
      let entropy = try entropy(logits: z[row], temperature: 2)
      #expect(ulps(entropies.entropy[row], from: entropy) <= 8)
      let slope = try entropyGradient(logits: z[row], temperature: 2)
      #expect(agree(entropies.gradient.row(row).elements, slope, within: 16 * epsilon))
      let plain = try klDivergence(of: y[row], relativeToLogits: z[row])
      #expect(abs(pair.loss[row] - plain) <= 64 * epsilon)
      #expect(abs(logPair.loss[row] - plain) <= 64 * epsilon)
    }
    #expect(pair.gradient == target.map { -$0 })
    #expect(agree(logPair.gradient.elements, pair.gradient.elements, within: 8 * epsilon))
    #expect(try entropy(logits: logits, temperature: 2) == entropies.entropy)
  }

  @Test("a masked class and an impossible one")
  func masked() throws {
    let logits: NDArray<Double> = [[1, -.infinity, 2]]
    let entropy = try entropyWithGradient(logits: logits)
    let exact = try SoftmaxCore.entropy(logits: [1, -.infinity, 2])
    #expect(ulps(entropy.entropy.scalar, from: exact) <= 4)
    #expect(entropy.gradient[0, 1] == 0)
    let possible = try klDivergenceWithGradient(
      logits: logits, target: .distributions([[0.5, 0, 0.5]]))
    #expect(possible.loss.scalar.isFinite && possible.gradient[0, 1] == 0)
    let impossible = try klDivergenceWithGradient(
      logits: logits, target: .distributions([[0.5, 0.25, 0.25]]))
    #expect(impossible.loss.scalar == .infinity)
    let given = try klDivergenceWithGradient(
      logProbabilities: logSoftmax(logits), target: [[0.5, 0, 0.5]])
    #expect(given.loss.scalar.isFinite)
  }

  @Test("distillation: T² D, with the gradient T (softmax(s/T) − softmax(t/T))")
  func distillation() throws {
    let result = try distillationLossWithGradient(
      student: NDArray([1.0, 1, 0]), teacher: NDArray([2.0, 0, -1]), temperature: 3)
    // mpmath with 60 digits.
    #expect(abs(result.loss.scalar - 0.4958413648464952275360022) <= 16 * epsilon)
    let gradient = [
      -0.4902954165418916124132131, 0.2856315020423363713408767, 0.2046639144995552410723364,
    ]
    #expect(agree(result.gradient.elements, gradient, within: 4 * epsilon))
    #expect(throws: InputError.self) {
      try distillationLossWithGradient(
        student: NDArray([1.0]), teacher: NDArray([1.0, 2]), temperature: 1)
    }
    #expect(throws: InputError.self) {
      try distillationLossWithGradient(
        student: NDArray([1.0]), teacher: NDArray([1.0]), temperature: 0)
    }
  }

  @Test("yes or no: each element alone, ±∞ right", arguments: [1, 5, 8, 33])
  func binary(count: Int) throws {
    var random = RandomInputs(seed: UInt64(count))
    var x = random.vector(count, in: -30...30)
    x[0] = .infinity
    let y = (0..<count).map { _ in Double(random.count(0...1)) }
    let result = try binaryCrossEntropyWithGradient(
      logits: NDArray(x), target: NDArray(y), positiveWeight: 3, reduction: .none)
    for index in 0..<count {
      let exact = binaryCrossEntropy(logit: x[index], target: y[index], positiveWeight: 3)
      #expect(ulps(result.loss[index], from: exact) <= 4)
      let slope = binaryCrossEntropyGradient(logit: x[index], target: y[index], positiveWeight: 3)
      #expect(ulps(result.gradient[index], from: slope) <= 4)
    }
    #expect(
      try binaryCrossEntropyWithGradient(logits: NDArray([0.0, 0]), target: NDArray([1.0, 1]))
        .gradient == [
          -0.25, -0.25,
        ])
    #expect(throws: InputError.self) {
      try binaryCrossEntropyWithGradient(
        logits: NDArray([0.0]), target: NDArray([1.0]), positiveWeight: -1)
    }
  }

  @Test("a mask is −∞ in its place, and a line without a class is 0", arguments: [4, 40])
  func mask(classes: Int) throws {
    var random = RandomInputs(seed: UInt64(classes))
    let logits = try NDArray(shape: [3, classes], elements: random.vector(3 * classes))
    var mask = (0..<(3 * classes)).map { $0 % 3 != 1 }
    for place in classes..<(2 * classes) { mask[place] = false }
    let p = try softmax(logits, mask: mask)
    #expect(p.row(1).allSatisfy { $0 == 0 })
    for row in [0, 2] {
      let own = Array(mask[(row * classes)..<((row + 1) * classes)])
      let exact = try softmax(logits.row(row).elements, mask: own)
      #expect(zip(p.row(row), exact).allSatisfy { ulps($0, from: $1) <= 4 })
    }
    #expect(throws: InputError.self) { try softmax(logits, mask: [true]) }
  }

  @Test("a long vector is answered as its array")
  func long() throws {
    var random = RandomInputs(seed: 1)
    let z = random.vector(1000)
    #expect(softmax(z) == (try softmax(NDArray(z)).elements))
    #expect(logSoftmax(z) == (try logSoftmax(NDArray(z)).elements))
    #expect(logSumExp(z) == (try logSumExp(NDArray(z)).scalar))
    #expect(zip(softmax(z), SoftmaxCore.softmax(z)).allSatisfy { ulps($0, from: $1) <= 4 })
  }
}

@Suite("Bias and L2 of softmax regression")
struct RegressionOptionTests {
  @Test("a bias is the weight of a feature that is always 1; L2 shrinks the weights alone")
  func biasAndL2() throws {
    var random = RandomInputs(seed: 3)
    let rows = (0..<23).map { _ in random.vector(4, in: -1...1) }
    let labels = (0..<23).map { _ in random.count(0...2) }
    let options = EpochOptions(learningRate: 0.3, l2: 0.01, batchSize: 5)
    var model = SoftmaxRegression<Double>(features: 4, classes: 3, hasBias: true)
    try model.trainEpoch(NDArray(rows: rows), labels: labels, options: options)
    try model.trainEpoch(NDArray(rows: rows), labels: labels, options: options)
    // In the plainest words.
    var (theta, bias) = ([[Double]](repeating: [0, 0, 0], count: 4), [0.0, 0, 0])
    for start in Array(stride(from: 0, to: 23, by: 5)) + Array(stride(from: 0, to: 23, by: 5)) {
      let batch = start..<min(start + 5, 23)
      var (slopes, biasSlopes) = (theta.map { $0.map { _ in 0.0 } }, [0.0, 0, 0])
      for row in batch {
        let z = (0..<3).map { k in
          bias[k] + (0..<4).reduce(0.0) { $0 + rows[row][$1] * theta[$1][k] }
        }
        let error = try crossEntropyGradient(logits: z, label: labels[row])
        for k in 0..<3 {
          biasSlopes[k] += error[k] / Double(batch.count)
          for feature in 0..<4 {
            slopes[feature][k] += rows[row][feature] * error[k] / Double(batch.count)
          }
        }
      }
      for k in 0..<3 {
        bias[k] -= 0.3 * biasSlopes[k]
        for feature in 0..<4 {
          theta[feature][k] -= 0.3 * (slopes[feature][k] + 0.01 * theta[feature][k])
        }
      }
    }
    #expect(agree(model.theta.elements, theta.flatMap { $0 }, within: 1e-13))
    #expect(agree(model.bias?.elements ?? [], bias, within: 1e-13))
    let examples = try NDArray(rows: rows)
    let logits = try model.logits(examples)
    let first = (0..<3).map { k in bias[k] + (0..<4).reduce(0.0) { $0 + rows[0][$1] * theta[$1][k] }
    }
    #expect(agree(logits.row(0).elements, first, within: 1e-13))
    #expect(try model.probabilities(examples) == softmax(logits))
    #expect(throws: DomainError.self) { try SoftmaxRegression<Double>(theta: [[1, 2]], bias: [1]) }
  }
}
