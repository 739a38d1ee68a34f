public import Meaning
import SoftmaxCore

extension Example {
  /// The example as formulas see it: z, y, P, T, n, the chosen i and j, and t where y is one-hot.
  ///
  /// Given probabilities are the value of p itself, whatever p is defined as; and so is the limit of
  /// softmax where its quotient has no value.
  public var bindings: Bindings {
    var bindings = Bindings(unit: unit)
    bindings["z"] = .vector(logits)
    bindings["y"] = .vector(target)
    bindings["P"] = .vector(reference)
    bindings["T"] = .scalar(temperature)
    bindings["n"] = .scalar(Double(classCount))
    if let given = givenProbabilities {
      bindings["p"] = .vector(given)
    } else if hasNoQuotient, let limit = try? softmax(logits, temperature: temperature) {
      bindings["p"] = .vector(limit)
    }
    bindings.indices["i"] = i + 1
    bindings.indices["j"] = j + 1
    if let target = targetClass { bindings.indices["t"] = target + 1 }
    return bindings
  }

  /// Whether exp(z/T)/Σ exp(z/T) is ∞/∞ or 0/0 as it is written: at T = 0, where a masked class meets
  /// T = ∞, and for scores beyond all exponentials. Softmax has its limit there.
  var hasNoQuotient: Bool {
    temperature == 0 || isBeyondExponentials
      || temperature.isInfinite && !logits.allSatisfy(\.isFinite)
  }

  /// The class that has all of the target, counted from 0; nil for a soft target.
  public var targetClass: Int? {
    guard target.allSatisfy({ $0 == 0 || $0 == 1 }) else { return nil }
    return target.firstIndex(of: 1)
  }
}
