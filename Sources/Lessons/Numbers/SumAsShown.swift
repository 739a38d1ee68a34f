import Meaning

/// The sum of numbers as they stand on screen, each rounded: 0.9999 for 0.6652, 0.2447 and 0.0900.
public func sumAsShown(_ numbers: [Double], decimals: Int) -> Double {
  let scaled = numbers.map { number -> Double in
    // What is written with a power of ten shows no digit at these decimals.
    guard case .plain(let digits) = ShownNumber(number, decimals: decimals).size else { return 0 }
    return Double(digits.filter { $0 != "." }) ?? .nan
  }
  let one = "1" + String(repeating: "0", count: max(0, decimals))
  return scaled.reduce(0, +) / (Double(one) ?? 1)
}
