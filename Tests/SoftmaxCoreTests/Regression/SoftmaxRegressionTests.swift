import SoftmaxArrays
import SoftmaxCore
import Testing

@Suite("Softmax regression")
struct SoftmaxRegressionTests {
  @Test(
    "an epoch is θ ← θ − α/B Xᵀ(softmax(Xθ) − onehot), batch by batch", arguments: UInt64(0)..<25)
  func epochIsItsFormula(seed: UInt64) throws {
    let data = try Examples(seed: seed)
    for lastBatch in [EpochOptions.LastBatch.used, .usedWithWholeDivisor, .dropped] {
      let options = EpochOptions(
        learningRate: 0.3, batchSize: data.batchSize, lastBatch: lastBatch)
      var model = try SoftmaxRegression(theta: data.theta)
      let loss = try model.trainEpoch(data.features, labels: data.labels, options: options)
      let expected = try data.epoch(order: Array(data.labels.indices), options)
      #expect(agree(model.theta.elements, expected.theta, within: 1e-12))
      #expect(loss.isNaN ? expected.loss.isNaN : abs(loss - expected.loss) <= 1e-12)
    }
  }

  @Test("shuffled: the seed decides, and the order is a permutation", arguments: UInt64(0)..<10)
  func shuffled(seed: UInt64) throws {
    let data = try Examples(seed: seed)
    let options = EpochOptions(batchSize: data.batchSize, order: .shuffled(seed: seed))
    var (one, two) = (
      try SoftmaxRegression(theta: data.theta), try SoftmaxRegression(theta: data.theta)
    )
    try one.trainEpoch(data.features, labels: data.labels, options: options)
    try two.trainEpoch(data.features, labels: data.labels, options: options)
    #expect(one == two)
    var generator = SplitMix64(seed: seed)
    let order = data.labels.indices.shuffled(using: &generator)
    #expect(agree(one.theta.elements, try data.epoch(order: order, options).theta, within: 1e-12))
  }

  @Test("one step's direction agrees with central differences of the loss")
  func stepIsTheGradient() throws {
    let data = try Examples(seed: 3)
    let rate = 0.5
    var model = try SoftmaxRegression(theta: data.theta)
    try model.trainEpoch(
      data.features, labels: data.labels,
      options: EpochOptions(learningRate: rate, batchSize: data.labels.count))
    let gradient = zip(data.theta.elements, model.theta.elements).map { ($0 - $1) / rate }
    let numeric = try centralDifference(
      of: { theta in
        try SoftmaxRegression(theta: NDArray(shape: data.theta.shape, elements: theta))
          .loss(data.features, labels: data.labels)
      }, at: data.theta.elements)
    #expect(agree(gradient, numeric, within: 1e-8))
  }

  @Test("classes that lie apart are learned; zero weights know nothing")
  func learns() throws {
    // Class k lies at the unit vector of axis k, with noise.
    var random = RandomInputs(seed: 11)
    let labels = (0..<300).map { $0 % 3 }
    let rows = labels.map { label in
      (0..<3).map { ($0 == label ? 1.0 : 0) + random.real(-0.2...0.2) }
    }
    let examples = try NDArray(rows: rows)
    var model = SoftmaxRegression<Double>(features: 3, classes: 3)
    // log 3 up to the rounding of the mean.
    #expect(abs(try model.loss(examples, labels: labels) - information(1.0 / 3)) <= 4 * epsilon)
    #expect(try model.predictions(examples).allSatisfy { $0 == 0 })
    var losses: [Double] = []
    for epoch in 0..<20 {
      losses.append(
        try model.trainEpoch(
          examples, labels: labels,
          options: EpochOptions(
            learningRate: 0.5, batchSize: 32, order: .shuffled(seed: UInt64(epoch)))))
    }
    #expect(losses == losses.sorted(by: >))
    #expect(try model.accuracy(examples, labels: labels) == 1)
  }

  @Test("huge features overflow nothing", arguments: [1.0, 1e150])
  func huge(scale: Double) throws {
    var model = try SoftmaxRegression(theta: NDArray(rows: [[1.0, -1], [0.5, 0]]))
    let examples = try NDArray(rows: [[scale * 500, -500], [1000, 0]])
    let loss = try model.trainEpoch(examples, labels: [0, 1])
    #expect(loss.isFinite)
    #expect(model.theta.elements.allSatisfy { $0.isFinite })
  }

  @Test("what does not fit is refused and changes nothing")
  func refusals() throws {
    let data = try Examples(seed: 1)
    var model = try SoftmaxRegression(theta: data.theta)
    let wrong = [
      #expect(throws: InputError.self) {
        try model.trainEpoch(NDArray(repeating: 1, shape: [2, 99]), labels: [0, 0])
      }?.description,
      #expect(throws: InputError.self) {
        try model.trainEpoch(data.features, labels: [0])
      }?.description,
      #expect(throws: InputError.self) {
        try model.trainEpoch(
          data.features, labels: data.labels, options: EpochOptions(batchSize: 0))
      }?.description,
    ]
    #expect(wrong.allSatisfy { $0?.hasPrefix("trainEpoch: ") == true })
    #expect(wrong[2] == "trainEpoch: batch size is 0; it must be 1 or more.")
    #expect(model.theta == data.theta)
  }

  @Test("a batch longer than the data is the data", arguments: [false, true])
  func longBatch(isShuffled: Bool) throws {
    let data = try Examples(seed: 4)
    let order: EpochOptions.Order = isShuffled ? .shuffled(seed: 2) : .asGiven
    func trained(_ batchSize: Int) throws -> NDArray<Double> {
      var model = try SoftmaxRegression(theta: data.theta)
      try model.trainEpoch(
        data.features, labels: data.labels,
        options: EpochOptions(batchSize: batchSize, order: order))
      return model.theta
    }
    #expect(try trained(.max) == trained(data.labels.count))
  }
}

/// Examples that a seed determines, and the epoch in the plainest words.
private struct Examples {
  let features: NDArray<Double>
  let labels: [Int]
  let theta: NDArray<Double>
  let batchSize: Int

  init(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let (rows, width, classes) = (random.count(1...23), random.count(1...6), random.count(1...27))
    features = try NDArray(shape: [rows, width], elements: random.vector(rows * width, in: -1...1))
    labels = (0..<rows).map { _ in random.count(0...(classes - 1)) }
    theta = try NDArray(
      shape: [width, classes], elements: random.vector(width * classes, in: -1...1))
    batchSize = random.count(1...9)
  }

  func epoch(
    order: [Int], _ options: EpochOptions
  ) throws -> (theta: [Double], loss: Double) {
    let (width, classes) = (theta.shape[0], theta.shape[1])
    var theta = theta.elements
    var losses: [Double] = []
    for start in stride(from: 0, to: order.count, by: options.batchSize) {
      let batch = order[start..<min(start + options.batchSize, order.count)]
      if batch.count < options.batchSize, options.lastBatch == .dropped { break }
      var sum = [Double](repeating: 0, count: theta.count)
      for row in batch {
        let x = (0..<width).map { features[row, $0] }
        let logits = (0..<classes).map { column in
          x.indices.map { x[$0] * theta[$0 * classes + column] }.reduce(0, +)
        }
        losses.append(try crossEntropy(logits: logits, label: labels[row]))
        let errors = try crossEntropyGradient(logits: logits, label: labels[row])
        for feature in 0..<width {
          for column in 0..<classes {
            sum[feature * classes + column] += x[feature] * errors[column]
          }
        }
      }
      let whole = options.lastBatch == .usedWithWholeDivisor
      let rate = options.learningRate / Double(whole ? options.batchSize : batch.count)
      theta = zip(theta, sum).map { $0 - rate * $1 }
    }
    return (theta, losses.reduce(0, +) / Double(losses.count))
  }
}
