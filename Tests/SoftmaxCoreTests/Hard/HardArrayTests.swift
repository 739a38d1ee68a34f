import SoftmaxArrays
import SoftmaxCore
import Testing

private let kinds: [any ArrayScalar.Type] = [Double.self, Float.self]

@Suite("Backward passes where all classes are alike")
struct AlikeTests {
  @Test("−1/n² keeps its digits in both types", arguments: kinds, [2, 10, 30, 50_257])
  func alike(kind: any ArrayScalar.Type, count: Int) throws {
    func check<Scalar: ArrayScalar>(_: Scalar.Type) throws {
      let p = try softmax(NDArray<Scalar>(repeating: 0, shape: [count]))
      var g = NDArray<Scalar>(repeating: 0, shape: [count])
      g[0] = 1
      let product = try softmaxBackward(probabilities: p, cotangent: g)
      let share = 1 / Double(count)
      let unit = Double(Scalar(share * share).ulp)
      let worst = product.elements.dropFirst().map { abs(Double($0) + share * share) }.max() ?? 0
      #expect(worst <= 4 * unit, "\(worst / unit) ulps")
      #expect(abs(Double(product[0]) - share * (1 - share)) <= 4 * Double(product[0].ulp))
    }
    try check(kind)
  }

  @Test("a g that is most of the sum of all leaves the others their digits")
  func mostOfTheSum() throws {
    let z = NDArray([0.0, -23])
    let g = NDArray([1e8, 1e-9])
    let exact = try logSoftmaxVJP([0, -23], cotangent: [1e8, 1e-9])
    let got = try logSoftmaxBackward(logProbabilities: logSoftmax(z), cotangent: g)
    #expect(zip(got.elements, exact).allSatisfy { ulps($0, from: $1) <= 8 })
  }

  @Test("log-sum-exp of nothing but −∞ has no slope")
  func noSlope() throws {
    let z = NDArray([-Double.infinity, -.infinity])
    let slope = try logSumExpBackward(logits: z, cotangent: NDArray(shape: [], elements: [1]))
    #expect(allNaN(slope.elements))
  }
}

@Suite("Weights of any size")
struct ExtremeWeightTests {
  @Test(
    "a mean does not depend on the size of the weights", arguments: [1e-46, 1e-300, 1, 1e30, 1e308])
  func mean(weight: Double) throws {
    // log(1 + e⁻¹), mpmath with 60 digits.
    let exact = 0.3132616875182228340489955
    func check<Scalar: ArrayScalar>(_: Scalar.Type) throws {
      let logits = try NDArray<Scalar>(rows: [[1, 0], [1, 0]])
      for options in [
        LossOptions(classWeights: [weight, weight]),
        LossOptions(exampleWeights: [weight, weight]),
        LossOptions(labelSmoothing: 0, classWeights: [weight, 1]),
      ] {
        let result = try crossEntropyWithGradient(
          logits: logits, target: .labels([0, 0]), options: options)
        #expect(abs(Double(result.loss.scalar) - exact) <= 4 * Double(Scalar(exact).ulp))
        let plain = try crossEntropyWithGradient(logits: logits, target: .labels([0, 0])).gradient
        for (got, exact) in zip(result.gradient, plain) {
          #expect(abs(got - exact) <= 4 * exact.ulp)
        }
      }
    }
    try check(Double.self)
    try check(Float.self)
  }

  @Test("a sum is in proportion to them, and weights that are none are refused")
  func sum() throws {
    let logits = try NDArray(rows: [[1.0, 0]])
    func loss(_ weight: Double) throws -> Double {
      try crossEntropy(
        logits: logits, target: .labels([0]),
        options: LossOptions(reduction: .sum, classWeights: [weight, 0])
      ).scalar
    }
    #expect(try loss(0x1p900) == (try loss(1)) * 0x1p900)
    #expect(try loss(0x1p-900) == (try loss(1)) * 0x1p-900)
    for weight in [-1, Double.infinity, .nan] {
      #expect(throws: InputError.self) { try loss(weight) }
    }
  }

  @Test(
    "one row weighs as much as it is told",
    arguments: [LossOptions(), LossOptions(labelSmoothing: 0.1)])
  func examples(options: LossOptions) throws {
    let logits = try NDArray(rows: [[1.0, 0, 2], [0, 3, 1]])
    var weighted = options
    weighted.exampleWeights = [2, 1]
    let repeated = try NDArray(rows: [[1.0, 0, 2], [1, 0, 2], [0, 3, 1]])
    let one = try crossEntropy(logits: logits, target: .labels([0, 2]), options: weighted).scalar
    let two = try crossEntropy(logits: repeated, target: .labels([0, 0, 2]), options: options)
      .scalar
    #expect(abs(one - two) <= 8 * two.ulp)
    weighted.exampleWeights = [1]
    #expect(throws: InputError.self) {
      try crossEntropy(logits: logits, target: .labels([0, 2]), options: weighted)
    }
  }

  @Test("a rate that is no number is refused, and θ stays", arguments: [Double.nan, .infinity, -1])
  func rates(rate: Double) throws {
    var model = SoftmaxRegression<Double>(features: 1, classes: 2)
    let before = model
    let examples = try NDArray(rows: [[1.0]])
    for options in [EpochOptions(learningRate: rate), EpochOptions(l2: rate)] {
      #expect(throws: InputError.self) {
        try model.trainEpoch(examples, labels: [0], options: options)
      }
    }
    #expect(model == before)
  }
}

@Suite("Shapes that cannot be")
struct ImpossibleShapeTests {
  @Test(
    "a product that overflows is refused",
    arguments: [[1 << 62, 4], [1 << 32, 1 << 32, 0], [Int.max, 2], [0, -1], [1 << 61]])
  func refused(shape: [Int]) throws {
    let error = #expect(throws: DomainError.self) {
      try NDArray<Double>(shape: shape, elements: [])
    }
    #expect(error?.description.hasPrefix("NDArray: shape") == true)
    #expect(throws: DomainError.self) { try NDArray<Float>([]).reshaped(shape) }
  }

  @Test("an answer that no memory holds is refused; so are places for too many labels")
  func answers() throws {
    let wide = try NDArray<Double>(shape: [1 << 40, 0], elements: [])
    #expect(throws: DomainError.self) { try logSumExp(wide) }
    #expect(throws: DomainError.self) { try oneHot([0, 0], classes: 1 << 62) as NDArray<Double> }
    #expect(throws: DomainError.self) { try argMax(wide) }
  }
}

@Suite("What a programmer's mistake says")
struct MistakeTests {
  @Test("an index outside")
  func index() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let array: NDArray<Double> = [[1, 2], [3, 4]]
      _ = array[2, 0]
    }
    expectSentence(result, "[2, 0] is no index of an array of shape [2, 2].")
  }

  @Test("too few indices")
  func indices() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let array: NDArray<Double> = [[1, 2], [3, 4]]
      _ = array[1]
    }
    expectSentence(result, "[1] is no index of an array of shape [2, 2].")
  }

  @Test("no scalar")
  func scalar() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let array: NDArray<Double> = [1, 2]
      _ = array.scalar
    }
    expectSentence(result, "An array of shape [2] is no scalar.")
  }

  @Test("an order that is none")
  func order() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let array: NDArray<Double> = [1, 2]
      _ = array.transposed([1])
    }
    expectSentence(result, "[1] is no order of the 1 axes.")
  }

  @Test("more elements than can be")
  func repeating() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NDArray<Double>(repeating: 0, shape: [1 << 62, 4])
    }
    expectSentence(result, "its lengths multiply to more elements than a program can hold.")
  }

  @Test("a ragged literal")
  func literal() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let array: NDArray<Double> = [[1, 2], [3]]
      _ = array.rank
    }
    expectSentence(result, "A literal has parts of the shapes [2] and [1]; they must be equal.")
  }

  @Test("a classifier of nothing")
  func classifier() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SoftmaxRegression<Double>(features: 0, classes: 2)
    }
    expectSentence(result, "A classifier needs a feature and a class.")
  }

  @Test("a layer that has seen nothing")
  func layer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SoftmaxWithLoss<Double>().backward()
    }
    expectSentence(result, "SoftmaxWithLoss.backward needs a forward pass before it.")
  }

  @Test("a step of a central difference that leads nowhere")
  func step() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = centralDifference(of: { $0[0] }, at: [1], step: 0)
    }
    expectSentence(result, "The step of a central difference must be positive, not 0.0.")
  }

  private func expectSentence(_ result: ExitTest.Result?, _ sentence: String) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(sentence), "\(text)")
  }
}
