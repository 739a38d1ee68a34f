import Meaning
import SoftmaxCore
import Testing

@testable import Lessons

@Suite("the example that a step is told with")
struct ToldExampleTests {
  /// A step of a lesson that speaks of P, with a directive.
  private func told(
    _ example: Example, _ directive: String, matter: String = "figures: true\n"
  ) throws -> ToldExample {
    let (lesson, faults) = Draft.parse(
      Draft.lesson("## A\n<!-- id: a  \(directive) -->\n\nIt is {P_1}.\n", matter: matter))
    #expect(faults.isEmpty, "\(faults)")
    let read = try #require(lesson)
    return read.told(example, in: read.steps[0])
  }

  @Test("an example that meets every need stays as it is, without a word")
  func own() throws {
    let needs =
      "unit: nats  target: one-hot  temperature: 1  scores: finite  probabilities: softmax  classes: 3"
    let told = try told(Example(), needs)
    #expect(told.remarks.isEmpty)
    var own = Example()
    // P is the target in a one-hot step.
    own.reference = own.target
    #expect(told.example == own)
    let extreme = Example(logits: [1e308, -.infinity, 0], temperature: 0, unit: .bits)
    #expect(try self.told(extreme, "").example == extreme)
  }

  @Test("what a need does not admit is changed, and a remark says so")
  func needs() throws {
    var own = Example(logits: [2, -.infinity, 0], temperature: 0.5, unit: .bits)
    (own.target, own.reference) = ([0.2, 0.5, 0.3], [1, 0, 0])
    own.givenProbabilities = [0.7, 0.2, 0.1]
    #expect(try told(own, "unit: nats").remarks == [.unit(told: .nats, own: .bits)])
    let warm = try told(own, "temperature: 1")
    #expect(warm.example.temperature == 1)
    #expect(warm.remarks == [.temperature(told: 1, own: 0.5)])
    #expect(try told(own, "temperature: positive").remarks.isEmpty)
    let hot = try told(own, "target: one-hot")
    #expect(hot.example.target == [0, 1, 0])
    #expect(hot.example.reference == [0, 1, 0])
    #expect(hot.remarks == [.oneHotTarget(class: 1)])
    let positive = try told(own, "reference: positive").example.reference
    #expect(positive.allSatisfy { $0 > 0 } && abs(positive.reduce(0, +) - 1) < 1e-12)
    #expect(try told(own, "probabilities: softmax").example.givenProbabilities == nil)
    #expect(try told(own, "classes: 4").example.classCount == 4)
    // A lesson without the text's figures never computes with its rounded p.
    #expect(try told(own, "", matter: "").remarks == [.softmaxProbabilities])
    for temperature in [0, Double.infinity] {
      own.temperature = temperature
      #expect(try told(own, "temperature: positive").example.temperature == 1)
      #expect(try told(own, "").example.temperature == temperature)
    }
  }

  @Test("finite scores keep the order, the ties and the picture")
  func scores() throws {
    for example in ExtremeExamples.all where example.givenProbabilities == nil {
      let told = try told(example, "scores: finite  temperature: positive").example
      let isFinite = told.logits.allSatisfy(\.isFinite)
      #expect(isFinite)
      for (i, one) in example.logits.enumerated() {
        for (j, other) in example.logits.enumerated() where one <= other {
          #expect(told.logits[i] <= told.logits[j], "\(example.logits)")
        }
      }
      var own = example
      own.temperature = told.temperature
      let gaps: [Double] = zip(Quantities(own).probabilities, Quantities(told).probabilities).map {
        abs($0 - $1)
      }
      #expect(gaps.allSatisfy { $0 < 1e-12 }, "\(example.logits) at \(own.temperature)")
    }
  }

  @Test("where softmax is a limit, formulas have its value")
  func limits() throws {
    let limits: [(z: [Double], T: Double, p: [Double])] = [
      ([2.0, 1, 0], 0.0, [1.0, 0, 0]), ([1, 1, 0], 0, [0.5, 0.5, 0]),
      ([1e308, -1e308, 0], 1, [1, 0, 0]), ([0, -.infinity, 0], .infinity, [0.5, 0, 0.5]),
    ]
    for (logits, temperature, p) in limits {
      let bindings = Example(logits: logits, temperature: temperature).bindings
      #expect(bindings["p"] == .vector(p), "\(logits) at \(temperature)")
    }
    #expect(Example().bindings["p"] == nil)
  }
}
