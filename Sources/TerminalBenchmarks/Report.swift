/// The figures of all programs side by side, and the tutor's as multiples of the others'.
struct Report {
  var programs: [Program]
  var conditions: Conditions

  var text: String {
    let head =
      "\(conditions.columns)x\(conditions.rows), \(conditions.rounds) rounds of "
      + "\(conditions.keys) keys, quiet time \(conditions.quiet) ms; medians"
    let titles = [
      "", "start ms", "worst", "key ms", "worst", "idle ms", "memory MiB", "program MB",
      "instructions M",
    ]
    let rows = programs.map { program in
      [
        program.name, Self.text(program.starts.median), Self.text(program.starts.max()),
        Self.text(program.keys.median), Self.text(program.keys.max()), Self.text(program.idle),
        Self.text(program.mebibytes), Self.text(program.megabytes, digits: 1),
        Self.text(program.millions, digits: 1),
      ]
    }
    let ratios = programs.dropFirst().compactMap { other in
      programs.first.map { mine in
        [
          "/ " + other.name, Self.ratio(mine.starts.median, other.starts.median), "",
          Self.ratio(mine.keys.median, other.keys.median), "", "",
          Self.ratio(mine.mebibytes, other.mebibytes),
          Self.ratio(mine.megabytes, other.megabytes), Self.ratio(mine.millions, other.millions),
        ]
      }
    }
    let lines = ([titles] + rows + ratios).map { cells in
      cells.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }.joined()
    }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func ratio(_ mine: Double?, _ other: Double?) -> String {
    guard let mine, let other, other > 0 else { return "-" }
    return text(mine / other)
  }

  private static func text(_ number: Double?, digits: Int = 2) -> String {
    guard let number else { return "-" }
    let scale = digits == 1 ? 10.0 : 100
    let whole = Int((number * scale).rounded())
    let fraction = String(whole % Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(whole / Int(scale)).\(zeros)\(fraction)"
  }
}

extension Program {
  var mebibytes: Double? { memory.map { Double($0) / 1024 } }
  var megabytes: Double? { ProcessFigures.size(of: path).map { Double($0) / 1e6 } }
  var millions: Double? { instructions.map { Double($0) / 1e6 } }
}

extension [Double] {
  var median: Double? {
    let ordered = sorted()
    return isEmpty ? nil : (ordered[(count - 1) / 2] + ordered[count / 2]) / 2
  }
}
