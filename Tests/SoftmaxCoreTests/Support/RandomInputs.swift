import SoftmaxCore

/// Inputs that a seed determines, for laws that are tried on many.
struct RandomInputs {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func real(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  mutating func vector(_ count: Int, in range: ClosedRange<Double> = -5...5) -> [Double] {
    (0..<count).map { _ in real(range) }
  }

  mutating func permutation(_ count: Int) -> [Int] { (0..<count).shuffled(using: &generator) }

  /// Logits whose spread is drawn too, from nearly equal to hopelessly apart.
  mutating func logits(_ count: Int) -> [Double] {
    let spread = [1e-3, 1.0, 10.0, 100.0, 1000.0].randomElement(using: &generator) ?? 1.0
    return vector(count, in: -spread...spread)
  }

  mutating func distribution(_ count: Int) -> [Double] { softmax(vector(count, in: -3...3)) }
}
