import SoftmaxCore

/// What a case is asked about. Every function takes what it needs of it.
struct Input {
  /// Logits, and others beside them.
  var z: [Double]
  var w: [Double]
  /// Cotangents, tangents, weights of either sign.
  var g: [Double]
  /// Weights ≥ 0, some of them 0, that need not sum to 1.
  var y: [Double]
  /// Numbers in 0...1, close to softmax(z) in half of the cases.
  var p: [Double]
  var mask: [Bool]
  var label: Int
  var temperature: Double
  var unit: InformationUnit
}

/// Inputs that a seed determines, each number one that a Float holds.
struct Inputs {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed &* 0x9e37_79b9) }

  mutating func draw() -> Input {
    let count = [1, 2, 2, 3, 3, 4, 5, 7, 8, 10, 17, 33, 70, 130][whole(14)]
    let z = logits(count)
    let isClose = whole(2) == 0
    let p = isClose ? softmax(z).map { near($0) } : (0..<count).map { _ in shaped(real(0...1)) }
    return Input(
      z: z, w: whole(3) == 0 ? z.map { float($0 + real(-1e-3...1e-3)) } : logits(count),
      g: cotangent(count), y: weights(count), p: p,
      mask: (0..<count).map { _ in whole(4) > 0 }, label: whole(count),
      temperature: [1, 1, 1, 0.5, 2, 10, 0.1, 3][whole(8)],
      unit: InformationUnit.allCases[whole(3)])
  }

  private mutating func logits(_ count: Int) -> [Double] {
    switch whole(6) {
    case 0:
      // One class far above the others.
      let gap = real(10...60)
      let peak = whole(count)
      return (0..<count).map { float($0 == peak ? gap : real(-1...1)) }
    case 1:
      // Ties and near ties.
      return (0..<count).map { _ in float(real(0...1) < 0.5 ? 0 : real(-1e-6...1e-6)) }
    case 2:
      let offset = real(-5000...5000)
      return (0..<count).map { _ in float(offset + real(-3...3)) }
    default:
      let spread = [1e-8, 1e-3, 1, 5, 30, 80][whole(6)]
      return (0..<count).map { _ in float(real(-spread...spread)) }
    }
  }

  private mutating func cotangent(_ count: Int) -> [Double] {
    switch whole(5) {
    case 0:
      let place = whole(count)
      return (0..<count).map { $0 == place ? 1 : 0 }
    case 1:
      let offset = real(-1000...1000)
      return (0..<count).map { _ in float(offset + real(-1...1)) }
    case 2:
      return (0..<count).map { _ in
        float((whole(2) == 0 ? -1 : 1) * exponent(whole(12) - 6) * real(0.5...2))
      }
    default: return (0..<count).map { _ in float(real(-3...3)) }
    }
  }

  private mutating func weights(_ count: Int) -> [Double] {
    switch whole(3) {
    case 0:
      let place = whole(count)
      return (0..<count).map { $0 == place ? 1 : 0 }
    case 1: return (0..<count).map { _ in whole(4) == 0 ? 0 : float(real(0...2)) }
    default:
      let drawn = (0..<count).map { _ in real(0...1) }
      let sum = drawn.reduce(0, +)
      return drawn.map { float($0 / sum) }
    }
  }

  private mutating func near(_ x: Double) -> Double {
    float(max(x, 1e-30) * (1 + real(-1...1) * exponent(-whole(9))))
  }

  private func exponent(_ power: Int) -> Double {
    (0..<abs(power)).reduce(1.0) { value, _ in power < 0 ? value / 10 : value * 10 }
  }

  private mutating func shaped(_ x: Double) -> Double { float(x * exponent(-whole(4))) }

  private func float(_ x: Double) -> Double { Double(Float(x)) }

  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  private mutating func whole(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
}
