import Lessons

/// Numbers of the command line: `2,1,0` as a list, `2/3` alone.
enum NumberList {
  /// - Parameter option: what the list is the value of, for the sentence that refuses it.
  static func read(_ text: String, for option: String) throws(Failure) -> [Double] {
    switch NumberEntry.parseList(text, allowsInfinity: true) {
    case .success(let numbers): return numbers
    case .failure(.empty): throw .missing(option: option)
    case .failure(let refusal): throw .badNumber(option: option, refusal: refusal)
    }
  }

  static func number(_ text: String, for option: String) throws(Failure) -> Double {
    switch NumberEntry.parse(text, allowsInfinity: true) {
    case .success(let value): return value
    case .failure(let refusal): throw .badNumber(option: option, refusal: refusal)
    }
  }
}
