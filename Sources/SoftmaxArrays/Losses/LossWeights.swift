import SoftmaxCore

/// The weights of a loss as the kernels take them.
///
/// Weights of 1e-46 or 1e308 are legitimate: a mean is the same if all are multiplied by one number.
/// They are therefore brought near 1 by a power of 2, which changes no digit, so that neither their
/// products nor what the mean divides by overflow or vanish, in a Float neither.
struct LossWeights {
  var classes: [Double]?
  var examples: [Double]?
  /// The sum of the losses over that of the kernels' losses.
  var sumFactor: Double
  /// The mean of the losses over the sum of the kernels' losses; NaN where no weight takes part, so
  /// that the mean of nothing has no value and no gradient.
  var meanFactor: Double

  /// - Parameter labels: −1 for an ignored row; nil where distributions are given.
  init(_ options: LossOptions, labels: [Int32]?, rows: Int) {
    var largestClass = options.classWeights?.max() ?? 1
    if let weights = options.classWeights, let labels, options.labelSmoothing == 0 {
      // The weight of a class that no row has does not count.
      largestClass = labels.reduce(0) { $1 < 0 ? $0 : max($0, weights[Int($1)]) }
    }
    let classScale = powerOfTwo(near: largestClass)
    let exampleScale = powerOfTwo(near: options.exampleWeights?.max() ?? 1)
    classes = options.classWeights?.map { $0 / classScale }
    examples = options.exampleWeights?.map { $0 / exampleScale }
    sumFactor = classScale * exampleScale
    var sum = CompensatedSum()
    if let labels {
      for row in labels.indices where labels[row] >= 0 {
        var weight = 1.0
        if let classes { weight *= classes[Int(labels[row])] }
        if let examples { weight *= examples[row] }
        sum.add(weight)
      }
      meanFactor = 1 / sum.value
    } else {
      // As in PyTorch, the weights of the classes are part of a distribution, not of the divisor.
      for weight in examples ?? [Double(rows)] { sum.add(weight) }
      meanFactor = classScale / sum.value
    }
    if sum.value == 0 { meanFactor = .nan }
  }
}

/// 2ᵏ with 1 ≤ x/2ᵏ < 2; 1 where x is of an ordinary size, or 0.
private func powerOfTwo(near x: Double) -> Double {
  if x == 0 || (0x1p-20...0x1p20).contains(x) { return 1 }
  return Double(sign: .plus, exponent: Int(x.exponent), significand: 1)
}

extension LossOptions {
  func check(
    _ operand: String, rows: Int, classes: Int, in operation: String
  ) throws(InputError) {
    guard (0...1).contains(labelSmoothing) else {
      throw .domain(
        DomainError(
          operation: operation, operand: "label smoothing", value: labelSmoothing,
          requirement: "it must lie between 0 and 1"))
    }
    do { try checkTemperature(temperature, in: operation) } catch { throw .domain(error) }
    if let classWeights {
      do {
        try checkClassCount(
          of: (operand, classes), equals: ("class weights", classWeights.count), in: operation)
      } catch { throw .shape(error) }
      do {
        try checkWeights(classWeights, "class weights", in: operation)
      } catch { throw .domain(error) }
    }
    if let exampleWeights {
      guard exampleWeights.count == rows else {
        throw .shape(
          ShapeError(
            operation: operation, axis: "batch",
            reference: .init(name: operand, shape: [rows, classes]),
            offender: .init(name: "example weights", shape: [exampleWeights.count])))
      }
      do {
        try checkWeights(exampleWeights, "example weights", in: operation)
      } catch { throw .domain(error) }
    }
  }
}

private func checkWeights(
  _ weights: [Double], _ name: String, in operation: String
) throws(DomainError) {
  guard let index = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) else { return }
  throw DomainError(
    operation: operation, operand: name, shape: [weights.count], index: [index],
    value: weights[index],
    requirement: weights[index] == .infinity
      ? "a weight must be finite" : "a weight must be 0 or more")
}
