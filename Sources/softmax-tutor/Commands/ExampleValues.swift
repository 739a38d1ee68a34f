import Lessons
import SoftmaxCore

/// Values of `--logits`, `--target`, `--temperature` and their like, read and checked.
enum ExampleValues {
  static func logits(_ text: String, for option: String) throws(Failure) -> [Double] {
    let logits = try NumberList.read(text, for: option)
    guard !logits.contains(.infinity) else { throw .positiveInfinity(option: option) }
    guard logits.contains(where: \.isFinite) else { throw .everythingMasked(option: option) }
    return logits
  }

  /// A class counted from 1, or a probability for each class.
  ///
  /// - Returns: shape `[count]`; one-hot for a class.
  static func target(_ text: String, classes count: Int, for option: String) throws(Failure)
    -> [Double]
  {
    let trimmed = text.filter { !$0.isWhitespace }
    if let number = Int(trimmed.replacing("−", with: "-")) {
      guard (1...count).contains(number) else {
        throw .noSuchClass(option: option, text: text, count: count)
      }
      return (1...count).map { $0 == number ? 1 : 0 }
    }
    return try distribution(text, classes: count, for: option)
  }

  static func distribution(_ text: String, classes count: Int, for option: String) throws(Failure)
    -> [Double]
  {
    let weights = try NumberList.read(text, for: option)
    guard weights.count == count else {
      throw .wrongCount(option: option, count: weights.count, classes: count)
    }
    do { return try Distribution(weights).probabilities } catch {
      throw .noDistribution(option: option, reason: error.description)
    }
  }

  static func temperature(_ text: String) throws(Failure) -> Double {
    let temperature = try NumberList.number(text, for: "--temperature")
    guard temperature >= 0 else {
      throw .outOfRange(
        option: "--temperature", text: text,
        range: .temperature)
    }
    return temperature
  }

  static func checkDecimals(_ decimals: Int) throws(Failure) {
    let counts = Example.decimalCounts
    guard counts.contains(decimals) else {
      throw .outOfRange(
        option: "--decimals", text: String(decimals),
        range: .numbers(from: counts.lowerBound, to: counts.upperBound))
    }
  }
}
