import SoftmaxCore

/// How the library answers the cases that are about one vector.
extension PublishedCase {
  /// Nil if the case is about rows or arrays.
  func vectorAnswer() throws -> [Double]? {
    let unit = try unit
    let temperature = input.temperature ?? 1
    let x = input.x.map(\.flat) ?? []
    switch function {
    case "softmax": return try softmax(x, temperature: temperature)
    case "log_softmax": return try logSoftmax(x, temperature: temperature)
    case "logsumexp":
      guard let weights = input.weights?.flat else { return [logSumExp(x)] }
      return [try logSumExp(x, weights: weights)]
    case "sigmoid_equivalence":
      return (input.z?.flat ?? []).map {
        input.what == "sigmoid" ? softmax([$0, 0])[0] : logSoftmax([$0, 0])[0]
      }
    case "information": return information(input.p?.flat ?? [], unit: unit)
    case "entropy": return [entropy(try distribution(input.p), unit: unit)]
    case "kl":
      return [
        try klDivergence(
          of: distribution(input.p), relativeTo: distribution(input.q), unit: unit)
      ]
    case "cross_entropy": return try crossEntropyOfProbabilities(unit: unit)
    case "jacobian": return try softmaxJacobian(x, temperature: temperature).flatMap { $0 }
    case "vjp" where input.x?.rows == nil:
      let g = input.g?.flat ?? []
      return input.of == "log_softmax"
        ? try logSoftmaxVJP(x, cotangent: g) : try softmaxVJP(x, cotangent: g)
    case "cross_entropy_logits", "grad_logits": return try lossOfOneRow(unit: unit)
    default: return nil
    }
  }

  /// Rows are done one by one, for the library has this loss for one distribution.
  private func crossEntropyOfProbabilities(unit: InformationUnit) throws -> [Double] {
    guard let rows = input.q?.rows else {
      let q = input.q?.flat ?? []
      if case .one(let label)? = input.targetIndex { return [information(q[label], unit: unit)] }
      return [try crossEntropy(of: input.p?.flat ?? [], relativeTo: q, unit: unit)]
    }
    var losses: [Double] = []
    for (index, q) in rows.enumerated() {
      if case .several(let labels)? = input.targetIndex {
        losses.append(information(q[labels[index]], unit: unit))
      } else if let p = input.p?.rows?[index] {
        losses.append(try crossEntropy(of: p, relativeTo: q, unit: unit))
      }
    }
    let sum = losses.reduce(0, +)
    switch input.reduction {
    case "sum": return [sum]
    case "mean": return [sum / Double(losses.count)]
    default: return losses
    }
  }

  private func lossOfOneRow(unit: InformationUnit) throws -> [Double]? {
    guard let logits = input.logits, logits.rows == nil, input.classes == nil,
      input.weight == nil, input.labelSmoothing == nil, input.ignoreIndex == nil
    else { return nil }
    let z = logits.flat
    let isGradient = function == "grad_logits"
    if case .one(let label)? = input.targetIndex {
      return isGradient
        ? try crossEntropyGradient(logits: z, label: label, unit: unit)
        : [try crossEntropy(logits: z, label: label, unit: unit)]
    }
    guard let target = input.targetProbabilities?.flat else { return nil }
    return isGradient
      ? try crossEntropyGradient(logits: z, target: target, unit: unit)
      : [try crossEntropy(logits: z, target: target, unit: unit)]
  }

  var unit: InformationUnit {
    get throws {
      switch input.base {
      case nil, .name("e")?: .nats
      case .number(2)?: .bits
      case .number(10)?: .hartleys
      case .name(let other)?: throw UnknownInput(words: "base \(other) in \(id)")
      case .number(let other)?: throw UnknownInput(words: "base \(other) in \(id)")
      }
    }
  }

  /// `normalize` asks for the shares of counts.
  private func distribution(_ numbers: Numbers?) throws -> [Double] {
    let entries = numbers?.flat ?? []
    guard input.normalize == true else { return entries }
    return try Distribution(normalizing: entries).probabilities
  }
}

/// A case says something this runner does not know.
struct UnknownInput: Error { var words: String }
