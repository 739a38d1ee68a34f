import Notation

/// What `check` counted.
enum CheckCount: Hashable {
  case lessons(Int), steps(Int), formulas(Int), numbers(Int), definitions(Int)
  case checkedSigns(Int), notationOnlySigns(Int)
  /// - Parameter reasons: each with its count, in brackets.
  case unjudgedSigns(Int, reasons: String)
  case comparisons(Int, seed: UInt64)
  case errors(Int), remarks(Int)

  var text: String {
    switch Language.ofCommands {
    case .english: english
    }
  }
}
