import Lessons
import Meaning
import Notation
import Typesetting

/// What a `matrix:` panel shows: a formula's value for every output i and every input j.
struct FormulaMatrix: Hashable, Sendable {
  /// The formula on one row.
  var title: String
  /// Row i, column j; NaN where the formula has no value.
  var values: [[Double]]
}

extension Model {
  /// The matrices of this step's panels, but for the Jacobian of softmax itself: SoftmaxCore knows
  /// that one with its limits, where the formula divides by T = 0.
  var formulaMatrices: [Formula: FormulaMatrix] {
    let formulas = step.blocks.compactMap(\.matrixFormula).filter { !$0.isSoftmaxJacobian }
    return formulas.reduce(into: [:]) { $0[$1] = matrix(of: $1) }
  }

  private func matrix(of formula: Formula) -> FormulaMatrix {
    // Another cell may be chosen: the matrix stays.
    var numbers = effectiveExample
    (numbers.i, numbers.j) = (0, 0)
    let key = FormulaMatrixKey(formula: formula, place: place, example: numbers)
    return matrices.value(for: key) {
      FormulaMatrix(title: formula.inlineText(), values: values(of: formula))
    }
  }

  private func values(of formula: Formula) -> [[Double]] {
    let classes = 1...example.classCount
    var bindings = self.bindings
    return classes.map { i in
      classes.map { j in
        (bindings.indices["i"], bindings.indices["j"]) = (i, j)
        guard case .scalar(let number)? = try? readings.value(of: formula, bindings: bindings)
        else { return .nan }
        return number.settled.double
      }
    }
  }
}

/// What a formula's matrix depends on.
struct FormulaMatrixKey: Hashable, Sendable {
  var formula: Formula
  var place: Model.Place
  var example: Example
}

extension Block {
  /// The formula of a matrix panel.
  var matrixFormula: Formula? {
    guard case .live(let request) = self, request.kind == .matrix else { return nil }
    return request.formula
  }
}

extension Formula {
  private static let softmaxJacobians: Set = [
    "\\frac{\\partialp_i}{\\partialz_j}", "J_{i,j}", "J_{ij}",
  ]

  /// Whether it is ∂pᵢ/∂zⱼ, as lessons write it.
  fileprivate var isSoftmaxJacobian: Bool {
    Self.softmaxJacobians.contains(source.filter { !$0.isWhitespace })
  }
}
