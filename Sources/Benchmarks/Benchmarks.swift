import SoftmaxCore

/// Times what scripts/bench asks for, so that it can take turns with the other libraries.
///
/// Each line read is a request: what, `f32` or `f64`, its sizes, and how often to repeat. The answer
/// is one line: the seconds that one call took, on average over the repetitions.
/// ```
/// softmax f64 60000 10 5
/// ```
@main
struct Benchmarks {
  static func main() {
    var prepared: (name: String, work: () -> Void)?
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 3, let repetitions = Int(words[words.count - 1]),
        let request = Request(words.dropLast())
      else {
        print("cannot read the request '\(line)'")
        continue
      }
      if prepared?.name != request.name { prepared = (request.name, request.prepared()) }
      guard let work = prepared?.work else { continue }
      let clock = ContinuousClock()
      let elapsed = clock.measure { for _ in 0..<repetitions { work() } }
      let (seconds, attoseconds) = elapsed.components
      print((Double(seconds) + Double(attoseconds) * 1e-18) / Double(repetitions))
      flushOutput()
    }
  }
}

/// What to time, on what sizes.
struct Request {
  let name: String
  private let what: String
  private let isDouble: Bool
  private let sizes: [Int]

  init?(_ words: some Collection<String>) {
    let words = Array(words)
    let sizes = words.dropFirst(2).compactMap { Int($0) }
    guard sizes.count == words.count - 2, ["f64", "f32"].contains(words[1]),
      sizes.count == Self.sizeCounts[words[0]]
    else { return nil }
    name = words.joined(separator: " ")
    what = words[0]
    isDouble = words[1] == "f64"
    self.sizes = sizes
  }

  private static let sizeCounts = [
    "softmax": 2, "log-softmax": 2, "loss": 2, "jacobian": 1, "epoch": 4,
  ]

  func prepared() -> () -> Void {
    isDouble ? prepared(Double.self) : prepared(Float.self)
  }

  private func prepared<Scalar: ArrayScalar>(_: Scalar.Type) -> () -> Void {
    switch what {
    case "jacobian":
      let logits = uniform([sizes[0]], of: Scalar.self, in: -5...5)
      return { keep(try? softmaxJacobian(logits)) }
    case "epoch": return preparedEpoch(Scalar.self)
    default:
      let logits = uniform(sizes, of: Scalar.self, in: -5...5)
      let labels = (0..<sizes[0]).map { $0 * 7 % sizes[1] }
      switch what {
      case "softmax": return { keep(try? softmax(logits)) }
      case "log-softmax": return { keep(try? logSoftmax(logits)) }
      default:
        return { keep(try? crossEntropyWithGradient(logits: logits, target: .labels(labels))) }
      }
    }
  }

  /// rows, features, classes, batch.
  private func preparedEpoch<Scalar: ArrayScalar>(_: Scalar.Type) -> () -> Void {
    let examples = uniform([sizes[0], sizes[1]], of: Scalar.self, in: 0...1)
    let labels = (0..<sizes[0]).map { $0 * 7 % sizes[2] }
    let options = EpochOptions(learningRate: 0.1, batchSize: sizes[3])
    let (features, classes) = (sizes[1], sizes[2])
    return {
      var model = SoftmaxRegression<Scalar>(features: features, classes: classes)
      keep(try? model.trainEpoch(examples, labels: labels, options: options))
    }
  }

  private func uniform<Scalar: ArrayScalar>(
    _ shape: [Int], of _: Scalar.Type, in range: ClosedRange<Double>
  ) -> NDArray<Scalar> {
    var generator = SplitMix64(seed: 1)
    var array = NDArray<Scalar>(repeating: 0, shape: [0])
    let elements = (0..<shape.reduce(1, *)).map { _ in
      Scalar(Double.random(in: range, using: &generator))
    }
    if let made = try? NDArray(shape: shape, elements: elements) { array = made }
    return array
  }
}

/// Hides from the optimiser that nobody reads a result.
@inline(never)
func keep<Value>(_ value: Value) {}
