import Foundation
import Meaning
import Notation
import SoftmaxCore
import Testing

/// The value of one formula on the course's opening example.
func value(
  _ latex: String, z: [Double] = [2, 1, 0], y: [Double] = [1, 0, 0],
  unit: InformationUnit = .nats, i: Int = 1, j: Int = 2, names: Names = .course
) throws -> Value {
  var bindings = Bindings(unit: unit)
  bindings["z"] = .vector(z)
  bindings["y"] = .vector(y)
  bindings["P"] = .vector([0.5, 0.3, 0.2])
  bindings["T"] = .scalar(1)
  bindings.indices = ["i": i, "j": j, "t": 1 + (y.firstIndex(of: 1) ?? 0)]
  return try Formula(latex).value(names: names, bindings: bindings)
}

@Suite("The value of a formula")
struct MeaningValueTests {
  let z = [2.0, 1, 0]
  let p = softmax([2, 1, 0])

  @Test("is SoftmaxCore's quantity of that name")
  func namedQuantities() throws {
    let quantities: [(String, Double)] = [
      ("p_1", p[0]), ("p_t", p[0]), ("p_i p_j", p[0] * p[1]),
      ("S", z.map { exp($0) }.reduce(0, +)),
      ("H(p)", entropy(p)),
      ("D_{KL}(P \\| p)", try klDivergence(of: [0.5, 0.3, 0.2], relativeTo: p)),
      ("L", try crossEntropy(logits: z, target: [1, 0, 0])),
      ("\\frac{\\partial p_1}{\\partial z_2}", softmaxJacobian(z)[0][1]),
    ]
    for (latex, expected) in quantities {
      let found = try #require(try value(latex).double)
      #expect(abs(found - expected) <= 8 * expected.ulp, "\(latex)")
    }
  }
}

private func exp(_ x: Double) -> Double { Foundation.exp(x) }
