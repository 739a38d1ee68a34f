import Meaning
import Notation
import Testing

/// Digits that are typed here were computed with mpmath at 30 digits.
@Suite("Formulas with the numbers in place")
struct MeaningSubstitutionTests {
  private func substituted(_ latex: String, z: [Double] = [2, 1, 0], decimals: Int = 4) throws
    -> String
  {
    var bindings = Bindings(indices: ["i": 1, "j": 2, "t": 1])
    bindings["z"] = .vector(z)
    bindings["y"] = .vector([1] + Array(repeating: 0, count: z.count - 1))
    bindings["T"] = .scalar(1)
    bindings["P"] = .vector([0.5, 0.3, 0.2])
    return try Formula(latex).substituted(names: .course, bindings: bindings, decimals: decimals)
      .linear
  }

  @Test(
    "names become their values, and keep their name for its colour",
    arguments: [
      ("z_1 - z_2", "z:2 - z:1"),
      ("p_i (1 - p_i)", "p:0.6652 times (1 - p:0.6652)"),
      ("2 p_i", "2 times p:0.6652"),
      ("p_1 p_2", "p:0.6652 times p:0.2447"),
      ("\\frac{e^{z_1}}{S}", "{e^{z:2}}/{S:11.1073}"),
      ("\\exp(z_1)", "exp (z:2)"),
      ("-\\log p_1", "- log p:0.6652"),
      ("\\mathbb{1}(i = j) + \\mathbb{1}(i = i)", "0 + 1"),
      ("H(P)", "H:1.0297"),
      ("\\|y\\|_1 + \\|y\\|_\\infty", "‖y:[1; 0; 0]‖_{1} + ‖y:[1; 0; 0]‖_{infty}"),
      ("p - y", "p:[0.6652; 0.2447; 0.0900] - y:[1; 0; 0]"),
    ])
  func names(latex: String, shown: String) throws {
    let found = try substituted(latex)
    #expect(found == shown)
  }

  @Test("a sum is written out while it fits, then with dots")
  func sums() throws {
    #expect(try substituted("\\sum_k e^{z_k}") == "e^{z:2} + e^{z:1} + e^{z:0}")
    #expect(
      try substituted("\\sum_k z_k", z: [1, 2, 3, 4, 5]) == "z:1 + z:2 + cdots + z:5")
    #expect(try substituted("\\sum_{k \\neq t} z_k") == "z:1 + z:0")
    #expect(try substituted("2 \\sum_k z_k") == "2 times (z:2 + z:1 + z:0)")
    #expect(try substituted("\\prod_k z_k") == "z:2 times z:1 times z:0")
    #expect(try substituted("\\sum_{k=3}^2 z_k") == "0")
    #expect(
      try substituted("\\mathbb{E}_{x \\sim P}[\\log P(x)]")
        == "0.5000 times (log P:0.5000) + 0.3000 times (log P:0.3000) + 0.2000 times (log P:0.2000)"
    )
  }

  @Test("a negative number gets brackets where its name needed none")
  func brackets() throws {
    let z = [-2.0, -1, 3]
    #expect(try substituted("z_1 - z_2", z: z) == "z:- 2 - (z:- 1)")
    #expect(try substituted("3 z_1", z: z) == "3 times (z:- 2)")
    #expect(try substituted("z_1^2", z: z) == "(z:- 2)^{2}")
    #expect(try substituted("e^{z_1}", z: z) == "e^{z:- 2}")
    #expect(try substituted("\\frac{z_1}{z_2}", z: z) == "{z:- 2}/{z:- 1}")
    #expect(try substituted("z_3 + z_1", z: z) == "z:3 + (z:- 2)")
  }

  @Test("what plain digits would not show is written with a power of ten")
  func sizes() throws {
    #expect(try substituted("p_2", z: [0, -30, 1]) == "p:2.5 times 10^{- 14}")
    #expect(try substituted("S", z: [700, 699, 0]) == "S:1.3873 times 10^{304}")
    #expect(try substituted("S", z: [1000, 1, 0]) == "S:1.9701 times 10^{434}")
    #expect(try substituted("\\log p_3", z: [0, 1, -.infinity]) == "log p:0")
    #expect(try substituted("z_3", z: [0, 1, -.infinity]) == "z:- infty")
    #expect(try substituted("p_1", decimals: 0) == "p:1")
    #expect(try substituted("p_1", decimals: 10) == "p:0.6652409558")
  }

  @Test("signs, reasons and words stay, side by side with the numbers")
  func derivations() throws {
    #expect(
      try substituted(
        "\\begin{aligned} p_1 &= \\frac{e^{z_1}}{S} && \\text{softmax} \\\\ &= p_i \\end{aligned}")
        == "[p:0.6652 & = {e^{z:2}}/{S:11.1073} &  & 'softmax';  & = p:0.6652]")
    #expect(try substituted("p_1 \\leq 1, \\quad p_2 > 0") == "p:0.6652 leq 1 , p:0.2447 > 0")
  }

  @Test("written again as LaTeX would be, it is worth what the formula is worth")
  func sameValue() throws {
    var bindings = Bindings(indices: ["i": 1, "j": 2, "t": 1])
    bindings["z"] = .vector([2, -1, 0.5])
    bindings["y"] = .vector([1, 0, 0])
    bindings["P"] = .vector([0.5, 0.3, 0.2])
    bindings["T"] = .scalar(1)
    for latex in [
      "-\\sum_k y_k \\log p_k", "p_i (\\mathbb{1}(i = j) - p_j)", "z_1 - z_2 z_3 - (z_2 - z_1)",
      "\\frac{e^{z_i} S - e^{z_i} e^{z_j}}{S^2}", "2 \\sum_k z_k p_k - z_2 \\prod_k p_k",
      "\\mathbb{E}_{x \\sim p}[-\\log p(x)] + \\max_k z_k", "-z_2^2 + \\lvert z_2 \\rvert",
    ] {
      let reading = Reading(Formula(latex), names: .course)
      let shown = reading.substituted(bindings: bindings, decimals: 12)
      // Only digits, signs and functions are left: it needs no names but e.
      let again = Formula(shown.latex)
      let expected = try #require(try reading.value(bindings: bindings).double)
      let found = try #require(try again.value(names: .bare, bindings: Bindings()).double)
      // Each number shown is off by at most half of 10⁻¹², and the slopes here are below 100.
      #expect(abs(found - expected) < 1e-10, "\(latex): \(shown.latex)")
    }
  }
}
