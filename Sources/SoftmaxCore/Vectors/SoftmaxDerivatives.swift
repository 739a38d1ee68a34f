/// The Jacobian of softmax, Jᵢⱼ = ∂pᵢ/∂zⱼ.
///
/// ```
/// J = diag(p) − p pᵀ,    Jᵢᵢ = pᵢ (1 − pᵢ),    Jᵢⱼ = −pᵢ pⱼ
/// ```
/// 1 − pᵢ is the sum of the other probabilities, so a nearly certain class keeps its digits.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its row and column are 0.
/// - Returns: shape `[K, K]`, symmetric, rows summing to 0. All NaN where softmax is NaN.
/// - Complexity: O(K²). For a product with J use ``softmaxVJP(_:cotangent:temperature:)->[Double]``, O(K).
/// - SeeAlso: Bridle, "Training stochastic model recognition algorithms as networks can lead to
///   maximum mutual information estimation of parameters", NIPS 2, 1989, eq. 5.
public func softmaxJacobian(
  _ logits: some Collection<Double>
) -> [[Double]] {
  ShiftedExponentials(Array(logits), temperature: 1).jacobian()
}

/// The Jacobian of softmax(z/T) with respect to z, J = (diag p − p pᵀ)/T.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0. At T = 0, J is 0 unless the largest logits are tied, and then
///   infinite among them; at T = `∞` it is 0.
/// - Returns: shape `[K, K]`, as `softmaxJacobian(_:)`.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - Complexity: O(K²).
/// - SeeAlso: Bridle, "Training stochastic model recognition algorithms as networks can lead to
///   maximum mutual information estimation of parameters", NIPS 2, 1989, eq. 5.
public func softmaxJacobian(
  _ logits: some Collection<Double>, temperature: Double
) throws(DomainError) -> [[Double]] {
  try checkTemperature(temperature, in: "softmaxJacobian")
  return ShiftedExponentials(Array(logits), temperature: temperature).jacobian()
}

/// gᵀJ for softmax(z/T): the gradient with respect to z of a loss whose gradient with respect to p
/// is g.
///
/// ```
/// (gᵀJ)ᵢ = pᵢ (gᵢ − Σⱼ pⱼ gⱼ) / T
/// ```
/// The mean Σⱼ pⱼ gⱼ is found twice: what the first rounding left of it is the mean of the
/// differences from it. So a component keeps its digits whether one class is nearly certain or all
/// are alike.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is 0 for a finite g.
/// - Parameter cotangent: shape `[K]`, g.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: shape `[K]`; sums to 0. NaN where softmax is NaN.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - Complexity: O(K); the matrix is not built.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.1–3.2.
public func softmaxVJP(
  _ logits: some Collection<Double>, cotangent: some Collection<Double>, temperature: Double = 1
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("cotangent", cotangent.count), temperature: temperature, in: "softmaxVJP")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .timesJacobian(Array(cotangent))
}

/// Jv for softmax(z/T): how p changes when z moves along v.
///
/// J is symmetric, so this is the same map as ``softmaxVJP(_:cotangent:temperature:)->[Double]``.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is 0 for a finite v.
/// - Parameter tangent: shape `[K]`, v.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: shape `[K]`; sums to 0. NaN where softmax is NaN.
/// - Throws: ``InputError``, as the vector–Jacobian product.
/// - Complexity: O(K).
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.1–3.2.
public func softmaxJVP(
  _ logits: some Collection<Double>, tangent: some Collection<Double>, temperature: Double = 1
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("tangent", tangent.count), temperature: temperature, in: "softmaxJVP")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .timesJacobian(Array(tangent))
}

/// gᵀJ for log softmax(z/T): the gradient with respect to z of a loss whose gradient with respect
/// to log p is g.
///
/// ```
/// (gᵀJ)ᵢ = (gᵢ − pᵢ Σₖ gₖ) / (T ln b)
/// ```
/// This J is not symmetric: compare ``logSoftmaxJVP(_:tangent:temperature:unit:)->[Double]``.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is gᵢ/(T ln b).
/// - Parameter cotangent: shape `[K]`, g.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`; sums to 0. NaN where softmax is NaN.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - Complexity: O(K).
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.1–3.2.
public func logSoftmaxVJP(
  _ logits: some Collection<Double>, cotangent: some Collection<Double>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("cotangent", cotangent.count), temperature: temperature, in: "logSoftmaxVJP")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .pullBackThroughLog(Array(cotangent), unit: unit)
}

/// Jv for log softmax(z/T): how log p changes when z moves along v.
///
/// ```
/// (Jv)ᵢ = (vᵢ − Σⱼ pⱼ vⱼ) / (T ln b)
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter tangent: shape `[K]`, v.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`. NaN where softmax is NaN.
/// - Throws: ``InputError``, as the vector–Jacobian product.
/// - Complexity: O(K).
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.1–3.2.
public func logSoftmaxJVP(
  _ logits: some Collection<Double>, tangent: some Collection<Double>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("tangent", tangent.count), temperature: temperature, in: "logSoftmaxJVP")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .deviations(of: Array(tangent))
    .map { unit.converted(quotientKeepingZero($0.rounded, temperature)) }
}

extension ShiftedExponentials {
  /// Each entry is a product of two exponentials, or of one and the sum of the others, over S² T.
  func jacobian() -> [[Double]] {
    let square = sumPair * sumPair
    let products = values.indices.map { (Pair(0) - value($0)) / square }
    return values.indices.map { i in
      values.indices.map { j in
        timesOverTemperature(i == j ? complement(i) / square : products[max(i, j)], min(i, j))
      }
    }
  }

  /// vᵢ − Σⱼ pⱼ vⱼ.
  ///
  /// ```
  /// c ≈ Σⱼ pⱼ vⱼ,    vᵢ − Σⱼ pⱼ vⱼ = (vᵢ − c) − Σⱼ pⱼ (vⱼ − c)
  /// ```
  /// The second sum is as small as the rounding of c, and its terms are as small as the answers.
  func deviations(of vector: [Double]) -> [Pair] {
    let sum = sum
    var mean = CompensatedSum()
    for (value, entry) in zip(values, vector) { mean.add(value / sum * entry) }
    let centre = mean.value
    var rest = CompensatedSum()
    for (value, entry) in zip(values, vector) { rest.add(value / sum * (entry - centre)) }
    return vector.map { (Pair($0) - Pair(centre)) - rest.pair }
  }

  /// J v = Jᵀ v for softmax, times the factor.
  func timesJacobian(_ vector: [Double], factor: Pair = Pair(1)) -> [Double] {
    let sum = sumPair
    return deviations(of: vector).enumerated().map { index, deviation in
      timesOverTemperature(deviation * factor / sum, index)
    }
  }

  /// gᵀJ for log-softmax: (gᵢ (1 − pᵢ) − pᵢ Σ_{k ≠ i} gₖ) / (T ln b), or T times that.
  package func pullBackThroughLog(
    _ cotangent: [Double], unit: InformationUnit = .nats, overTemperature: Bool = true
  ) -> [Double] {
    let total = SumsWithoutOne(cotangent)
    let divisor = sumPair * unit.logOfBase
    return cotangent.indices.map { index in
      let own = Pair(cotangent[index]) * (complement(index) / divisor)
      let others = total.pair(without: index) / divisor
      return overTemperature
        ? self.overTemperature(own) - timesOverTemperature(others, index)
        : own.rounded - times(others, index)
    }
  }
}

/// Σ_{k ≠ i} aₖ for each i, without the cancellation of (Σₖ aₖ) − aᵢ where one term outweighs the
/// rest.
package struct SumsWithoutOne {
  private let terms: [Double]
  private let heaviest: Int
  private let others: Pair

  package init(_ terms: [Double]) {
    self.terms = terms
    heaviest = terms.indices.max { abs(terms[$0]) < abs(terms[$1]) } ?? 0
    var sum = CompensatedSum()
    for (index, term) in terms.enumerated() where index != heaviest { sum.add(term) }
    others = sum.pair
  }

  package func sum(without index: Int) -> Double { pair(without: index).rounded }

  func pair(without index: Int) -> Pair {
    index == heaviest ? others : (others - Pair(terms[index])) + Pair(terms[heaviest])
  }
}
