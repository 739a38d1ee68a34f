import SoftmaxCore

/// A computation written down as it happens, so that it can be read backwards.
///
/// Each operation adds a node with its value. ``backward(from:)`` walks the nodes from the last to
/// the first and gives each its gradient: what a node gets, it hands to its operands, times the
/// derivative of its own operation. Where a node is used twice, the two gradients add.
/// ```
/// var graph = Graph()
/// let z = [2.0, 1, 0].map { graph.input($0) }
/// let e = z.map { graph.exp($0) }
/// let p = graph.divide(e[0], graph.sum(e))
/// graph.backward(from: p)
/// graph[z[0]].gradient    // ∂p₀/∂z₀ = p₀ (1 − p₀)
/// ```
/// The nodes are in the order they were made in, which is an order in which every operand comes
/// before its result; nothing needs to be sorted.
public struct Graph: Hashable, Sendable {
  /// A node's place in its graph.
  public struct ID: Hashable, Sendable { fileprivate let index: Int }

  /// What a node does with its operands.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    /// A number from outside.
    case input
    /// a + b.
    case add
    /// a·b.
    case multiply
    /// a/b.
    case divide
    /// eᵃ.
    case exp
    /// The natural logarithm.
    case log
    /// The sum of any number of terms.
    case sum
    /// The same value under another name.
    case copy
  }

  /// One value on its way: where it came from, and how the result answers to it.
  public struct Node: Hashable, Sendable {
    /// What made it.
    public let operation: Operation
    /// What it was made from; empty for an input.
    public let operands: [ID]
    /// Its number.
    public let value: Double
    /// ∂(result)/∂(this node), after ``Graph/backward(from:)``.
    public fileprivate(set) var gradient = 0.0
  }

  /// In the order they were made in.
  public private(set) var nodes: [Node] = []

  /// A graph without nodes.
  public init() {}

  /// The node at its place; an ID of another graph is a programmer's mistake.
  public subscript(id: ID) -> Node {
    require(nodes.indices.contains(id.index), "This ID is of another graph.")
    return nodes[id.index]
  }

  // MARK: forward

  /// A number from outside, where walks back end.
  public mutating func input(_ value: Double) -> ID { append(.input, [], value) }

  /// a + b: what comes back goes to both.
  public mutating func add(_ a: ID, _ b: ID) -> ID {
    append(.add, [a, b], self[a].value + self[b].value)
  }

  /// a·b: each gets what comes back times the other.
  public mutating func multiply(_ a: ID, _ b: ID) -> ID {
    append(.multiply, [a, b], self[a].value * self[b].value)
  }

  /// a/b: a gets what comes back over b, b that times −a/b.
  ///
  /// IEEE's ∞ and NaN for b = 0, forward and back.
  public mutating func divide(_ a: ID, _ b: ID) -> ID {
    append(.divide, [a, b], self[a].value / self[b].value)
  }

  /// eᵃ, its own derivative; `∞` above 709.78.
  public mutating func exp(_ a: ID) -> ID { append(.exp, [a], exponential(self[a].value)) }

  /// The natural logarithm, with derivative 1/a; `−∞` for 0, NaN below.
  public mutating func log(_ a: ID) -> ID {
    append(.log, [a], InformationUnit.nats.log(self[a].value))
  }

  /// The sum of the terms, 0 for none: what comes back goes to each.
  public mutating func sum(_ terms: [ID]) -> ID {
    append(.sum, terms, terms.reduce(0) { $0 + self[$1].value })
  }

  /// The same value under a name of its own: where a value goes two ways, its copies show what
  /// comes back along each.
  public mutating func copy(_ a: ID) -> ID { append(.copy, [a], self[a].value) }

  private mutating func append(_ operation: Operation, _ operands: [ID], _ value: Double) -> ID {
    nodes.append(Node(operation: operation, operands: operands, value: value))
    return ID(index: nodes.count - 1)
  }

  // MARK: backward

  /// Gives every node its gradient, ∂(result)/∂(node); those of an earlier walk are forgotten.
  ///
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public mutating func backward(from result: ID) {
    for index in nodes.indices { nodes[index].gradient = 0 }
    nodes[result.index].gradient = 1
    for index in (0...result.index).reversed() {
      let node = nodes[index]
      for (operand, derivative) in zip(node.operands, derivatives(of: node)) {
        nodes[operand.index].gradient += node.gradient * derivative
      }
    }
  }

  /// ∂(node)/∂(operand), for each operand.
  private func derivatives(of node: Node) -> [Double] {
    let values = node.operands.map { self[$0].value }
    switch node.operation {
    case .input: return []
    case .add, .sum, .copy: return values.map { _ in 1 }
    case .multiply: return [values[1], values[0]]
    case .divide: return [1 / values[1], -node.value / values[1]]
    case .exp: return [node.value]
    case .log: return [1 / values[0]]
    }
  }
}
