import SoftmaxArrays
import SoftmaxCore
import Testing

@Suite("The computational graph")
struct GraphTests {
  @Test("its gradients of softmax with cross entropy are the fused ones", arguments: UInt64(0)..<30)
  func gradientsAreTheFusedOnes(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    let count = random.count(1...12)
    let (z, y) = (random.vector(count), random.distribution(count))
    var graph = Graph()
    let nodes = try graph.softmaxWithLoss(logits: z, target: y)
    graph.backward(from: nodes.loss)
    let loss = try crossEntropy(logits: z, target: y)
    #expect(abs(graph[nodes.loss].value - loss) <= 32 * epsilon * max(1, loss))
    let fused = try crossEntropyGradient(logits: z, target: y)
    #expect(agree(nodes.logits.map { graph[$0].gradient }, fused, within: 64 * epsilon))
    let p = nodes.probabilities.map { graph[$0].value }
    #expect(agree(p, softmax(z), within: 8 * epsilon))
  }

  @Test("what comes back to a copied value is the sum over its copies")
  func copiesAddUp() throws {
    var graph = Graph()
    let nodes = try graph.softmaxWithLoss(logits: [2, 1, 0], target: [1, 0, 0])
    graph.backward(from: nodes.loss)
    let copies = nodes.copies.map { graph[$0].gradient }.reduce(0, +)
    #expect(graph[nodes.inverse].gradient == copies)
  }

  @Test(
    "each operation's derivative agrees with central differences",
    arguments: Graph.Operation.allCases)
  func derivatives(operation: Graph.Operation) {
    let point = [0.7, 1.9]
    func value(_ inputs: [Double]) -> (Graph, [Graph.ID], Graph.ID) {
      var graph = Graph()
      let (a, b) = (graph.input(inputs[0]), graph.input(inputs[1]))
      let result: Graph.ID
      switch operation {
      case .input: result = a
      case .add: result = graph.add(a, b)
      case .multiply: result = graph.multiply(a, b)
      case .divide: result = graph.divide(a, b)
      case .exp: result = graph.exp(a)
      case .log: result = graph.log(b)
      case .sum: result = graph.sum([a, b, a])
      case .copy: result = graph.copy(b)
      }
      return (graph, [a, b], result)
    }
    var (graph, inputs, result) = value(point)
    graph.backward(from: result)
    let numeric = centralDifference(
      of: { inputs in
        let (graph, _, result) = value(inputs)
        return graph[result].value
      }, at: point)
    #expect(agree(inputs.map { graph[$0].gradient }, numeric, within: 1e-9))
  }

  @Test("a value used twice gets both gradients; an earlier walk is forgotten")
  func usedTwice() {
    var graph = Graph()
    let a = graph.input(3)
    let square = graph.multiply(a, a)
    graph.backward(from: square)
    graph.backward(from: square)
    #expect(graph[a].gradient == 6)
  }

  @Test("the documentation's example: ∂p₀/∂z₀ = p₀ (1 − p₀)")
  func example() {
    var graph = Graph()
    let z = [2.0, 1, 0].map { graph.input($0) }
    let e = z.map { graph.exp($0) }
    let p = graph.divide(e[0], graph.sum(e))
    graph.backward(from: p)
    let jacobian = softmaxJacobian([2, 1, 0])
    #expect(abs(graph[z[0]].gradient - jacobian[0][0]) <= 4 * epsilon)
  }
}
