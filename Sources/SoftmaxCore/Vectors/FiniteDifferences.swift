/// The step that balances the two errors of a central difference: truncation, O(h²), against
/// rounding, O(ε/h). It is the cube root of ε = 2⁻⁵².
public let centralDifferenceStep = 6.055_454_452_393_343e-6

/// The gradient of a scalar function by central differences, a witness for derivatives that does
/// not know their formulas.
///
/// ```
/// ∂f/∂xₖ ≈ (f(x + h eₖ) − f(x − h eₖ)) / 2h
/// ```
/// h is `step · max(1, |xₖ|)`; the two points are divided by their actual distance, which rounding
/// makes a little other than 2h.
///
/// - Parameter f: from shape `[K]` to a scalar.
/// - Parameter x: shape `[K]`, finite where the derivative is wanted.
/// - Parameter step: > 0.
/// - Returns: shape `[K]`, right to about 10 digits for a smooth f with values near 1.
/// - Throws: what `f` throws.
/// - Complexity: 2K evaluations of f.
/// - SeeAlso: Press et al., *Numerical Recipes*, 3rd ed., §5.7 (the step).
public func centralDifference<Failure: Error>(
  of f: ([Double]) throws(Failure) -> Double, at x: [Double], step: Double = centralDifferenceStep
) throws(Failure) -> [Double] {
  var gradient: [Double] = []
  for k in x.indices {
    let (below, above) = neighbours(of: x, along: k, step: step)
    gradient.append(try (f(above) - f(below)) / (above[k] - below[k]))
  }
  return gradient
}

/// The Jacobian of a vector function by central differences, Jᵢⱼ ≈ ∂fᵢ/∂xⱼ.
///
/// - Parameter f: from shape `[K]` to shape `[M]`, the same M everywhere.
/// - Parameter x: shape `[K]`.
/// - Parameter step: > 0; scaled by max(1, |xⱼ|), as for the gradient.
/// - Returns: shape `[M, K]`; `[]` for an empty x.
/// - Throws: what `f` throws.
/// - Complexity: 2K evaluations of f.
/// - SeeAlso: Press et al., *Numerical Recipes*, 3rd ed., §5.7 (the step).
public func centralDifferenceJacobian<Failure: Error>(
  of f: ([Double]) throws(Failure) -> [Double], at x: [Double],
  step: Double = centralDifferenceStep
) throws(Failure) -> [[Double]] {
  var columns: [[Double]] = []
  for k in x.indices {
    let (below, above) = neighbours(of: x, along: k, step: step)
    let distance = above[k] - below[k]
    columns.append(zip(try f(above), try f(below)).map { ($0 - $1) / distance })
  }
  guard let first = columns.first else { return [] }
  return first.indices.map { row in columns.map { $0[row] } }
}

private func neighbours(
  of x: [Double], along k: Int, step: Double
) -> (below: [Double], above: [Double]) {
  require(step > 0, "The step of a central difference must be positive, not \(step).")
  let h = step * max(1, abs(x[k]))
  var (below, above) = (x, x)
  below[k] -= h
  above[k] += h
  return (below, above)
}
