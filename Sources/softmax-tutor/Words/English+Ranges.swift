extension ValueRange {
  var english: String {
    switch self {
    case .numbers(let from, let to): "a number from \(from) to \(to)"
    case .classes(let to): "a class from 1 to \(to)"
    case .columns: "a number of columns from 1"
    case .oneOrTwo: "1 or 2"
    case .temperature: "a number from 0 (the largest score takes all) to inf (uniform)"
    }
  }
}
