import Foundation
import SoftmaxCore

extension Witness {
  mutating func apply(_ operation: Term.Operation, _ parts: [Term]) throws(NoValue) -> Outcome {
    switch operation.sort {
    case .scalar: .scalar(try scalar(operation, parts))
    case .vector: .vector(try vector(operation, parts))
    case .matrix: .matrix(try matrix(operation, parts))
    }
  }

  private mutating func scalar(
    _ operation: Term.Operation, _ parts: [Term]
  ) throws(NoValue) -> HyperDual {
    switch operation {
    case .add: try number(parts[0]) + number(parts[1])
    case .subtract: try number(parts[0]) - number(parts[1])
    case .multiply: try number(parts[0]) * number(parts[1])
    case .divide: try number(parts[0]) / number(parts[1])
    case .negate: -(try number(parts[0]))
    case .power(let exponent): try number(parts[0]).power(exponent)
    case .root: try number(parts[0]).root
    case .exponential: try number(parts[0]).exponential
    case .logarithm(let base): try number(parts[0]).logarithm / HyperDual(unit(base))
    case .sigmoid: try number(parts[0]).sigmoid
    case .tanh:
      HyperDual(2) * (HyperDual(2) * (try number(parts[0]))).sigmoid - HyperDual(1)
    case .larger: try Self.larger(number(parts[0]), number(parts[1]))
    case .smaller: -(try Self.larger(-number(parts[0]), -number(parts[1])))
    case .dot: total(zip(try vector(parts[0]), try vector(parts[1])).map { $0 * $1 })
    case .logSumExp:
      total(try vector(parts[0]).map(\.exponential)).logarithm / HyperDual(unit(.unit))
    case .squaredNorm: total(try vector(parts[0]).map { $0 * $0 })
    case .norm: total(try vector(parts[0]).map { $0 * $0 }).root
    case .absoluteNorm: total(try vector(parts[0]).map { $0.f < 0 ? -$0 : $0 })
    case .largest: try vector(parts[0]).reduce(HyperDual(-.infinity), Self.larger)
    case .smallest: -(try vector(parts[0]).map { -$0 }.reduce(HyperDual(-.infinity), Self.larger))
    case .trace: total(try matrix(parts[0]).enumerated().map { $1[$0] })
    case .form:
      total(
        zip(try vector(parts[0]), Self.times(try matrix(parts[1]), try vector(parts[2])))
          .map { $0 * $1 })
    case .entropy:
      try crossEntropy(try vector(parts[0]), try vector(parts[0]))
    case .crossEntropy: try crossEntropy(try vector(parts[0]), try vector(parts[1]))
    case .divergence:
      total(
        zip(try vector(parts[0]), try vector(parts[1])).map { $0 * ($0 / $1).logarithm })
        / HyperDual(unit(.unit))
    default: throw NoValue()
    }
  }

  private mutating func vector(
    _ operation: Term.Operation, _ parts: [Term]
  ) throws(NoValue) -> [HyperDual] {
    switch operation {
    case .addVectors: return zip(try vector(parts[0]), try vector(parts[1])).map { $0 + $1 }
    case .subtractVectors: return zip(try vector(parts[0]), try vector(parts[1])).map { $0 - $1 }
    case .shift:
      let shift = try number(parts[1])
      return try vector(parts[0]).map { $0 + shift }
    case .complement: return try vector(parts[0]).map { HyperDual(1) - $0 }
    case .scale:
      let factor = try number(parts[0])
      return try vector(parts[1]).map { factor * $0 }
    case .elementwise: return zip(try vector(parts[0]), try vector(parts[1])).map { $0 * $1 }
    case .exponentials: return try vector(parts[0]).map(\.exponential)
    case .logarithms:
      let unit = HyperDual(unit(.unit))
      return try vector(parts[0]).map { $0.logarithm / unit }
    case .softmax: return Self.softmax(try vector(parts[0]))
    case .times: return Self.times(try matrix(parts[0]), try vector(parts[1]))
    default: throw NoValue()
    }
  }

  private mutating func matrix(
    _ operation: Term.Operation, _ parts: [Term]
  ) throws(NoValue) -> [[HyperDual]] {
    switch operation {
    case .diagonal:
      let entries = try vector(parts[0])
      return entries.indices.map { row in
        entries.indices.map { $0 == row ? entries[row] : HyperDual(0) }
      }
    case .outer:
      let columns = try vector(parts[1])
      return try vector(parts[0]).map { entry in columns.map { entry * $0 } }
    case .transpose: return Self.transposed(try matrix(parts[0]))
    case .addMatrices:
      return zip(try matrix(parts[0]), try matrix(parts[1])).map { zip($0, $1).map { $0 + $1 } }
    case .multiplyMatrices:
      let columns = Self.transposed(try matrix(parts[1]))
      return Self.transposed(try matrix(parts[0])).isEmpty
        ? [] : try matrix(parts[0]).map { Self.times(columns, $0) }
    default: throw NoValue()
    }
  }

  // MARK: The textbook's formulas

  static func softmax(_ z: [HyperDual]) -> [HyperDual] {
    let powers = z.map(\.exponential)
    let sum = powers.reduce(HyperDual(0), +)
    return powers.map { $0 / sum }
  }

  func crossEntropy(_ p: [HyperDual], _ q: [HyperDual]) throws(NoValue) -> HyperDual {
    -(total(zip(p, q).map { $0 * $1.logarithm }) / HyperDual(unit(.unit)))
  }

  func total(_ numbers: [HyperDual]) -> HyperDual { numbers.reduce(HyperDual(0), +) }

  /// ln of the base.
  private func unit(_ base: Term.Base) -> Double {
    switch (base, world.unit) {
    case (.e, _), (.unit, .nats): 1
    case (.two, _), (.unit, .bits): log(2)
    case (.ten, _), (.unit, .hartleys): log(10)
    }
  }

  private static func larger(_ x: HyperDual, _ y: HyperDual) -> HyperDual { x.f >= y.f ? x : y }

  private static func times(_ rows: [[HyperDual]], _ entries: [HyperDual]) -> [HyperDual] {
    rows.map { row in zip(row, entries).map { $0 * $1 }.reduce(HyperDual(0), +) }
  }

  private static func transposed(_ rows: [[HyperDual]]) -> [[HyperDual]] {
    rows.indices.map { column in rows.map { $0[column] } }
  }
}
