import Meaning
import Notation
import SoftmaxCore
import Testing

@Suite("The judge of equals signs")
struct MeaningJudgementTests {
  static func judged(
    _ latex: String..., names: Names = .course, z: [Double] = [2, 1, 0], y: [Double] = [1, 0, 0],
    unit: InformationUnit = .nats, i: Int = 1, j: Int = 2, examples: Int = 40,
    when condition: String? = nil, isOneHot: Bool? = nil
  ) throws -> [LinkJudgement] {
    let reading = Reading(continuing: latex.map { Formula($0) }, names: names)
    var bindings = Bindings(unit: unit, indices: ["i": i, "j": j])
    bindings["z"] = .vector(z)
    bindings["y"] = .vector(y)
    bindings["P"] = .vector([0.5, 0.3, 0.2])
    bindings["T"] = .scalar(1)
    if let target = y.firstIndex(of: 1) { bindings.indices["t"] = target + 1 }
    var others = RandomExamples.examples(for: reading, count: examples, seed: 1, isOneHot: isOneHot)
    for example in others.indices { others[example].unit = unit }
    return try reading.judged(here: bindings, examples: others, when: condition.map { Formula($0) })
  }

  @Test("a true line holds here, always and against the head")
  func holds() throws {
    for judgement in try Self.judged("L = -\\sum_k y_k \\log p_k = \\ln S - \\sum_k y_k z_k") {
      #expect(judgement.verdict == .holds)
      #expect(judgement.alwaysFromHead == .holds)
      #expect(judgement.count == 40)
      #expect(judgement.worst != nil)
    }
  }

  @Test(
    "known mistakes fail, and the witness shows both values",
    arguments: [
      // A wrong sign, a term left out, the square lost, log₂ for ln, i for j, the diagonal only.
      "\\frac{\\partial p_i}{\\partial z_j} = p_i p_j",
      "L = -\\sum_{k=2}^n y_k \\log p_k",
      "\\frac{\\partial p_i}{\\partial z_i} = \\frac{e^{z_i} S - e^{z_i} e^{z_i}}{S}",
      "-\\log p_i = \\log_2 S - z_i",
      "\\frac{\\partial p_i}{\\partial z_j} = p_i (\\mathbb{1}(i = j) - p_i)",
      "\\frac{\\partial p_i}{\\partial z_j} = p_i (1 - p_i)",
      "J = \\operatorname{diag}(p) + p p^\\top",
      "H(P) \\geq \\log n",
    ])
  func fails(latex: String) throws {
    let judgement = try Self.judged(latex)[0]
    #expect(judgement.always == .fails)
    let witness = try #require(judgement.worst)
    #expect(witness.comparison.verdict == .fails)
    #expect(witness.comparison.difference > witness.comparison.tolerance)
  }

  @Test("what is true for the numbers on screen only is told so")
  func hereNotAlways() throws {
    // i ≠ j on screen; random indices find i = j.
    #expect(
      try Self.judged("\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j")[0].verdict
        == .hereNotAlways)
    #expect(try Self.judged("y_1 = 1")[0].verdict == .hereNotAlways)
    #expect(try Self.judged("y_2 = 1")[0].verdict == .fails)
  }

  @Test(
    "a strict claim fails where its two sides meet, and the weak one holds",
    arguments: [
      ("D_{KL}(P \\| Q)", "0"), ("\\log n", "H(p)"), ("z^\\top J z", "0"),
      ("\\max_k z_k", "\\sum_k p_k z_k"),
    ])
  func strict(larger: String, smaller: String) throws {
    func always(_ sign: String) throws -> Verdict {
      let reading = Reading(Formula("\(larger) \(sign) \(smaller)"), names: .course)
      let examples = RandomExamples.examples(for: reading, count: 200, seed: 2026)
      return try reading.judged(here: nil, examples: examples)[0].always
    }
    #expect(try always("\\geq") == .holds)
    #expect(try always(">") == .fails)
  }

  @Test("a condition limits where a line must hold")
  func condition() throws {
    let line = "\\frac{\\partial p_i}{\\partial z_j} = -p_i p_j"
    #expect(try Self.judged(line, when: "i \\neq j")[0].verdict == .holds)
    #expect(try Self.judged(line, when: "i = j")[0].always == .fails)
    #expect(try Self.judged("p_i = p_j", i: 1, j: 1, when: "i = j")[0].verdict == .holds)
    #expect(
      try Self.judged("p_i = p_j", when: "i = 99")[0].always == .notJudged(.noExample))
  }

  @Test("p − y is off by 1/ln 2 in bits: one line fails, and the end differs from the head")
  func bits() throws {
    let chain = [
      "\\frac{\\partial L}{\\partial z_i} = -\\sum_k y_k \\frac{\\partial \\log p_k}{\\partial z_i}",
      "= -\\sum_k y_k \\frac{1}{p_k} \\frac{\\partial p_k}{\\partial z_i}", "= p_i - y_i",
    ]
    let nats = try Self.judged(chain[0], chain[1], chain[2])
    #expect(nats.allSatisfy { $0.verdict == .holds && $0.alwaysFromHead == .holds })
    let bits = try Self.judged(chain[0], chain[1], chain[2], unit: .bits)
    #expect(bits.map(\.always) == [.holds, .fails, .holds])
    #expect(bits.map(\.alwaysFromHead) == [.holds, .fails, .fails])
    let last = try #require(bits[2].hereFromHead)
    let ratio = try #require(last.left?.double) / #require(last.right?.double)
    #expect(abs(ratio - 1 / InformationUnit.bits.naturalLogOfBase) < 4 * ratio.ulp)
    #expect(bits.map(\.formula) == [0, 1, 2])
  }

  @Test("text 004's first line holds in bits wherever i is not the class", arguments: [1, 2, 3])
  func bitsHereNotAlways(i: Int) throws {
    let line =
      "\\frac{\\partial (-\\log p_t)}{\\partial z_i} = \\frac{\\partial}{\\partial z_i} (-z_t + \\log \\sum_k e^{z_k})"
    let judgement = try Self.judged(line, unit: .bits, i: i)[0]
    #expect(judgement.verdict == (i == 1 ? .fails : .hereNotAlways))
  }

  @Test("inequalities are judged, and carried to the head only while they point one way")
  func inequalities() throws {
    let chain = try Self.judged(
      "-\\ln p_i = \\ln \\frac{1}{p_i} \\leq \\frac{1}{p_i} - 1 < \\frac{1}{p_i}")
    #expect(chain.map(\.verdict) == [.holds, .holds, .holds])
    #expect(chain.allSatisfy { $0.alwaysFromHead == .holds })
    let turning = try Self.judged("p_i \\leq 1 \\geq p_j")
    #expect(turning[1].hereFromHead == nil)
    #expect(try Self.judged("p_i > 1")[0].verdict == .fails)
    #expect(try Self.judged("p_i \\neq 2")[0].verdict == .holds)
    #expect(try Self.judged("p_i \\neq p_i")[0].verdict == .fails)
  }

  @Test("≈ and decimals are true to the digits printed, and = before a rounded one is told")
  func literals() throws {
    #expect(try Self.judged("p_1 \\approx 0.67", examples: 0)[0].verdict == .approximate)
    #expect(try Self.judged("p_1 \\approx 0.6652", examples: 0)[0].verdict == .approximate)
    #expect(try Self.judged("p_1 \\approx 0.66", examples: 0)[0].verdict == .fails)
    #expect(try Self.judged("p_1 \\approx 0.6653", examples: 0)[0].verdict == .fails)
    let rounded = try Self.judged("p_1 = 0.665", examples: 0)[0]
    #expect(rounded.verdict == .approximate)
    #expect(rounded.isRounded)
    let exact = try Self.judged("\\frac{1}{2} = 0.5", examples: 0)[0]
    #expect(exact.verdict == .holds)
    #expect(!exact.isRounded)
    #expect(
      try Self.judged(
        "p \\approx \\begin{bmatrix} 0.7 \\\\ 0.2 \\\\ 0.1 \\end{bmatrix}", examples: 0)[0]
        .verdict == .approximate)
    #expect(
      try Self.judged("p = \\begin{bmatrix} 0.7 \\\\ 0.2 \\\\ 0.2 \\end{bmatrix}", examples: 0)[0]
        .verdict
        == .fails)
    // Of two roundings the shorter one decides; a whole number is exact beside a decimal.
    #expect(try Self.judged("0.6652 \\approx 0.67", examples: 0)[0].verdict == .approximate)
    #expect(try Self.judged("0.67 \\approx 0.6652", examples: 0)[0].verdict == .approximate)
    #expect(try Self.judged("2 \\approx 2.4", examples: 0)[0].verdict == .fails)
    #expect(try Self.judged("p_1 \\approx p_2", examples: 0)[0].verdict == .notJudged(.noDigits))
  }

  @Test("cancellation is forgiven as far as the magnitudes excuse it, and no further")
  func cancellation() throws {
    // 10¹² + p − 10¹² keeps about four digits of p.
    let far = "(1000000000000 + p_1) - 1000000000000"
    #expect(try Self.judged("\(far) = p_1", examples: 0)[0].verdict == .holds)
    #expect(try Self.judged("\(far) = p_1 + 0.01", examples: 0)[0].verdict == .fails)
    // Without the detour the same difference of 10⁻⁵ is seen at once.
    #expect(try Self.judged("p_1 = p_1 + 0.000001", examples: 0)[0].verdict == .fails)
    #expect(try Self.judged("\\sum_k p_k = 1")[0].verdict == .holds)
    #expect(
      try Self.judged("\\sum_k \\frac{\\partial p_k}{\\partial z_j} = 0")[0].verdict == .holds)
  }

  @Test("where a cancellation was amplified, agreement proves nothing and is not judged")
  func lostPrecision() throws {
    // 1 − p₁ is rounding alone here, and its logarithm is noise.
    let noise = try Self.judged("\\log(1 - p_1) = \\log(1 - p_1)", z: [36.5, 0, 0], examples: 0)[0]
    #expect(noise.verdict == .notJudged(.precisionLost))
  }

  @Test("∞ or NaN on both sides is never a success")
  func infinities() throws {
    let masked: [Double] = [0, 1, -.infinity]
    let information = try Self.judged("-\\log p_3 = -\\ln p_3", z: masked, examples: 0)[0]
    #expect(information.verdict == .notJudged(.notFinite))
    #expect(try Self.judged("-\\log p_3 = 5", z: masked, examples: 0)[0].verdict == .fails)
    #expect(
      try Self.judged("\\frac{p_3}{p_3} = \\frac{p_3}{p_3}", z: masked, examples: 0)[0].verdict
        == .notJudged(.notFinite))
    // 0·log 0 = 0: entropy and loss stay finite, and so do their derivatives.
    for line in [
      "H(p) = -p_1 \\log p_1 - p_2 \\log p_2", "L = -\\log p_1",
      "\\frac{\\partial L}{\\partial z_i} = p_i - y_i", "D_{KL}(p \\| p) = 0",
    ] {
      for i in 1...3 {
        let judgement = try Self.judged(line, z: masked, i: i, examples: 0)[0]
        #expect(judgement.verdict == .holds, "\(line), i = \(i): \(judgement.verdict)")
      }
    }
  }

  @Test(
    "the quotient rule survives scores whose square overflows a Double",
    arguments: [356.0, 700, 1e5, -1e6])
  func largeScores(score: Double) throws {
    let line =
      "\\frac{\\partial p_i}{\\partial z_j} = \\frac{\\mathbb{1}(i = j) e^{z_i} S - e^{z_i} e^{z_j}}{S^2}"
    for (i, j) in [(1, 1), (1, 2), (2, 1)] {
      let judgement = try Self.judged(
        line, z: [score, score - 1, score - 3], i: i, j: j, examples: 0)[0]
      #expect(judgement.verdict == .holds)
      #expect(judgement.here?.left?.double != 0)
    }
  }

  @Test("a target class in a line draws one-hot targets")
  func targetClass() throws {
    #expect(try Self.judged("L = -\\log p_t")[0].verdict == .holds)
    #expect(try Self.judged("\\sum_k y_k = y_t")[0].verdict == .holds)
    #expect(try Self.judged("L = -\\log p_t", isOneHot: false)[0].always == .fails)
  }

  @Test("an arrow, a comma and words end a chain; := claims nothing; i ≠ j is no claim")
  func chainEnds() throws {
    let two = try Self.judged("p_1 = p_1 \\rightarrow p_2 = p_2")
    #expect(two.map(\.chain) == [0, 1])
    let words = try Self.judged(
      "p_i = \\frac{e^{z_i}}{S} \\quad \\text{where } S = \\sum_k e^{z_k}.")
    #expect(words.map(\.verdict) == [.holds, .holds])
    let condition = try Self.judged("p_i - p_j = 0, \\quad i = j")
    #expect(condition[1].always == .notJudged(.claimsNothing))
    #expect(try Self.judged("c := 5")[0].always == .notJudged(.claimsNothing))
  }

  @Test("rows of an aligned block join, reasons do not, and each sign knows its row")
  func aligned() throws {
    let rows = try Self.judged(
      "\\begin{aligned} L &= -\\sum_k y_k \\log p_k && \\text{so it is} \\\\ &= \\ln S \\\\ &\\quad - \\sum_k y_k z_k && \\text{in nats} \\\\ p_1 &= p_1 \\end{aligned}"
    )
    #expect(rows.map(\.row) == [0, 1, 3])
    #expect(rows.map(\.chain) == [0, 0, 1])
    #expect(rows.allSatisfy { $0.verdict == .holds })
  }

  @Test("the same seed gives the same examples; probabilities add up to exactly 1")
  func seeds() {
    var (a, b) = (
      RandomExamples(names: .course, seed: 7, isOneHot: false),
      RandomExamples(names: .course, seed: 7, isOneHot: false)
    )
    var sizes: Set<Int> = []
    for _ in 0..<60 {
      let example = a.next()
      #expect(example == b.next())
      guard case .vector(let y)? = example["y"], case .vector(let z)? = example["z"] else {
        continue
      }
      #expect(y.reduce(0, +) == 1)
      #expect(y.allSatisfy { $0 > 0 })
      sizes.insert(z.count)
    }
    #expect(sizes == Set(2...6))
  }
}
