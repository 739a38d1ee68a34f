import SoftmaxArrays
import SoftmaxCore
import Testing

/// All shapes of one to three axes of length 1 to 3, with each axis, and a few longer ones that fill
/// the vectors and leave a remainder.
private let shapesWithAxis: [(shape: [Int], axis: Int)] = {
  let ones = (1...3).map { [$0] }
  let twos = ones.flatMap { shape in (1...3).map { shape + [$0] } }
  let threes = twos.flatMap { shape in (1...3).map { shape + [$0] } }
  let longer = [[7, 5], [3, 70], [70, 3], [2, 33, 5], [4, 3, 2, 5]]
  return (ones + twos + threes + longer).flatMap { shape in shape.indices.map { (shape, $0) } }
}()

@Suite("Laws of arrays, Double and Float")
struct LawTests {
  @Test("softmax(z + c) = softmax(z), c the same along the axis", arguments: shapesWithAxis)
  func shiftChangesNothing(shape: [Int], axis: Int) throws {
    try shiftChangesNothing(Double.self, shape, axis)
    try shiftChangesNothing(Float.self, shape, axis)
  }

  private func shiftChangesNothing<Scalar: ArrayScalar>(
    _: Scalar.Type, _ shape: [Int], _ axis: Int
  ) throws {
    // Quarters of small size are shifted without rounding, so equality is exact.
    var z = try array(Scalar.self, shape, seed: 1)
    z = try NDArray(shape: shape, elements: z.elements.map { ($0 * 4).rounded() / 4 })
    let shifted = try NDArray(shape: shape, elements: z.elements.map { $0 + 1024 })
    #expect(try softmax(shifted, axis: axis) == softmax(z, axis: axis))
    // m + log S is rounded elsewhere after a shift.
    let (logP, shiftedLogP) = (try logSoftmax(z, axis: axis), try logSoftmax(shifted, axis: axis))
    for (a, b) in zip(logP.elements, shiftedLogP.elements) { #expect(abs(a - b) <= 2 * a.ulp) }
    // The gradient of a loss that a shift leaves alone is orthogonal to the shift.
    let g = try array(Scalar.self, shape, seed: 2)
    let gradient = try softmaxBackward(
      probabilities: softmax(z, axis: axis), cotangent: g, axis: axis)
    for line in try lines(of: gradient, along: axis) {
      #expect(abs(line.reduce(0, +)) <= 64 * Scalar.ulpOfOne)
    }
  }

  @Test(
    "Σ softmax(z) = 1 along the axis, and log-sum-exp of log-softmax is 0",
    arguments: shapesWithAxis)
  func sumIsOne(shape: [Int], axis: Int) throws {
    try sumIsOne(Double.self, shape, axis)
    try sumIsOne(Float.self, shape, axis)
  }

  private func sumIsOne<Scalar: ArrayScalar>(_: Scalar.Type, _ shape: [Int], _ axis: Int) throws {
    let z = try array(Scalar.self, shape, seed: 3)
    // Each term is off by at most 4 roundings of itself, the sum by one a term.
    let tolerance = Scalar(4 + shape[axis]) * Scalar.ulpOfOne
    for line in try lines(of: softmax(z, axis: axis), along: axis) {
      #expect(abs(line.reduce(0, +) - 1) <= tolerance)
    }
    let total = try logSumExp(logSoftmax(z, axis: axis), axis: axis)
    // exp turns the rounding of a log-probability near 10 into a relative one ten times as large.
    #expect(total.elements.allSatisfy { abs($0) <= 16 * tolerance })
  }

  @Test("softmax of a permutation is the permutation of softmax", arguments: shapesWithAxis)
  func permutationPassesThrough(shape: [Int], axis: Int) throws {
    let z = try array(Double.self, shape, seed: 4)
    var random = RandomInputs(seed: UInt64(shape[axis]))
    let order = random.permutation(shape[axis])
    let straight = try lines(of: softmax(z, axis: axis), along: axis)
    let permuted = try lines(of: z, along: axis).map { line in order.map { line[$0] } }
    for (line, expected) in zip(permuted, straight) {
      let got = try softmax(NDArray(line)).elements
      // The order of the sum changes, and with it its last digit.
      let error = zip(got, order.map { expected[$0] }).map { ulps($0, from: $1) }.max() ?? 0
      #expect(error <= 2)
    }
  }

  @Test("backward = Jᵀg along any axis", arguments: shapesWithAxis, [1, 0.5])
  func backwardIsJacobianProduct(place: (shape: [Int], axis: Int), temperature: Double) throws {
    let (shape, axis) = place
    let (z, g) = (try array(Double.self, shape, seed: 5), try array(Double.self, shape, seed: 6))
    let fused = try softmaxBackward(
      probabilities: softmax(z, axis: axis, temperature: temperature), cotangent: g, axis: axis,
      temperature: temperature)
    let fusedLog = try logSoftmaxBackward(
      logProbabilities: logSoftmax(z, axis: axis, temperature: temperature), cotangent: g,
      axis: axis, temperature: temperature)
    let (zs, gs) = (try lines(of: z, along: axis), try lines(of: g, along: axis))
    let (plain, log) = (try lines(of: fused, along: axis), try lines(of: fusedLog, along: axis))
    for line in zs.indices {
      let jacobian = try softmaxJacobian(zs[line], temperature: temperature)
      let product = jacobian.map { zip($0, gs[line]).map(*).reduce(0, +) }
      #expect(agree(plain[line], product, within: 64 * epsilon))
      // ∂ log pᵢ/∂zⱼ = (𝟙(i = j) − pⱼ)/T.
      let p = try softmax(zs[line], temperature: temperature)
      let total = gs[line].reduce(0, +)
      let logProduct = zip(gs[line], p).map { ($0 - $1 * total) / temperature }
      #expect(agree(log[line], logProduct, within: 16 * epsilon * Double(5 * shape[axis])))
    }
  }

  @Test("fused = composed: cross entropy is softmax, then the loss of p", arguments: UInt64(0)..<30)
  func fusedIsComposed(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let (rows, classes) = (random.count(1...9), random.count(1...70))
    let z = try array(Double.self, [rows, classes], seed: seed)
    let soft = try NDArray(
      shape: [rows, classes], elements: random.vector(rows * classes, in: 0...1))
    let labels = (0..<rows).map { _ in random.count(0...(classes - 1)) }
    let variants = [
      LossOptions(), LossOptions(reduction: .sum, unit: .bits), LossOptions(labelSmoothing: 0.1),
      LossOptions(classWeights: random.vector(classes, in: 0.1...2)),
    ]
    for target in [LossTarget.labels(labels), .distributions(soft)] {
      for options in variants {
        var (first, second) = (SoftmaxLayer<Double>(), CrossEntropyLayer<Double>(options: options))
        var fused = SoftmaxWithLoss<Double>(options: options)
        let loss = try second.forward(first.forward(z), target: target)
        let fusedLoss = try fused.forward(z, target: target)
        #expect(abs(loss.scalar - fusedLoss.scalar) <= 32 * epsilon * max(1, fusedLoss.scalar))
        let gradient = try first.backward(second.backward(3))
        let scale = 3 * Double(classes) * epsilon
        #expect(agree(gradient.elements, fused.backward(3).elements, within: 16 * scale))
      }
    }
  }

  @Test("temperature: softmax(z/T) of an array is that of its lines", arguments: shapesWithAxis)
  func temperatureOfArrays(shape: [Int], axis: Int) throws {
    let z = try array(Double.self, shape, seed: 7)
    for temperature in [0, 1e-30, 0.1, 0.7, 3, 1e30, .infinity] {
      let p = try lines(of: softmax(z, axis: axis, temperature: temperature), along: axis)
      let logP = try lines(of: logSoftmax(z, axis: axis, temperature: temperature), along: axis)
      let total = try logSumExp(z, axis: axis, temperature: temperature).elements
      for (index, line) in try lines(of: z, along: axis).enumerated() {
        #expect(closeInUlps(p[index], try softmax(line, temperature: temperature)))
        #expect(closeInUlps(logP[index], try logSoftmax(line, temperature: temperature)))
        // m/T and the log of the sum may cancel.
        let exact = try logSumExp(line, temperature: temperature)
        let scale = max(abs(exact), abs((line.max() ?? 0) / temperature))
        #expect(total[index] == exact || abs(total[index] - exact) <= 4 * epsilon * scale)
      }
    }
    #expect(throws: DomainError.self) { try softmax(z, axis: axis, temperature: -1) }
    #expect(throws: DomainError.self) { try logSumExp(z, axis: axis, temperature: .nan) }
  }

  private func array<Scalar: ArrayScalar>(
    _: Scalar.Type, _ shape: [Int], seed: UInt64
  ) throws -> NDArray<Scalar> {
    var random = RandomInputs(seed: seed)
    return try NDArray(
      shape: shape, elements: random.vector(shape.reduce(1, *)).map { Scalar($0) })
  }

  /// The elements along an axis, one list for each combination of the other indices.
  private func lines<Scalar: ArrayScalar>(
    of array: NDArray<Scalar>, along axis: Int
  ) throws -> [[Scalar]] {
    let rest = array.shape.indices.filter { $0 != axis }
    let elements = array.transposed(rest + [axis]).elements
    let length = array.shape[axis]
    return stride(from: 0, to: elements.count, by: length).map {
      Array(elements[$0..<($0 + length)])
    }
  }

  private func closeInUlps(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ulps($0, from: $1) <= 4 }
  }
}
