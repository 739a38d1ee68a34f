import Foundation
import Testing

@Suite("compute")
struct ComputeTests {
  /// What `compute --json` prints, read back.
  struct Answer: Decodable {
    var logits: [Number]
    var target: [Double]?
    var temperature: Number
    var unit: String
    var softmax: [Double]
    var log_softmax: [Number]
    var log_sum_exp: Number
    var information: [Number]
    var entropy: Double
    var cross_entropy: Number?
    var kl_divergence: Number?
    var jacobian: [[Double]]?
    var gradient: [Double]?
  }

  /// A JSON number, or `"inf"` or `"-inf"`.
  struct Number: Decodable {
    var value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        value = try #require(["inf": Double.infinity, "-inf": -Double.infinity][text])
      } else {
        value = try container.decode(Double.self)
      }
    }
  }

  static let keys = [
    "logits", "target", "temperature", "unit", "softmax", "log_softmax", "log_sum_exp",
    "information", "entropy", "cross_entropy", "kl_divergence", "jacobian", "gradient",
  ]

  func answer(_ arguments: [String], input: Tutor.Input = .nothing) throws -> Answer {
    let outcome = try Tutor().run(["compute", "--json"] + arguments, input: input)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  @Test(
    "the keys stand in the order of the chain, all of them, with a target or without",
    arguments: [[], ["--target", "1"]])
  func keyOrder(extra: [String]) throws {
    let output = try Tutor().run(["compute", "2,1,0", "--json"] + extra).output
    let found = output.split(separator: "\"").filter { Self.keys.contains(String($0)) }
    #expect(found.map(String.init) == Self.keys)
  }

  @Test(
    "each number obeys its definition, in every unit and at several temperatures",
    arguments: ["nats", "bits", "hartleys"], ["1", "0.5", "3"])
  func definitions(unit: String, temperature: String) throws {
    let answer = try answer([
      "2,1,0", "--target", "1", "--unit", unit, "--temperature", temperature,
    ])
    let bases = ["nats": M_E, "bits": 2, "hartleys": 10]
    let lnBase = log(try #require(bases[unit]))
    let t = try #require(Double(temperature))
    let terms = [2.0, 1, 0].map { exp($0 / t) }
    let sum = terms.reduce(0, +)
    let p = terms.map { $0 / sum }
    // Ten decimals: far above the rounding of these few operations, far below any mistake.
    func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-10 }
    func same(_ a: [Double], _ b: [Double]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy(same)
    }
    #expect(same(answer.softmax, p))
    #expect(same(answer.log_softmax.map(\.value), p.map { log($0) / lnBase }))
    #expect(same(answer.log_sum_exp.value, log(sum) / lnBase))
    #expect(same(answer.information.map(\.value), p.map { -log($0) / lnBase }))
    #expect(same(answer.entropy, -p.map { $0 * log($0) }.reduce(0, +) / lnBase))
    #expect(same(try #require(answer.cross_entropy).value, -log(p[0]) / lnBase))
    #expect(same(try #require(answer.kl_divergence).value, -log(p[0]) / lnBase))
    #expect(
      same(try #require(answer.gradient), zip(p, [1.0, 0, 0]).map { ($0 - $1) / (t * lnBase) }))
    let jacobian = (0..<3).map { i in (0..<3).map { j in p[i] * ((i == j ? 1 : 0) - p[j]) / t } }
    #expect(zip(try #require(answer.jacobian), jacobian).allSatisfy(same))
    #expect(answer.unit == unit && answer.temperature.value == t)
    #expect(answer.target == [1, 0, 0])
  }

  @Test("the numbers that texts print of [2, 1, 0] with class 1 come out")
  func publishedNumbers() throws {
    // The texts' worked example, to ten digits by mpmath 1.3 with 30 digits of precision.
    let output = try Tutor().run(["compute", "2,1,0", "--target", "1", "--json"]).output
    for digits in [
      "0.66524095577", "0.8323955818", "0.4076059644", "-0.3347590442", "0.2447284710",
      "0.0900305731",
    ] { #expect(output.contains(digits), "\(digits)") }
  }

  @Test("what is small or far is right to the last digits, the same as on the screen")
  func smallAndFar() throws {
    // mpmath with 60 digits.
    let far = try answer(["0,-744", "--target", "2"])
    #expect(far.kl_divergence?.value == 744 && far.cross_entropy?.value == 744)
    let half = try answer(["0,-740", "--target", ".5,.5"])
    let soft = try #require(half.kl_divergence?.value)
    #expect(abs(soft - 369.3068528194400546905828) <= 4 * soft.ulp)
    let near = try answer(["0,-37", "--target", "1"])
    let divergence = try #require(near.kl_divergence?.value)
    #expect(abs(divergence - 8.533047625744065430213541e-17) <= 4 * divergence.ulp)
    let certain = try answer(["0,-40"]).entropy
    #expect(abs(certain - 1.741825244669551480775338e-16) <= 4 * certain.ulp)
  }

  @Test("without a target, what needs one is null")
  func withoutTarget() throws {
    let answer = try answer(["2,1,0"])
    #expect(answer.target == nil && answer.cross_entropy == nil)
    #expect(answer.kl_divergence == nil && answer.gradient == nil)
    #expect(answer.jacobian != nil)
  }

  @Test(
    "a list is a list however it begins and however it is written",
    arguments: [
      ["-1,0,1"], ["−1,0,1"], ["--", "-1,0,1"], ["-1", "0", "1"], ["-1.0, 0, 1"], ["[-1, 0, 1]"],
      ["-1e0,0,1"], ["-2/2,0,1"], ["－1,0,１"],
    ])
  func lists(arguments: [String]) throws {
    #expect(try answer(arguments).logits.map(\.value) == [-1, 0, 1])
  }

  @Test("a masked class has probability 0 and infinite surprise, as strings in JSON")
  func masked() throws {
    let answer = try answer(["-inf,0,-inf", "--target", "1"])
    #expect(answer.softmax == [0, 1, 0])
    #expect(answer.logits.map(\.value) == [-.infinity, 0, -.infinity])
    #expect(answer.information.map(\.value) == [.infinity, 0, .infinity])
    #expect(answer.cross_entropy?.value == .infinity)
  }

  @Test("extreme scores stay finite and right", arguments: ["1000,1001,1002", "-1000,0,1000"])
  func extremes(logits: String) throws {
    let answer = try answer([logits, "--target", "1"])
    #expect(abs(answer.softmax.reduce(0, +) - 1) < 1e-15)
    #expect(try #require(answer.cross_entropy).value.isFinite)
    #expect(try #require(answer.kl_divergence).value.isFinite)
    #expect(answer.log_softmax.allSatisfy { $0.value.isFinite })
  }

  @Test("temperature 0 gives all to the largest, ∞ the same to each")
  func temperatureLimits() throws {
    #expect(try answer(["2,1,0", "--temperature", "0"]).softmax == [1, 0, 0])
    let uniform = try answer(["2,1,0,-4", "--temperature", "inf"])
    #expect(uniform.softmax == [0.25, 0.25, 0.25, 0.25])
    #expect(uniform.temperature.value == .infinity)
  }

  @Test("a hundred thousand logits are read from standard input, without a Jacobian")
  func manyLogits() throws {
    let logits = (0..<100_000).map { String($0 % 7) }.joined(separator: "\n")
    let answer = try answer(["-", "--target", "100000"], input: .text(logits))
    #expect(answer.jacobian == nil)
    #expect(answer.softmax.count == 100_000)
    #expect(abs(answer.softmax.reduce(0, +) - 1) < 1e-9)
  }

  @Test("the Jacobian is left out above 64 classes, unless asked for")
  func jacobianLimit() throws {
    let list = { (count: Int) in Array(repeating: "0", count: count).joined(separator: ",") }
    #expect(try answer([list(64)]).jacobian?.count == 64)
    #expect(try answer([list(65)]).jacobian == nil)
    #expect(try answer([list(65), "--jacobian"]).jacobian?.count == 65)
  }

  @Test("the table names what it shows, rounded to the decimals asked for")
  func table() throws {
    let output = try Tutor().run(["compute", "2,1,0", "--target", "1", "--decimals", "3"]).output
    for text in [
      "0.665", "0.245", "0.090", "entropy", "0.832", "cross entropy", "0.408", "∂pᵢ/∂zⱼ",
    ] {
      #expect(output.contains(text), "\(text)")
    }
    #expect(!output.contains("0.6652"))
  }

  @Test("in ASCII the table has no other character", arguments: [["--ascii"], []])
  func asciiTable(flag: [String]) throws {
    let tutor = try Tutor(flag.isEmpty ? ["LANG": "de_DE.ISO-8859-1"] : [:])
    let output = try tutor.run(["compute", "-2,1,-inf", "--target", "1"] + flag).output
    #expect(output.filter { !$0.isASCII } == "")
  }
}
