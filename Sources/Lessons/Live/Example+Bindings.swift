public import Meaning

extension Example {
  /// The example as formulas see it: z, y, P, T, n, the chosen i and j, and t where y is one-hot.
  ///
  /// Given probabilities are the value of p itself, whatever p is defined as.
  public var bindings: Bindings {
    var bindings = Bindings(unit: unit)
    bindings["z"] = .vector(logits)
    bindings["y"] = .vector(target)
    bindings["P"] = .vector(reference)
    bindings["T"] = .scalar(temperature)
    bindings["n"] = .scalar(Double(classCount))
    if let given = givenProbabilities { bindings["p"] = .vector(given) }
    bindings.indices["i"] = i + 1
    bindings.indices["j"] = j + 1
    if let target = targetClass { bindings.indices["t"] = target + 1 }
    return bindings
  }

  /// The class that has all of the target, counted from 0; nil for a soft target.
  public var targetClass: Int? {
    guard target.allSatisfy({ $0 == 0 || $0 == 1 }) else { return nil }
    return target.firstIndex(of: 1)
  }
}
