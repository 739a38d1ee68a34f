import Lessons
import Notation
import SoftmaxCore
import TextGrid
import TutorApp

extension Computation {
  /// The numbers for people: one row a class, then the sums, then the Jacobian.
  func table(decimals: Int, tier: GlyphTier) -> String {
    let signs = Signs(tier)
    // `compute` belongs to no course, and speaks English.
    let words = CommandWords.of(.ofCommands)
    func number(_ value: Double) -> String { formatted(value, decimals: decimals, tier: tier) }

    var columns: [[String]] = [
      [words(.tableClass)] + logits.indices.map { String($0 + 1) },
      ["z"] + logits.map(number),
      ["p"] + softmax.map(number),
      ["log p"] + logSoftmax.map(number),
      [signs.information] + information.map(number),
    ]
    if let target, let gradient {
      columns.append(["y"] + target.map(number))
      columns.append([signs.gradient] + gradient.map(number))
    }
    var text = aligned(columns)

    var sums = [(words(.tableSums), logSumExp), (words(.tableEntropy), entropy)]
    if let crossEntropy { sums.append((words(.tableCrossEntropy), crossEntropy)) }
    if let klDivergence { sums.append((signs.divergence, klDivergence)) }
    text += "\n" + aligned([sums.map(\.0), sums.map { number($0.1) }], leftmostIsText: true)

    let scale = temperature == 1 ? "" : "  T = " + number(temperature)
    text += "\n" + words(.tableUnit, Words.of(.ofCommands).name(of: unit)) + scale + "\n"

    if let jacobian {
      let rows = jacobian.map { $0.map(number) }
      let across = logits.indices.map { column in
        ["j = \(column + 1)"] + rows.map { $0[column] }
      }
      let names = [signs.jacobian] + logits.indices.map { "i = \($0 + 1)" }
      text += "\n" + aligned([names] + across, leftmostIsText: true)
    }
    return text
  }

  /// Columns of equally many cells side by side, right-aligned.
  private func aligned(_ columns: [[String]], leftmostIsText: Bool = false) -> String {
    var lines = [String](repeating: "", count: columns.first?.count ?? 0)
    for (place, column) in columns.enumerated() {
      let widths = column.map(cellWidth(of:))
      let width = widths.max() ?? 0
      for (row, cell) in column.enumerated() {
        let blanks = String(repeating: " ", count: width - widths[row])
        if place > 0 { lines[row] += "  " }
        lines[row] += place == 0 && leftmostIsText ? cell + blanks : blanks + cell
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The table's headings in the characters that may be drawn.
private struct Signs {
  var information: String
  var gradient: String
  var divergence: String
  var jacobian: String

  init(_ tier: GlyphTier) {
    let isUnicode = tier == .unicode
    information = isUnicode ? "I = −log p" : "I = -log p"
    gradient = isUnicode ? "∂CE/∂z" : "dCE/dz"
    divergence = isUnicode ? "divergence D_KL(y‖p)" : "divergence D_KL(y||p)"
    jacobian = isUnicode ? "∂pᵢ/∂zⱼ" : "dp_i/dz_j"
  }
}
