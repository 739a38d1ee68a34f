import Lessons
import Notation
import SoftmaxCore
import Testing

@Suite("editing the example")
struct EditingTests {
  /// The case of a refusal, or nil for a change that was made.
  private func refusal(_ result: Result<Void, EditRefusal>) -> EditRefusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
  }

  private func isDistribution(_ p: [Double]) -> Bool {
    p.allSatisfy { $0 >= 0 } && abs(p.reduce(0, +) - 1) < 1e-12
  }

  @Test("a logit is any finite number, or −∞ while another class stays")
  func logits() {
    var example = Example()
    #expect(refusal(example.setLogit(1, to: 1000)) == nil)
    #expect(example.logits == [2, 1000, 0])
    #expect(refusal(example.setLogit(0, to: -.infinity)) == nil)
    #expect(refusal(example.setLogit(1, to: -.infinity)) == nil)
    let before = example
    #expect(refusal(example.setLogit(2, to: -.infinity)) == .everythingMasked)
    #expect(refusal(example.setLogit(2, to: .infinity)) == .infiniteLogit)
    #expect(refusal(example.setLogit(2, to: .nan)) == .notANumber)
    #expect(example == before, "a refusal changes nothing")
  }

  @Test("a share of the target stands as it was typed, and the others share the rest")
  func targets() {
    var example = Example()
    #expect(refusal(example.setTarget(1, weight: 0.25)) == nil)
    #expect(example.target == [0.75, 0.25, 0])
    #expect(refusal(example.setTarget(0, weight: 1)) == nil)
    #expect(example.target == [1, 0, 0])
    #expect(refusal(example.setTarget(0, weight: 0.5)) == nil)
    #expect(example.target == [0.5, 0.25, 0.25], "where the others had nothing they share equally")
    #expect(refusal(example.setTarget(0, weight: 3)) == nil)
    #expect(example.target == [3 / 3.5, 0.25 / 3.5, 0.25 / 3.5], "more than 1 is a weight")
    #expect(refusal(example.setReference(2, weight: 0)) == nil)
    #expect(example.reference == [0.5 / 0.8, 0.3 / 0.8, 0])
  }

  @Test("a weight that is no weight is refused")
  func badWeights() {
    var example = Example()
    #expect(refusal(example.setTarget(0, weight: -0.5)) == .negativeWeight(-0.5))
    #expect(refusal(example.setTarget(0, weight: .infinity)) == .infiniteWeight)
    #expect(refusal(example.setReference(0, weight: .nan)) == .notANumber)
    #expect(example == Example())
  }

  @Test("temperature is 0 or more, ∞ too; decimals 0 to 10")
  func scalars() {
    var example = Example()
    #expect(refusal(example.setTemperature(.infinity)) == nil)
    #expect(refusal(example.setTemperature(0)) == nil)
    #expect(refusal(example.setTemperature(-1)) == .negativeTemperature(-1))
    #expect(refusal(example.setTemperature(.nan)) == .notANumber)
    #expect(refusal(example.setDecimals(10)) == nil)
    #expect(refusal(example.setDecimals(11)) == .decimalsOutOfRange(11))
    #expect((example.temperature, example.decimals) == (0, 10))
  }

  @Test("there are 2 to 12 classes; the 13th and the second last are refused")
  func classes() {
    var example = Example()
    while example.classCount < 12 { #expect(refusal(example.addClass()) == nil) }
    #expect(refusal(example.addClass()) == .tooManyClasses(most: 12))
    #expect(example.target == Example.oneHot(0, of: 12))
    while example.classCount > 2 { #expect(refusal(example.deleteClass(2)) == nil) }
    #expect(refusal(example.deleteClass(0)) == .tooFewClasses(least: 2))
    #expect(example.logits == [2, 1])
  }

  @Test("a deleted class leaves the others their proportions, and a one-hot target its neighbour")
  func deleting() {
    var example = Example(target: [0, 0, 1], i: 2, j: 1)
    #expect(refusal(example.deleteClass(2)) == nil)
    #expect(example.target == [0, 1])
    #expect(example.reference == [0.5 / 0.8, 0.3 / 0.8])
    #expect((example.i, example.j) == (1, 1))
    var masked = Example(logits: [2, -.infinity, -.infinity])
    #expect(refusal(masked.deleteClass(0)) == .everythingMasked)
  }

  @Test("after any edits the example is valid", arguments: 0..<100 as Range<UInt64>)
  func anyEdits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var example = Example()
    for _ in 0..<60 {
      let index = Int.random(in: 0..<example.classCount, using: &random)
      let value =
        [-Double.infinity, .nan, .infinity, -1, 0, 0.5, 1, 3, 1e308, .leastNonzeroMagnitude]
        .randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<6, using: &random) {
      case 0: _ = example.setLogit(index, to: value)
      case 1: _ = example.setTarget(index, weight: value)
      case 2: _ = example.setReference(index, weight: value)
      case 3: _ = example.setTemperature(value)
      case 4: _ = example.addClass()
      default: _ = example.deleteClass(index)
      }
      let count = example.classCount
      #expect(Example.classCounts.contains(count))
      #expect(example.target.count == count && example.reference.count == count)
      #expect(isDistribution(example.target) && isDistribution(example.reference), "\(example)")
      #expect(example.logits.contains { $0.isFinite })
      #expect(example.i < count && example.j < count && example.temperature >= 0)
      #expect(isDistribution(Quantities(example).probabilities), "\(example)")
    }
  }

  @Test("every refusal is one sentence that says what to do")
  func sentences() {
    let all: [EditRefusal] = [
      .notANumber, .infiniteLogit, .everythingMasked, .negativeWeight(-1), .infiniteWeight,
      .negativeTemperature(-1), .tooManyClasses(most: 12), .tooFewClasses(least: 2),
      .decimalsOutOfRange(11),
    ]
    for refusal in all {
      let sentence = RefusalWords.of(.english).sentence(refusal)
      #expect(sentence.hasSuffix("."))
      #expect(sentence.first?.isUppercase == true)
    }
    #expect(
      RefusalWords.of(.english).sentence(EditRefusal.tooManyClasses(most: 12))
        == "An example has at most 12 classes; delete one first.")
  }
}
