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
  private var random: SplitMix64

  /// A name for each level.
  private static let spellings: [World.Definition.Kind: [String]] = [
    .scalar: ["\\kappa", "\\beta", "\\lambda"], .vector: ["s", "h", "\\phi"],
    .matrix: ["M", "B", "\\Omega"], .function: ["f", "\\psi", "\\rho"],
    .vectorFunction: ["F", "G", "\\operatorname{lse}"],
  ]

  /// - Parameter depth: how many definitions stand on each other at most.
  init(_ world: World, depth: Int, _ random: inout SplitMix64) {
    self.world = world
    self.random = SplitMix64(seed: random.next())
    names = World.names
    if Bool.random(using: &self.random) {
      define("o", World.Definition(kind: .alias, body: .entry(.vector("z"), .name("i"))))
      // An alias of an alias is the original, too.
      if Bool.random(using: &self.random) {
        define("w", World.Definition(kind: .alias, body: .entry(.vector("o"), .name("i"))))
      }
    }
    let kinds = World.Definition.Kind.allCases.filter { $0 != .alias }
    for level in 0..<depth {
      guard let kind = kinds.randomElement(using: &self.random) else { continue }
      define(Self.spellings[kind]?[level % 3] ?? "d", definition(kind))
    }
  }

  private mutating func definition(_ kind: World.Definition.Kind) -> World.Definition {
    let index = ["i", "j"][Int.random(in: 0..<2, using: &random)]
    let indices: [World.Definition.Kind: [String]] = [.vector: [index], .matrix: ["i", "j"]]
    var maker = TermMaker(
      definitionIn: world, indices: indices[kind] ?? [], SplitMix64(seed: random.next()))
    maker.hasParameter = kind == .function
    maker.hasVectorParameter = kind == .vectorFunction
    let body = maker.scalar(Int.random(in: 2...5, using: &random))
    return World.Definition(kind: kind, body: body, index: kind == .vector ? index : "i")
  }

  private mutating func define(_ name: String, _ definition: World.Definition) {
    guard refusal == nil, isSound(definition) else { return }
    var writer = LatexWriter(SplitMix64(seed: random.next()))
    let left =
      switch definition.kind {
      case .scalar: name
      case .vector, .alias: "\(name)_\(definition.index)"
      case .matrix: writer.pick("\(name)_{i,j}", "\(name)_{ij}", "\(name)_{i, j}")
      case .function: "\(name)(\(World.parameter))"
      case .vectorFunction: "\(name)(\(World.vectorParameter))"
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
      case .matrix: .apply(.trace, [.apply(.multiplyMatrices, [.matrix("trial"), .matrix("A")])])
      case .function: .call("trial", .number("1"))
      case .vectorFunction: .call("trial", .vector("z"))
      }
    return Witness.numbers(of: term, in: trial) != nil
  }
}
