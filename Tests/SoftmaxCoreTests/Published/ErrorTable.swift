import Foundation
import SoftmaxArrays
import SoftmaxCore

/// The worst error of each function, in each column, in ulps of the exact answer or, where terms
/// cancel, of the largest term.
struct ErrorTable {
  private var functions: [String] = []
  private var columns: [String] = []
  private var worst: [String: [String: Double]] = [:]

  var entries: [(function: String, column: String, ulps: Double)] {
    functions.flatMap { function in
      columns.compactMap { column in
        worst[function]?[column].map { (function, column, $0) }
      }
    }
  }

  mutating func note<Scalar: ArrayScalar>(
    _ function: String, _ column: String, _ got: [Scalar], _ exact: [Double],
    largestTerms: [Double]? = nil
  ) {
    for (index, (got, exact)) in zip(got, exact).enumerated() {
      let scale = Scalar(max(abs(exact), largestTerms?[index] ?? 0))
      guard scale.isFinite else { continue }
      // Below the normal numbers, where digits are gone in any case, the spacing there is the unit.
      let unit = Double(max(scale.ulp, Scalar.leastNonzeroMagnitude))
      note(function, column, Double(got) == exact ? 0 : abs(Double(got) - exact) / unit)
    }
  }

  private mutating func note(_ function: String, _ column: String, _ ulps: Double) {
    if !functions.contains(function) { functions.append(function) }
    if !columns.contains(column) { columns.append(column) }
    // NaN must not pass for small.
    let error = ulps.isNaN ? Double.infinity : ulps
    worst[function, default: [:]][column] = max(worst[function]?[column] ?? 0, error)
  }

  var markdown: String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = [row(["worst error, ulps"] + columns), row(columns.map { _ in "---" } + ["---"])]
    let body = functions.map { function in
      row(
        [function]
          + columns.map { column in
            worst[function]?[column].map { String(format: "%.2f", $0) } ?? "–"
          })
    }
    return (head + body).joined(separator: "\n")
  }
}
