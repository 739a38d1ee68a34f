import Lessons
import SoftmaxCore

/// What is to be put in the place of an example's numbers, as text that was typed: by flags, or at
/// the prompt of the plain mode.
struct ExampleChange: Hashable {
  var logits: String?
  var target: String?
  var reference: String?
  var temperature: String?
  var unit: InformationUnit?
  var decimals: Int?
  var i: Int?
  var j: Int?
  var given: String?

  var isEmpty: Bool { self == ExampleChange() }

  /// `example` with the change made.
  ///
  /// Another number of classes keeps what still fits: a target class that exists, else class 1.
  func applied(to example: Example) throws(Failure) -> Example {
    var changed = example
    if let logits {
      changed.logits = try ExampleValues.logits(logits, for: "--logits")
      changed.givenProbabilities = nil
    } else if let given {
      // The probabilities alone say how many classes there are.
      changed.logits = try NumberList.read(given, for: "--given").map { _ in 0 }
    }
    let count = changed.classCount
    guard Example.classCounts.contains(count) else {
      throw .classCount(
        count: count, least: Example.classCounts.lowerBound, most: Example.classCounts.upperBound)
    }
    if count != example.classCount { changed.fitOthers(to: count) }
    if let target {
      changed.target = try ExampleValues.target(target, classes: count, for: "--target")
    }
    if let reference {
      changed.reference = try ExampleValues.target(reference, classes: count, for: "--reference")
    }
    if let given {
      changed.givenProbabilities = try ExampleValues.distribution(
        given, classes: count, for: "--given")
    }
    if let temperature { changed.temperature = try ExampleValues.temperature(temperature) }
    if let unit { changed.unit = unit }
    if let decimals {
      try ExampleValues.checkDecimals(decimals)
      changed.decimals = decimals
    }
    if let i { changed.i = try Self.index(i, classes: count, for: "--i") }
    if let j { changed.j = try Self.index(j, classes: count, for: "--j") }
    return changed
  }

  private static func index(_ number: Int, classes count: Int, for option: String) throws(Failure)
    -> Int
  {
    guard (1...count).contains(number) else {
      throw .outOfRange(option: option, text: String(number), range: .classes(to: count))
    }
    return number - 1
  }
}

extension Example {
  /// Fits all but the logits to another number of classes.
  fileprivate mutating func fitOthers(to count: Int) {
    let hot = target.firstIndex(of: 1) ?? 0
    target = Example.oneHot(hot < count ? hot : 0, of: count)
    reference = Example.descendingWeights(count)
    givenProbabilities = nil
    i = min(i, count - 1)
    j = min(j, count - 1)
  }
}
