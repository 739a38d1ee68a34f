public import Notation
import SoftmaxCore

/// A quantity that a lesson defines by a formula and that SoftmaxCore computes by its own code.
///
/// A definition is never compared with itself: this table is the second witness.
public struct CoreQuantity: Sendable {
  /// The defined name, and how many arguments it takes there.
  public let name: String
  public let arity: Int
  /// What the formula side is asked for.
  public let probe: String
  /// SoftmaxCore's answer; nil where the numbers are outside its domain.
  let compute: @Sendable (Numbers) -> [Double]?

  /// What the quantities depend on.
  struct Numbers: Sendable {
    var z: [Double]
    var y: [Double]
    var P: [Double]
    var T: Double
    var unit: InformationUnit

    /// softmax(z/T), unless a probability is too small for a Double to hold with all its digits.
    var normalProbabilities: [Double]? {
      guard let p = try? softmax(z, temperature: T), p.allSatisfy(\.isNormal) else { return nil }
      return p
    }
  }

  /// Name → quantity, as the lessons use the names.
  public static let all: [CoreQuantity] = [
    CoreQuantity(name: "p", arity: 0, probe: "p") { try? softmax($0.z, temperature: $0.T) },
    CoreQuantity(name: "q", arity: 0, probe: "q") { try? softmax($0.z, temperature: $0.T) },
    CoreQuantity(name: "Q", arity: 0, probe: "Q") { try? softmax($0.z, temperature: $0.T) },
    // ln S is SoftmaxCore's log-sum-exp.
    CoreQuantity(name: "S", arity: 0, probe: "\\ln S") { [logSumExp($0.z)] },
    CoreQuantity(name: "L", arity: 0, probe: "L") { numbers in
      (try? crossEntropy(
        logits: numbers.z, target: numbers.y, temperature: numbers.T, unit: numbers.unit)).map {
          [$0]
        }
    },
    CoreQuantity(name: "J", arity: 0, probe: "J") { numbers in
      (try? softmaxJacobian(numbers.z, temperature: numbers.T)).map { $0.flatMap { $0 } }
    },
    CoreQuantity(name: "I", arity: 0, probe: "I") { numbers in
      (try? softmax(numbers.z, temperature: numbers.T)).map {
        information($0, unit: numbers.unit)
      }
    },
    CoreQuantity(name: "I", arity: 1, probe: "I(x)") { information($0.P, unit: $0.unit) },
    CoreQuantity(name: "H", arity: 1, probe: "H(P)") { [entropy($0.P, unit: $0.unit)] },
    CoreQuantity(name: "H", arity: 2, probe: "H(P, p)", compute: crossEntropyOfData),
    CoreQuantity(
      name: "CE", arity: 2, probe: "\\operatorname{CE}(P, p)", compute: crossEntropyOfData),
    CoreQuantity(
      name: "D_{KL}", arity: 2, probe: "D_{KL}(P \\| p)", compute: divergenceFromData),
    CoreQuantity(
      name: "KL", arity: 2, probe: "\\operatorname{KL}(P \\| p)", compute: divergenceFromData),
    CoreQuantity(name: "softmax", arity: 1, probe: "\\operatorname{softmax}(z)") { softmax($0.z) },
    // The softmax of a score and 0.
    CoreQuantity(name: "\\sigma", arity: 1, probe: "\\sigma(z_1)", compute: firstSigmoid),
    CoreQuantity(
      name: "sigmoid", arity: 1, probe: "\\operatorname{sigmoid}(z_1)", compute: firstSigmoid),
    CoreQuantity(name: "logsumexp", arity: 1, probe: "\\operatorname{logsumexp}(z)") {
      [logSumExp($0.z, unit: $0.unit)]
    },
  ]

  private static let firstSigmoid: @Sendable (Numbers) -> [Double]? = { numbers in
    numbers.z.first.map { [softmax([$0, 0])[0]] }
  }

  private static let crossEntropyOfData: @Sendable (Numbers) -> [Double]? = { numbers in
    numbers.normalProbabilities.flatMap { p in
      (try? crossEntropy(of: numbers.P, relativeTo: p, unit: numbers.unit)).map { [$0] }
    }
  }

  private static let divergenceFromData: @Sendable (Numbers) -> [Double]? = { numbers in
    numbers.normalProbabilities.flatMap { p in
      (try? klDivergence(of: numbers.P, relativeTo: p, unit: numbers.unit)).map { [$0] }
    }
  }

  /// The quantities that a set of names defines, or the table of functions has.
  public static func defined(in names: Names) -> [CoreQuantity] {
    all.filter { quantity in
      names[quantity.name]?.definitions[quantity.arity] != nil
        || names[quantity.name] == nil && Function.named(quantity.name) != nil
    }
  }

  /// Both answers for one set of numbers, which must give z, y, P and T.
  ///
  /// - Returns: nil where SoftmaxCore has no answer.
  /// - Throws: why the formula has none.
  public func compared(
    names: Names, bindings: Bindings
  ) throws(FormulaDiagnostic) -> (formula: [Double], core: [Double], agree: Bool)? {
    guard case .vector(let z)? = bindings["z"], case .vector(let y)? = bindings["y"],
      case .vector(let P)? = bindings["P"], case .scalar(let T)? = bindings["T"],
      let core = compute(Numbers(z: z, y: y, P: P, T: T, unit: bindings.unit))
    else { return nil }
    let value = try Formula(probe).value(names: names, bindings: bindings)
    let agree =
      value.numbers.count == core.count
      && zip(value.numbers, core).allSatisfy { formula, core in Self.agree(formula, core) }
    return (value.numbers.map(\.double), core, agree)
  }

  /// The formula knows its own rounding. SoftmaxCore shifts and compensates, so its rounding is
  /// taken as no worse than that of the same magnitudes added plainly.
  private static func agree(_ formula: TrackedNumber, _ core: Double) -> Bool {
    if formula.value.isNaN || core.isNaN { return formula.value.isNaN && core.isNaN }
    guard formula.value.isFinite, core.isFinite else { return formula.double == core }
    let gap = (formula.value - WideNumber(core)).magnitude
    let own = formula.magnitude * TrackedNumber.roundoff * WideNumber(16)
    // Below the least Double, SoftmaxCore's answer is 0 where the formula's is not.
    return gap <= WideNumber(4) * formula.error + own + WideNumber(.leastNonzeroMagnitude)
  }
}
