import Notation
import SoftmaxCore

/// Numbers to judge by, drawn so that the same seed always gives the same ones.
///
/// Every declared name without a definition gets a value of its kind. Probabilities are multiples
/// of 2⁻²⁰ that add up to exactly 1, so that Σy = 1 is no question of rounding.
public struct RandomExamples {
  /// 2 to 6 classes.
  public static let classCounts = 2...6
  private static let gridSize = 1 << 20

  /// One in so many is of each of the kinds where strict claims fail: equal scores, P = softmax(z),
  /// and a tie for the largest score.
  private static let specialEvery = 20

  private var generator: SplitMix64
  private var drawn = 0
  private let names: Names
  /// Whether the target is to be one-hot; the index with that meaning then names its class.
  private let isOneHot: Bool

  public init(names: Names, seed: UInt64, isOneHot: Bool) {
    generator = SplitMix64(seed: seed)
    self.names = names
    self.isOneHot = isOneHot
  }

  /// The examples that a reading is to be judged by: a target class in it asks for one-hot targets.
  public static func examples(
    for reading: Reading, count: Int, seed: UInt64, isOneHot: Bool? = nil
  ) -> [Bindings] {
    let asks = reading.freeIndices.contains { reading.names[$0]?.meaning == .targetClass }
    var examples = RandomExamples(
      names: reading.names, seed: seed, isOneHot: isOneHot ?? asks)
    return (0..<count).map { _ in examples.next() }
  }

  /// The next example, at T = 1 and in nats, with all indices open but the target's.
  public mutating func next() -> Bindings {
    let sizes: [Axis: Int] = [
      .classes: Int.random(in: Self.classCounts, using: &generator),
      .examples: Int.random(in: 2...3, using: &generator),
      .features: Int.random(in: 2...4, using: &generator),
    ]
    // Close scores, ordinary ones, and some that leave hardly any doubt.
    let spreads = [0.5, 2, 8]
    let spread = spreads[Int.random(in: 0..<3, using: &generator)]
    let targetClass = Int.random(in: 1...(sizes[.classes] ?? 2), using: &generator)
    var bindings = Bindings()
    for name in names.all where name.definitions.isEmpty {
      switch name.kind {
      case .scalar: bindings[name.spelling] = scalar(name.meaning)
      case .vector(let axis):
        bindings[name.spelling] = .vector(
          (0..<(sizes[axis] ?? 2)).map { _ in score(spread) })
      case .matrix(let rows, let columns):
        bindings[name.spelling] = .matrix(
          (0..<(sizes[rows] ?? 2)).map { _ in
            (0..<(sizes[columns] ?? 2)).map { _ in score(spread) }
          })
      case .distribution:
        let isTarget = isOneHot && name.meaning == .target
        bindings[name.spelling] = .vector(
          isTarget
            ? (1...(sizes[.classes] ?? 2)).map { $0 == targetClass ? 1 : 0 }
            : distribution(sizes[.classes] ?? 2))
      case .index:
        if isOneHot, name.meaning == .targetClass { bindings.indices[name.spelling] = targetClass }
      case .function: break
      }
    }
    drawn += 1
    specialize(&bindings)
    return bindings
  }

  private func specialize(_ bindings: inout Bindings) {
    guard case .vector(var z)? = bindings["z"] else { return }
    switch drawn % Self.specialEvery {
    case 5: z = z.map { _ in z[0] }
    case 10:
      guard case .vector(let P)? = bindings["P"], P.allSatisfy({ $0 > 0 }) else { return }
      z = information(P, unit: .nats).map { -$0 }
    case 15:
      let order = z.indices.sorted { z[$0] > z[$1] }
      z[order[1]] = z[order[0]]
    default: return
    }
    bindings["z"] = .vector(z)
  }

  private mutating func scalar(_ meaning: NameMeaning) -> Given? {
    switch meaning {
    case .temperature: .scalar(1)
    // What counts or is a constant has its value already.
    case .classCount, .exampleCount, .eulersNumber: nil
    default: .scalar(score(1))
    }
  }

  /// A multiple of 1/64, so that differences of scores are exact.
  private mutating func score(_ spread: Double) -> Double {
    (Double.random(in: -spread...spread, using: &generator) * 64).rounded() / 64
  }

  private mutating func distribution(_ count: Int) -> [Double] {
    // Cutting a stick at distinct places leaves no part empty.
    var cuts: Set<Int> = []
    while cuts.count < count - 1 {
      cuts.insert(Int.random(in: 1..<Self.gridSize, using: &generator))
    }
    let ends = [0] + cuts.sorted() + [Self.gridSize]
    return zip(ends, ends.dropFirst()).map { Double($1 - $0) / Double(Self.gridSize) }
  }
}
