import Meaning
import Notation
import SoftmaxCore

/// A world in which further names are defined, each by those before it.
struct DefinedWorld {
  private(set) var world: World
  private(set) var names: Names
  /// What was written, line by line.
  private(set) var lines: [String] = []
  /// The first definition that is refused, with the reason.
  private(set) var refusal: String?

  private static let scalarNames = ["\\kappa", "\\beta", "\\lambda"]
  private static let vectorNames = ["s", "h", "\\phi"]
  private static let functionNames = ["f", "\\psi", "\\rho"]

  /// - Parameter depth: how many definitions stand on each other at most.
  init(_ world: World, depth: Int, _ random: inout SplitMix64) {
    self.world = world
    names = World.names
    if Bool.random(using: &random) {
      define("o", World.Definition(kind: .alias, body: .entry(.vector("z"), .name("i"))), &random)
    }
    for level in 0..<depth {
      let kind: World.Definition.Kind = [.scalar, .vector, .function][
        Int.random(in: 0..<3, using: &random)]
      let size = Int.random(in: 2...5, using: &random)
      let seed = SplitMix64(seed: random.next())
      switch kind {
      case .scalar, .alias:
        var maker = TermMaker(definitionIn: self.world, indices: [], seed)
        let definition = World.Definition(kind: .scalar, body: maker.scalar(size))
        define(Self.scalarNames[level % 3], definition, &random)
      case .vector:
        let index = ["i", "j"][Int.random(in: 0..<2, using: &random)]
        var maker = TermMaker(definitionIn: self.world, indices: [index], seed)
        let definition = World.Definition(kind: .vector, body: maker.scalar(size), index: index)
        define(Self.vectorNames[level % 3], definition, &random)
      case .function:
        var maker = TermMaker(definitionIn: self.world, indices: [], seed)
        maker.hasParameter = true
        let definition = World.Definition(kind: .function, body: maker.scalar(size))
        define(Self.functionNames[level % 3], definition, &random)
      }
    }
  }

  private mutating func define(
    _ name: String, _ definition: World.Definition, _ random: inout SplitMix64
  ) {
    guard refusal == nil, isSound(definition) else { return }
    var writer = LatexWriter(SplitMix64(seed: random.next()))
    let left =
      switch definition.kind {
      case .scalar: name
      case .vector, .alias: "\(name)_\(definition.index)"
      case .function: "\(name)(\(World.parameter))"
      }
    let line = "\(left) \(writer.pick("=", "=", ":=")) \(writer.text(definition.body))"
    lines.append(line)
    if let error = names.define(line).first(where: { $0.severity == .error }) {
      refusal = "\(line)\n  is refused: \(error.message) at \(error.range)"
    }
    world.definitions[name] = definition
  }

  /// Whether it has a value for every index, so that all that uses it has one.
  private func isSound(_ definition: World.Definition) -> Bool {
    var trial = world
    trial.definitions["trial"] = definition
    let term: Term =
      switch definition.kind {
      case .scalar: .scalar("trial")
      case .vector, .alias: .apply(.squaredNorm, [.vector("trial")])
      case .function: .call("trial", .number("1"))
      }
    return Witness.numbers(of: term, in: trial) != nil
  }
}
