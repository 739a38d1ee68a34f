import Meaning
import Notation
import SoftmaxCore

/// Numbers to evaluate on, and the definitions that give further names a meaning.
struct World {
  var z: [Double]
  var y: [Double]
  var P: [Double]
  var g: [Double]
  var A: [[Double]]
  /// The values of a, b, c and T.
  var scalars: [String: Double]
  var indices: [String: Int]
  var unit: InformationUnit
  var definitions: [String: Definition] = [:]

  /// `name = body`, `name_i = body` or `name(x) = body`.
  struct Definition: Hashable {
    enum Kind: Hashable { case scalar, vector, function, alias }
    var kind: Kind
    var body: Term
    /// The i of `v_i = …`.
    var index = "i"
  }

  /// The argument of `f(x) = …`.
  static let parameter = "u"

  static let scalarNames = ["a", "b", "c"]

  var count: Int { z.count }

  /// The defined names of one of the kinds, in a fixed order.
  func defined(_ kinds: Definition.Kind...) -> [String] {
    definitions.filter { kinds.contains($0.value.kind) }.keys.sorted()
  }

  init(using random: inout some RandomNumberGenerator) {
    let count = Int.random(in: 2...4, using: &random)
    func numbers(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in (Double.random(in: range, using: &random) * 64).rounded() / 64 }
    }
    func distribution() -> [Double] {
      let parts = (0..<count).map { _ in Double(Int.random(in: 1...16, using: &random)) }
      let total = parts.reduce(0, +)
      return parts.map { $0 / total }
    }
    z = numbers(-2...2)
    y = distribution()
    P = distribution()
    g = numbers(-1...1)
    A = (0..<count).map { _ in numbers(-1...1) }
    scalars = [:]
    for name in Self.scalarNames {
      scalars[name] = (Double.random(in: 0.5...2, using: &random) * 16).rounded() / 16
    }
    scalars["T"] = [1, 1, 0.5, 2][Int.random(in: 0..<4, using: &random)]
    indices = [
      "i": Int.random(in: 1...count, using: &random),
      "j": Int.random(in: 1...count, using: &random),
    ]
    unit = [.nats, .nats, .bits, .hartleys][Int.random(in: 0..<4, using: &random)]
  }

  /// Whether a derivative stands in the term, or in a definition that it uses.
  func differentiates(_ term: Term) -> Bool {
    term.contains { part in
      switch part {
      case .derivative, .gradient, .jacobian, .matrix("J"): true
      case .scalar(let name), .vector(let name), .call(let name, _):
        definitions[name].map { differentiates($0.body) } ?? false
      default: false
      }
    }
  }

  var bindings: Bindings {
    var bindings = Bindings(unit: unit, indices: indices)
    for (name, value) in scalars { bindings[name] = .scalar(value) }
    bindings["z"] = .vector(z)
    bindings["y"] = .vector(y)
    bindings["P"] = .vector(P)
    bindings["g"] = .vector(g)
    bindings["A"] = .matrix(A)
    return bindings
  }

  /// The course's names with those of the world.
  static let names: Names = {
    var names = Names.course
    for name in scalarNames { names.declare(name, .scalar) }
    names.declare("A", .matrix(rows: .classes, columns: .classes))
    return names
  }()
}
