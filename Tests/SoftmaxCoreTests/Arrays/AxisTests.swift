import SoftmaxArrays
import SoftmaxCore
import Testing

/// All shapes of up to three axes of length up to 3, empty axes included.
private let shapes: [[Int]] = {
  let lengths = 0...3
  let ones = lengths.map { [$0] }
  let twos = ones.flatMap { shape in lengths.map { shape + [$0] } }
  return ones + twos + twos.flatMap { shape in lengths.map { shape + [$0] } } + [[2, 1, 3, 2]]
}()

@Suite("Arrays along any axis")
struct AxisTests {
  @Test("axis k = transpose, last axis, transpose back", arguments: shapes)
  func axisIsTransposedLast(shape: [Int]) throws {
    let z = try sample(shape)
    for axis in shape.indices {
      // Swapping two axes undoes itself.
      var order = Array(shape.indices)
      order.swapAt(axis, shape.count - 1)
      let swapped = z.transposed(order)
      #expect(try softmax(z, axis: axis) == softmax(swapped).transposed(order))
      #expect(try logSoftmax(z, axis: axis) == logSoftmax(swapped).transposed(order))
      let reduced = try logSumExp(z, axis: axis)
      let rest = shape.indices.filter { $0 != axis }
      let last = z.transposed(rest + [axis])
      #expect(reduced == (try logSumExp(last)))
      #expect(reduced.shape == rest.map { shape[$0] })
      let g = try sample(shape, seed: 7)
      #expect(
        try softmaxBackward(probabilities: softmax(z, axis: axis), cotangent: g, axis: axis)
          == softmaxBackward(probabilities: softmax(swapped), cotangent: g.transposed(order))
          .transposed(order))
    }
  }

  @Test("a batch is its rows", arguments: shapes.filter { $0.count == 2 })
  func batchIsRows(shape: [Int]) throws {
    let z = try sample(shape)
    let (p, logP, total) = (try softmax(z), try logSoftmax(z), try logSumExp(z))
    for row in 0..<shape[0] {
      let line = (0..<shape[1]).map { z[row, $0] }
      let range = (row * shape[1])..<((row + 1) * shape[1])
      #expect(closeInUlps(Array(p.elements[range]), softmax(line)))
      #expect(closeInUlps(Array(logP.elements[range]), logSoftmax(line)))
      #expect(closeInUlps([total.elements[row]], [logSumExp(line)]))
    }
  }

  @Test("negative axes count from the end", arguments: shapes)
  func negativeAxes(shape: [Int]) throws {
    let z = try sample(shape)
    for axis in shape.indices {
      #expect(try softmax(z, axis: axis - shape.count) == softmax(z, axis: axis))
    }
  }

  @Test("in place = into a new array", arguments: shapes)
  func inPlace(shape: [Int]) throws {
    for axis in shape.indices {
      var (p, logP) = (try sample(shape), try sample(shape))
      try p.formSoftmax(axis: axis)
      try logP.formLogSoftmax(axis: axis)
      #expect(p == (try softmax(sample(shape), axis: axis)))
      #expect(logP == (try logSoftmax(sample(shape), axis: axis)))
    }
  }

  @Test("several axes at once are one axis of the merged shape", arguments: shapes)
  func mergedAxes(shape: [Int]) throws {
    let z = try sample(shape)
    let flat = try z.reshaped([shape.reduce(1, *)])
    let all = Array(shape.indices)
    #expect(try softmax(z, axes: all).elements == softmax(flat).elements)
    #expect(try logSumExp(z, axes: all).elements == logSumExp(flat).elements)
    for axis in all { #expect(try softmax(z, axes: [axis]) == softmax(z, axis: axis)) }
    #expect(try softmax(z, axes: []).elements.allSatisfy { $0 == 1 })
  }

  @Test(
    "axes that are not neighbours = transpose them to the end, merge, and back", arguments: shapes)
  func separateAxesAreTransposed(shape: [Int]) throws {
    guard shape.count == 3 else { return }
    let (z, g) = (try sample(shape), try sample(shape, seed: 7))
    // Swapping two axes undoes itself.
    let order = [1, 0, 2]
    let moved = z.transposed(order)
    #expect(try softmax(z, axes: [0, -1]) == softmax(moved, axes: [1, 2]).transposed(order))
    #expect(try logSoftmax(z, axes: [2, 0]) == logSoftmax(moved, axes: [1, 2]).transposed(order))
    #expect(try logSumExp(z, axes: [0, 2]) == logSumExp(moved, axes: [1, 2]))
    let p = try softmax(z, axes: [0, 2])
    #expect(
      try softmaxBackward(probabilities: p, cotangent: g, axes: [0, 2])
        == softmaxBackward(
          probabilities: p.transposed(order), cotangent: g.transposed(order), axes: [1, 2]
        ).transposed(order))
    let logP = try logSoftmax(z, axes: [0, 2])
    #expect(
      try logSoftmaxBackward(logProbabilities: logP, cotangent: g, axes: [0, 2])
        == logSoftmaxBackward(
          logProbabilities: logP.transposed(order), cotangent: g.transposed(order), axes: [1, 2]
        ).transposed(order))
    let share = try sample([shape[1]], seed: 8)
    #expect(
      try logSumExpBackward(logits: z, cotangent: share, axes: [0, 2])
        == logSumExpBackward(logits: moved, cotangent: share, axes: [1, 2]).transposed(order))
  }

  @Test("axes that are not neighbours: each slice sums to 1")
  func separateAxes() throws {
    let z = try sample([2, 3, 2])
    let p = try softmax(z, axes: [0, 2])
    for middle in 0..<3 {
      let sum = p[0, middle, 0] + p[0, middle, 1] + p[1, middle, 0] + p[1, middle, 1]
      #expect(abs(sum - 1) <= 4 * epsilon)
      let slice = [z[0, middle, 0], z[0, middle, 1], z[1, middle, 0], z[1, middle, 1]]
      #expect(closeInUlps([p[0, middle, 1]], [softmax(slice)[1]]))
    }
  }

  @Test("backward = Jᵀg, line by line", arguments: Array(UInt64(0)..<30))
  func backwardIsJacobianProduct(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...80)
    let (z, g) = (random.vector(count), random.vector(count))
    let fused = try softmaxBackward(
      probabilities: softmax(NDArray(z)), cotangent: NDArray(g)
    ).elements
    #expect(agree(fused, try softmaxVJP(z, cotangent: g), within: 16 * epsilon))
    let fusedLog = try logSoftmaxBackward(
      logProbabilities: logSoftmax(NDArray(z)), cotangent: NDArray(g)
    ).elements
    let tolerance = 8 * epsilon * Double(count) * 5
    #expect(agree(fusedLog, try logSoftmaxVJP(z, cotangent: g), within: tolerance))
    let total = try logSumExpBackward(
      logits: NDArray(z), cotangent: NDArray(repeating: 2, shape: []))
    #expect(total.elements == (try softmax(NDArray(z))).elements.map { 2 * $0 })
  }

  @Test("log-sum-exp's backward is g times softmax, and agrees with central differences")
  func logSumExpBackwardAlongAnyAxis() throws {
    let shape = [2, 3, 2]
    let z = try sample(shape)
    for axis in shape.indices {
      var reduced = shape
      reduced.remove(at: axis)
      let g = try sample(reduced, seed: 5)
      let exact = try logSumExpBackward(logits: z, cotangent: g, axis: axis)
      let numeric = try centralDifference(
        of: { elements in
          let total = try logSumExp(NDArray(shape: shape, elements: elements), axis: axis)
          return zip(total.elements, g.elements).map(*).reduce(0, +)
        }, at: z.elements)
      #expect(agree(exact.elements, numeric, within: 1e-8))
    }
  }

  @Test("a long row still sums to 1", arguments: [50_257, 100_003])
  func longRows(count: Int) throws {
    var random = RandomInputs(seed: UInt64(count))
    let p = try softmax(NDArray(random.vector(count))).elements
    // log Σ exp(log p) = log 1, with a sum that does not itself lose digits.
    #expect(abs(logSumExp(p.map { -information($0) })) <= 4 * epsilon)
  }

  @Test("Float = Double rounded")
  func float() throws {
    let z = try sample([5, 40])
    let single = try NDArray<Float>(shape: z.shape, elements: z.elements.map { Float($0) })
    let double = try NDArray(shape: z.shape, elements: single.elements.map { Double($0) })
    let (p, exact) = (try softmax(single).elements, try softmax(double).elements)
    for (p, exact) in zip(p, exact) { #expect(abs(Double(p) - exact) <= 4 * Double(p.ulp)) }
  }

  @Test("an axis that is not there is refused with those that are")
  func noSuchAxis() throws {
    let z = try sample([2, 3])
    let error = #expect(throws: DomainError.self) { try softmax(z, axis: 2) }
    #expect(
      error?.description == "softmax: axis is 2; an array of shape [2, 3] has axes -2 to 1.")
    let twice = #expect(throws: DomainError.self) { try softmax(z, axes: [1, -1]) }
    #expect(
      twice?.description == "softmax: axes, shape [2], is -1 at [1]; each axis may be named once.")
    #expect(throws: DomainError.self) { try logSumExp(NDArray(repeating: 1.0, shape: [])) }
  }

  @Test("shapes that do not fit are refused with both")
  func shapesDiffer() throws {
    let count = #expect(throws: DomainError.self) {
      try NDArray(shape: [2, 3], elements: [1.0, 2])
    }
    #expect(
      count?.description == "NDArray: the number of elements is 2; shape [2, 3] holds 6.")
    let ragged = #expect(throws: ShapeError.self) { try NDArray(rows: [[1.0, 2], [3]]) }
    #expect(
      ragged?.description
        == "NDArray: row 0 has shape [2] but row 1 has shape [1]; the column axes must agree.")
    let z = try sample([2, 3])
    let pair = #expect(throws: InputError.self) {
      try softmaxBackward(probabilities: z, cotangent: sample([2, 2]))
    }
    #expect(
      pair?.description
        == "softmaxBackward: probabilities has shape [2, 3] but cotangent has shape [2, 2]; "
        + "the index-1 axes must agree.")
  }

  private func sample(_ shape: [Int], seed: UInt64 = 1) throws -> NDArray<Double> {
    var random = RandomInputs(seed: seed)
    return try NDArray(shape: shape, elements: random.vector(shape.reduce(1, *)))
  }

  private func closeInUlps(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ulps($0, from: $1) <= 4 }
  }
}
