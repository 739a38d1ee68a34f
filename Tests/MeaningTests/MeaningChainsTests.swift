import Meaning
import Notation
import Testing

/// What counts as a claim: whatever a reader would take for one is put to the test.
@Suite("Where chains begin and end")
struct MeaningChainsTests {
  static func verdicts(
    _ latex: String..., z: [Double] = [2, 1, 0], examples: Int = 20
  ) throws -> [Verdict] {
    let reading = Reading(continuing: latex.map { Formula($0) }, names: .course)
    return try reading.judged(
      here: nil, examples: RandomExamples.examples(for: reading, count: examples, seed: 3)
    ).map(\.always)
  }

  static func aligned(_ rows: String...) -> String {
    "\\begin{aligned} \(rows.joined(separator: " \\\\ ")) \\end{aligned}"
  }

  @Test("a row that begins with a sign between terms goes on with the row before")
  func furtherRows() throws {
    for environment in ["gathered", "multline"] {
      func rows(_ second: String) throws -> [Verdict] {
        try Self.verdicts(
          "\\begin{\(environment)} p_i = 1 - p_j \\\\ \(second) \\end{\(environment)}")
      }
      #expect(try rows("+ p_i + p_j - 1") == [.holds])
      #expect(try rows("+ p_i") == [.fails])
    }
  }

  @Test("a reason with an equation in it claims that too, and the line goes on after it")
  func reasons() throws {
    func line(_ reason: String) throws -> [Verdict] {
      try Self.verdicts(Self.aligned("p_i &= p_i + 0 && \(reason)", "&= p_i - 0"))
    }
    #expect(try line("\\text{for } \\sum_k p_k = 1") == [.holds, .holds, .holds])
    #expect(try line("\\text{for } \\sum_k p_k = 2").filter { $0 == .fails }.count == 1)
    #expect(try line("(\\text{for } \\sum_k p_k = 2)").filter { $0 == .fails }.count == 1)
    // Which indices are meant, and a name alone, are no claims.
    #expect(try line("i \\neq j").filter { $0 == .notJudged(.claimsNothing) }.count == 1)
    #expect(try line("p_i") == [.holds, .holds])
  }

  @Test("an equals sign after && is no reason")
  func signAfterTwo() throws {
    #expect(try Self.verdicts(Self.aligned("p_i &= p_i &&= p_i + 1")) == [.holds, .fails])
    #expect(try Self.verdicts(Self.aligned("p_i && = p_i + 1")) == [.fails])
  }

  @Test("after a second & stands another equation, not another factor")
  func columns() throws {
    #expect(
      try Self.verdicts(Self.aligned("z_i &= z_i & p_i &= p_i", "&= z_i + 0")) == [
        .holds, .holds, .holds,
      ])
    #expect(
      try Self.verdicts(Self.aligned("z_i &= z_i & p_i &= p_i + 1")) == [.holds, .fails])
    // `&=&` is one equation, and so is a term that goes on behind its own &.
    #expect(try Self.verdicts(Self.aligned("2 p_i &=& p_i + p_i")) == [.holds])
    #expect(try Self.verdicts(Self.aligned("2 p_i &= p_i & + p_i")) == [.holds])
  }

  @Test("a row that begins with a sign and has no relation goes on with the row before")
  func furtherTerms() throws {
    #expect(try Self.verdicts(Self.aligned("p_i = p_i", "+ p_j")) == [.fails])
    #expect(try Self.verdicts(Self.aligned("p_i + p_j = p_i", "+ p_j")) == [.holds])
    #expect(try Self.verdicts(Self.aligned("p_i &= p_i", "-p_i &= -p_i")) == [.holds, .holds])
  }

  @Test(":= gives a meaning to a name that has none; elsewhere it claims as much as =")
  func definitions() throws {
    #expect(try Self.verdicts("S := \\sum_k e^{z_k}") == [.holds])
    #expect(try Self.verdicts("S := \\sum_k e^{-z_k}") == [.fails])
    #expect(try Self.verdicts("p_i := \\frac{e^{z_i}}{S} = p_i + 1") == [.holds, .fails])
    #expect(try Self.verdicts("\\frac{p_i}{p_i} := 2") == [.fails])
    #expect(try Self.verdicts("p_i = p_i + 0 := p_i + 1") == [.holds, .fails])
    #expect(try Self.verdicts("z_i := 5") == [.notJudged(.claimsNothing)])
  }

  @Test("a side that is undefined for ordinary numbers is false beside one that is not")
  func halfUndefined() throws {
    #expect(try Self.verdicts("\\ln(z_i^2) = 2 \\ln z_i") == [.fails])
    #expect(try Self.verdicts("\\ln(-S) = p_i") == [.fails])
    #expect(try Self.verdicts("\\ln(-S) = \\ln(-S)") == [.notJudged(.notFinite)])
    // A masked class makes limits of some terms: there it proves nothing.
    let reading = Reading(Formula("p_i \\ln \\frac{1}{p_i} p_i^{-1} p_i = 0"), names: .course)
    var masked = Bindings(indices: ["i": 2])
    (masked["z"], masked["T"]) = (.vector([0, -.infinity]), .scalar(1))
    #expect(try reading.judged(here: nil, examples: [masked])[0].always != .fails)
  }
}
