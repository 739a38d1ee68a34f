import Foundation
import SoftmaxArrays
import SoftmaxFoundation
import Testing

/// What a Swift programmer types first, each in one line.
@Suite("One-liners")
struct OneLinerTests {
  @Test("vectors: literals, slices, Floats, whatever is a collection")
  func vectors() throws {
    let logits: [Float] = [2, 1, 0]
    let row: [Double] = [9, 2, 1, 0]
    #expect(softmax([2, 1, 0])[0] > 0.66)
    #expect(softmax([]).isEmpty)
    #expect(softmax(logits).count == 3)
    #expect(softmax(row[1...]) == softmax([2, 1, 0]))
    #expect(softmax(row.dropFirst().lazy.map { $0 * 2 }) == softmax([4, 2, 0]))
    #expect(softmax(repeatElement(1.0, count: 4)) == [0.25, 0.25, 0.25, 0.25])
    #expect(try softmax(logits, temperature: 2).reduce(0, +) > 0.999)
    #expect([[2.0, 1], [0, 0]].map { softmax($0) }[1] == [0.5, 0.5])
    #expect(logSoftmax([0, 0], unit: .bits) == [-1, -1])
    #expect(logSumExp([1000, 0, -1000]) == 1000)
    #expect(logSumExp(logits) > 2.4)
    #expect(try softmax([1, 2, .nan], mask: [true, true, false])[2] == 0)
    #expect(try softmax([1, 2], mask: [false, false]) == [0, 0])
    #expect(try crossEntropy(logits: logits, label: 0) < 0.41)
    #expect(try crossEntropy(logits: [2, 1, 0], target: [1, 0, 0], unit: .bits) < 0.6)
    #expect(try crossEntropyGradient(logits: [0, 0], label: 0) == [-0.5, 0.5])
    #expect(try crossEntropy(logits: [0, 0], target: oneHot(1, classes: 2), unit: .bits) == 1)
    #expect(entropy([0.5, 0.5], unit: .bits) == 1)
    #expect(try entropy(logits: [0, 0], unit: .bits) == 1)
    #expect(try klDivergence(of: [1, 0], relativeTo: [0.5, 0.5], unit: .bits) == 1)
    #expect(try klDivergence(of: [1, 0], relativeToLogits: [0, 0], unit: .bits) == 1)
    #expect(sigmoid(0) == 0.5)
    #expect(sigmoid([0, 0] as [Float]) == [0.5, 0.5])
    #expect(binaryCrossEntropy(logit: 0, target: 1, unit: .bits) == 1)
    #expect(logAddExp(0.0, -.infinity) == 0)
    #expect(argMax([1, 3, 2]) == 1)
    #expect(LogSumExpStream([1.0, 2, 3]).value == logSumExp([1, 2, 3]))
    #expect(try Distribution(normalizing: [1, 3]).probabilities == [0.25, 0.75])
    #expect(try softmaxJVP([0, 0], tangent: [1, 0]) == [0.25, -0.25])
  }

  @Test("arrays: literals, rows, types, iteration, JSON")
  func arrays() throws {
    var logits: NDArray<Float> = [[2, 1, 0], [0, 0, 0]]
    #expect(logits.shape == [2, 3])
    #expect(try softmax(logits)[1, 0] == softmax([0, 0, 0] as [Float])[0])
    #expect(try softmax(logits, axis: 0).shape == [2, 3])
    #expect(try logSumExp(logits).rank == 1)
    #expect(logits.map { $0 * 2 }[0, 0] == 4)
    #expect(logits.row(0) == [2, 1, 0])
    #expect(logits.rows.count == 2)
    #expect(NDArray<Double>(logits)[0, 1] == 1)
    #expect(logits.reduce(0, +) == 3)
    #expect(logits.max() == 2)
    #expect(logits.filter { $0 > 0 } == [2, 1])
    logits[1, 2] += 5
    #expect(logits[1, 2] == 5)
    #expect(try argMax(logits) == [0, 2])
    #expect(try argMax(logits, axis: 0) == [0, 0, 1])
    #expect(try (oneHot([1, 0], classes: 2) as NDArray<Double>) == [[0, 1], [1, 0]])
    #expect(
      try NDArray<Double>(shape: [2, 2], elements: [1, 2, 3, 4]).transposed([1, 0]) == [
        [1, 3], [2, 4],
      ])
    #expect(
      try JSONDecoder().decode(NDArray<Float>.self, from: JSONEncoder().encode(logits)) == logits)
    #expect("\(logits.row(1))" == "[0.0, 0.0, 5.0]")
    #expect(NDArray((0..<4).map { Double($0) })[3] == 3)
    #expect(
      try softmax(logits, mask: [true, true, false, false, false, false]).row(1) == [0, 0, 0])
  }

  @Test("losses, training and errors")
  func losses() throws {
    let logits: NDArray<Double> = [[0, 0], [0, 0]]
    #expect(
      try crossEntropy(logits: logits, target: .labels([0, 1]), options: LossOptions(unit: .bits))
        .scalar == 1)
    #expect(
      try crossEntropyWithGradient(logits: logits, target: .labels([0, 1])).gradient[0, 0] == -0.25)
    #expect(
      try klDivergenceWithGradient(logits: logits, target: .distributions(logits.map { _ in 0.5 }))
        .loss.scalar == 0)
    #expect(try entropyWithGradient(logits: logits).gradient.allSatisfy { $0 == 0 })
    #expect(
      try binaryCrossEntropyWithGradient(logits: logits, target: logits).gradient[0, 0] == 0.125)
    #expect(
      try distillationLossWithGradient(student: logits, teacher: logits, temperature: 4).loss.scalar
        == 0)
    #expect(
      try SoftmaxRegression<Float>(features: 2, classes: 4, hasBias: true).probabilities([[1, 2]])[
        0, 3] == 0.25)
  }

  @Test("errors: their fields, the protocol of all, their sentence")
  func errors() {
    let fields = caught { _ = try softmax([1, 2], temperature: -1) } as? DomainError
    #expect(fields?.operand == "temperature")
    let any = caught { _ = try klDivergence(of: [1], relativeTo: [0.5, 0.5]) } as? any SoftmaxError
    #expect(any?.description.hasPrefix("klDivergence") == true)
    let sentence = caught { _ = try Distribution([0.5]) }?.localizedDescription
    #expect(sentence == "The probabilities add up to 0.5, not to 1; change them so that they do.")
    let logits: NDArray<Double> = [[0, 0], [0, 0]]
    let shape = caught { _ = try crossEntropy(logits: logits, target: .labels([0])) }
    #expect(shape is any SoftmaxError)
  }

  private func caught(_ body: () throws -> Void) -> (any Error)? {
    do {
      try body()
      return nil
    } catch { return error }
  }
}
