extension CheckCount {
  var english: String {
    switch self {
    case .lessons(let count): counted(count, "lesson")
    case .steps(let count): counted(count, "step")
    case .formulas(let count): counted(count, "formula")
    case .numbers(let count): counted(count, "number")
    case .definitions(let count): counted(count, "definition") + " held to SoftmaxCore"
    case .checkedSigns(let count): "equals signs: \(count) checked"
    case .notationOnlySigns(let count): "\(count) only notation"
    case .unjudgedSigns(let count, let reasons): "\(count) not judged" + reasons
    case .comparisons(let count, let seed): counted(count, "comparison") + " with seed \(seed)"
    case .errors(let count): counted(count, "error")
    case .remarks(let count): counted(count, "remark")
    }
  }

  private func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
