import SoftmaxCore

extension TermMaker {
  mutating func vector(_ size: Int) -> Term {
    guard size > 1 else {
      let defined = world.defined(.vector, .alias)
      if !defined.isEmpty, chance(40) { return .vector(pick(defined)) }
      return .vector(pick(["z", "p", "y", "P", "g", "z", "p"]))
    }
    let rest = size - 1
    let half = max(1, rest / 2)
    switch Int.random(in: 0..<13, using: &random) {
    case 0, 1: return .apply(.addVectors, [vector(half), vector(half)])
    case 2, 3: return .apply(.subtractVectors, [vector(half), vector(half)])
    case 4: return .apply(.shift, [vector(half), scalar(1)])
    case 5: return .apply(.complement, [vector(rest)])
    case 6: return .apply(.scale, [scalar(half), vector(half)])
    case 7: return .apply(.elementwise, [vector(half), vector(half)])
    case 8: return .apply(.exponentials, [.vector(pick(["z", "y", "g"]))])
    case 9: return .apply(.logarithms, [.vector(pick(["p", "y", "P"]))])
    case 10: return .apply(.softmax, [vector(rest)])
    case 11: return .apply(.times, [matrix(half), vector(half)])
    default:
      guard allowsDerivatives else { return vector(1) }
      return .gradient(
        pick([.scalar("L"), .scalar("S"), .apply(.crossEntropy, [.vector("P"), .vector("p")])]))
    }
  }

  mutating func matrix(_ size: Int) -> Term {
    guard size > 1 else { return .matrix(allowsDerivatives ? pick(["A", "J"]) : "A") }
    let rest = size - 1
    let half = max(1, rest / 2)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .apply(.diagonal, [vector(rest)])
    case 1: return .apply(.outer, [vector(half), vector(half)])
    case 2: return .apply(.transpose, [matrix(rest)])
    case 3: return .apply(.addMatrices, [matrix(half), matrix(half)])
    case 4: return .apply(.multiplyMatrices, [matrix(half), matrix(half)])
    default: return allowsDerivatives ? .jacobian(.vector("p")) : .matrix("A")
    }
  }
}
