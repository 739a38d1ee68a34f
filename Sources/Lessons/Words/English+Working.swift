extension WorkingProblem {
  var english: String {
    switch self {
    case .severalLines: "one line is needed here"
    }
  }
}
