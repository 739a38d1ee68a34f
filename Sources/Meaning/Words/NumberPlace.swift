/// Where a formula needs a number, for a sentence about what stands there instead.
enum NumberPlace: Hashable, Sendable {
  case absoluteValue, baseOfLogarithm, condition, degreeOfRoot, entry, expectation, exponent, limit
  case list, maximumOverIndex, root
}
