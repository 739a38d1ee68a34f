import Testing

/// |a − b| in units of the spacing of Doubles at the reference b.
func ulps(_ a: Double, from b: Double) -> Double {
  if a == b || a.isNaN && b.isNaN { return 0 }
  guard a.isFinite, b.isFinite else { return .infinity }
  return abs(a - b) / b.ulp
}

/// Every entry within `tolerance`, absolute; NaN agrees with NaN and ∞ with ∞.
func agree(_ a: [Double], _ b: [Double], within tolerance: Double) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN || abs($0 - $1) <= tolerance }
}

/// ε = 2⁻⁵²; tolerances are stated in multiples of it.
let epsilon = Double.ulpOfOne

/// ∞ for the largest magnitude of an empty list would spoil a tolerance: 0 stands for it.
func largestMagnitude(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }

func allNaN(_ values: [Double]) -> Bool { values.allSatisfy { $0.isNaN } }
