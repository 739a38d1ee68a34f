import SoftmaxCore

// Derivatives, and beside each the central differences that know no formula.
extension Quantities {
  /// J = (diag p − ppᵀ)/T, shape `[n, n]`: row i is ∂pᵢ/∂z. It does not depend on the unit.
  public var jacobian: [[Double]] {
    let jacobian = try? softmaxJacobian(effectiveLogits, temperature: effectiveTemperature)
    return jacobian ?? effectiveLogits.map { _ in effectiveLogits.map { _ in .nan } }
  }

  /// J by central differences. A masked class has no neighbours to take a difference of: NaN.
  public var numericJacobian: [[Double]] {
    let temperature = effectiveTemperature
    let columns = differences { logits in
      (try? softmax(logits, temperature: temperature)) ?? logits.map { _ in .nan }
    }
    return columns.indices.map { row in columns.map { $0[row] } }
  }

  /// The row sums of J, 0 but for rounding.
  public var jacobianRowSums: [Double] { jacobian.map { $0.reduce(0, +) } }

  /// The row sum of J that is farthest from 0.
  public var largestJacobianRowSum: Double { Self.largest(jacobianRowSums) }

  public var largestJacobianDifference: Double {
    Self.largest(zip(jacobian.joined(), numericJacobian.joined()).map { $0 - $1 })
  }

  /// ∂H(y, p)/∂z = (p·Σy − y)/(T ln b).
  public var gradient: [Double] {
    let gradient = try? crossEntropyGradient(
      logits: effectiveLogits, target: target, temperature: effectiveTemperature, unit: unit)
    return gradient ?? effectiveLogits.map { _ in .nan }
  }

  /// Σₖ ∂L/∂zₖ, which is 0: what rounding leaves of terms that cancel is not shown as a number.
  ///
  /// n terms may leave as many roundings of their magnitudes' sum.
  public var gradientSum: Double {
    let gradient = gradient
    let sum = gradient.reduce(0, +)
    let magnitudes = gradient.reduce(0) { $0 + abs($1) }
    return abs(sum) <= Double(gradient.count) * magnitudes * .ulpOfOne ? 0 : sum
  }

  /// p·Σy − y, as the derivations have it: the gradient in nats at T = 1.
  public var gradientInNats: [Double] {
    let gradient = try? crossEntropyGradient(
      logits: effectiveLogits.map { $0 == 0 ? 0 : $0 / effectiveTemperature }, target: target)
    return gradient ?? effectiveLogits.map { _ in .nan }
  }

  /// 1/(T ln b): by this the gradient in the example's unit differs from p·Σy − y.
  public var gradientFactor: Double { 1 / (effectiveTemperature * unit.naturalLogOfBase) }

  /// The gradient by central differences of the loss; NaN at a masked class.
  public var numericGradient: [Double] { differences(of: loss(at:)).map { $0[0] } }

  /// The largest error of any class when the loss is nudged by ±h, for each h.
  ///
  /// It is h²/6 times the third derivative while h is large, and rounding over h while it is small.
  /// Classes without a difference are left out; NaN where none has one: no slope, or scores so
  /// large that a nudge of h is lost in them.
  public func differenceErrors(at steps: [Double]) -> [Double] {
    let exact = gradient
    return steps.map { h in
      let found = differences(of: loss(at:), step: h).map { $0[0] }
      let errors = zip(found, exact).map { abs($0 - $1) }.filter(\.isFinite)
      return errors.max() ?? .nan
    }
  }

  /// The loss of other scores, as a vector of one.
  private func loss(at logits: [Double]) -> [Double] {
    let loss = try? SoftmaxCore.crossEntropy(
      logits: logits, target: target, temperature: effectiveTemperature, unit: unit)
    return [loss ?? .nan]
  }

  /// ∂f/∂zₖ for each k, as vectors.
  ///
  /// The step is in proportion to T, not to zₖ: softmax of scores near 1000 bends as it does near
  /// 0, and only T stretches it.
  private func differences(of f: ([Double]) -> [Double]) -> [[Double]] {
    // Outside of this softmax is one-hot or uniform to every digit shown: no step finds a slope.
    let stretch = min(max(effectiveTemperature, 1e-3), 1e3)
    return differences(of: f, step: centralDifferenceStep * stretch)
  }

  /// - Parameter h: how far each score is nudged up and down.
  private func differences(of f: ([Double]) -> [Double], step h: Double) -> [[Double]] {
    let logits = effectiveLogits
    return logits.indices.map { k in
      // The library's step is in proportion to the score.
      let step = h / max(1, abs(logits[k]))
      guard step > 0 else { return f(logits).map { _ in .nan } }
      let column = centralDifferenceJacobian(
        of: { own in
          var moved = logits
          moved[k] = own[0]
          return f(moved)
        }, at: [logits[k]], step: step)
      return column.map { $0[0] }
    }
  }

  public var largestGradientDifference: Double {
    Self.largest(zip(gradient, numericGradient).map { $0 - $1 })
  }

  /// The largest absolute value; where a class is masked there is nothing to compare. NaN if that
  /// is so everywhere.
  private static func largest(_ values: [Double]) -> Double {
    values.filter { !$0.isNaN }.map(abs).max() ?? (values.isEmpty ? 0 : .nan)
  }
}
