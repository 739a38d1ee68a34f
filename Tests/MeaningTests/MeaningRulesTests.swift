import Meaning
import Notation
import Testing

/// Names and numbers on which every rule can be told apart from its neighbours.
enum RuleExample {
  static let names: Names = {
    var names = Names.course
    for letter in ["a", "b", "c", "s"] { names.declare(letter, .scalar) }
    names.declare("\\hat{y}", .vector(.classes))
    names.declare("y'", .vector(.classes))
    names.declare("A", .matrix(rows: .classes, columns: .classes))
    names.declare("\\ell_{ce}", .scalar)
    names.declare("w", .vector(.features))
    names.define("R_{x_i} = p_i")
    names.define("K_i = \\sum_{j \\neq i} p_j")
    return names
  }()

  static let bindings: Bindings = {
    var bindings = Bindings(indices: ["i": 1, "j": 3, "t": 2])
    bindings["z"] = .vector([1.5, -0.25, 0.75])
    bindings["y"] = .vector([0.5, 0.25, 0.25])
    bindings["\\hat{y}"] = .vector([0.125, 0.375, 0.5])
    bindings["y'"] = .vector([3, 5, 7])
    bindings["P"] = .vector([0.25, 0.5, 0.25])
    bindings["x"] = .vector([2, -1])
    bindings["w"] = .vector([0.5, 4])
    bindings["X"] = .matrix([[1, 2], [3, 4], [5, 7], [2, 6]])
    bindings["A"] = .matrix([[1, 2, 4], [0, 3, 5], [7, 1, 2]])
    bindings["\\theta"] = .matrix([[1, 0.5, -1], [2, 1, 0.25]])
    for (letter, number) in [("a", 1.25), ("b", 3), ("c", 0.5), ("s", 7), ("T", 1)] {
      bindings[letter] = .scalar(number)
    }
    bindings["\\ell_{ce}"] = .scalar(11)
    return bindings
  }()

  static func value(_ latex: String) throws -> Value {
    try Formula(latex).value(names: names, bindings: bindings)
  }
}

@Suite("The rules of meaning")
struct MeaningRulesTests {
  @Test(
    "each form means the same as its unambiguous spelling",
    arguments: [
      // 1: precedence
      ("-a/b \\times \\exp(c)", "\\frac{-a}{b} \\exp(c)"),
      ("a - b - c", "(a - b) - c"),
      ("a / b / c", "\\frac{\\frac{a}{b}}{c}"),
      ("a / b \\times c", "\\frac{a}{b} c"),
      ("-a^2", "-(a^2)"),
      ("a b^2 c", "a (b^2) c"),
      ("a \\cdot b + c * s", "(a b) + (c s)"),
      // 3: a minus after a factor subtracts
      ("-\\frac{1}{a} -b c", "-\\frac{1}{a} - (b c)"),
      // 4: fonts, accents, primes
      ("\\mathbf{z}_i + \\boldsymbol{z}_2", "z_i + z_2"),
      ("\\mathbf{z_i}", "z_i"),
      ("\\hat y_1 + \\hat{y}_2", "0.125 + 0.375"),
      ("y'_2", "5"),
      // 5: names before indices
      ("\\ell_{ce}", "11"),
      ("\\ell_{\\text{ce}}", "11"),
      ("A_{2,3} + A_{i,j} + A_{ij}", "5 + 4 + 4"),
      ("R_{x_i}", "p_i"),
      ("z_{i + 1}", "z_2"),
      ("(z + y)_2", "z_2 + y_2"),
      ("e_t^\\top z", "z_2"),
      // 6: upper scripts
      ("z^\\top y", "z_1 y_1 + z_2 y_2 + z_3 y_3"),
      ("z^T y", "z^\\intercal y"),
      ("e^{a} + e^a", "2 \\exp(a)"),
      ("X^{(2)}_1 + X_{2,2}", "3 + 4"),
      ("a^{-1/2}", "\\frac{1}{\\sqrt{a}}"),
      ("\\sqrt[3]{s}", "s^{\\frac{1}{3}}"),
      // 7: functions
      ("H(P)", "-\\sum_k P_k \\log P_k"),
      ("H(P, y)", "-\\sum_k P_k \\log y_k"),
      ("D_{KL}(P \\| y)", "\\sum_k P_k \\log \\frac{P_k}{y_k}"),
      ("D_{KL}(P || y)", "D_{KL}(P \\mid y)"),
      ("D_{\\mathrm{KL}}(P, y)", "D_{KL}(P \\| y)"),
      ("\\operatorname{softmax}(z)_1", "p_1"),
      ("\\operatorname{softmax}_2(z)", "p_2"),
      ("\\sigma(z_1 - z_2)", "\\frac{1}{1 + e^{z_2 - z_1}}"),
      // 8: outcomes, and products with a bracket
      ("\\sum_x P(x) \\log P(x)", "-H(P)"),
      ("p_i(1 - p_i)", "p_i \\times (1 - p_i)"),
      ("a(b + c)", "a b + a c"),
      ("P(x)^\\top z", "P^\\top z"),
      ("y \\odot (1 - y)", "\\operatorname{diag}(y) (1 - y)"),
      // 9: arguments
      ("\\log p_j", "\\log(p_j)"),
      ("\\log \\sum_j e^{z_j}", "\\log(\\sum_j e^{z_j})"),
      ("\\log{a b}", "\\log(a b)"),
      ("\\log \\frac{a}{b} + c", "(\\log(\\frac{a}{b})) + c"),
      ("\\log(a) b", "b \\log(a)"),
      ("\\log 2.5", "\\log(2.5)"),
      ("\\log P(x)", "\\log(P)"),
      ("\\exp(a)b", "e^a b"),
      ("\\max(a, b, c)", "3"),
      ("\\max_k z_k + a", "1.5 + a"),
      ("\\min z", "-0.25"),
      // 10: bases
      ("\\log_2 8", "3"),
      ("\\log_{10} 1000", "3"),
      ("\\log_b a", "\\frac{\\ln a}{\\ln b}"),
      // 11: how far a big sign reaches
      ("\\sum_k z_k + b", "(z_1 + z_2 + z_3) + b"),
      ("\\sum_k -z_k y_k + b", "b - z^\\top y"),
      ("\\sum_k z_k y_k \\times b", "b \\sum_k (z_k y_k)"),
      ("\\sum_k z_k \\sum_j y_j", "\\sum_k z_k"),
      ("\\prod_k e^{z_k}", "e^{\\sum_k z_k}"),
      ("a \\sum_k z_k b", "a b (z_1 + z_2 + z_3)"),
      // 12: binding
      ("\\sum_{k=2}^n z_k", "z_2 + z_3"),
      ("\\sum_j^n z_j", "\\sum_k z_k"),
      ("\\sum_i z_i - z_i", "\\sum_k z_k - z_1"),
      ("\\sum_{k=1}^{3} k", "6"),
      ("\\sum_{i,k} A_{i,k}", "\\sum_i \\sum_k A_{i,k}"),
      ("\\sum_{k=3}^2 z_k", "0"),
      ("\\sum_{j=2}^j z_j", "z_2 + z_3"),
      ("\\sum_{x \\in \\mathcal{X}} P(x)", "1"),
      ("\\sum_{k < 3} z_k", "z_1 + z_2"),
      ("\\sum_{m=1}^N X_{m,2}", "2 + 4 + 7 + 6"),
      ("\\sum_m X_{m,1}", "11"),
      ("\\sum_k w_k x_k", "w^\\top x"),
      // 13: which index a condition binds
      ("p_i \\sum_{i \\neq j} p_j", "p_1 (p_2 + p_3)"),
      ("p_j \\sum_{i \\neq j} p_i", "p_3 (p_1 + p_2)"),
      ("K_2", "p_1 + p_3"),
      // 14, 15: derivatives
      ("\\frac{\\partial}{\\partial z_i} (a z_i^2)", "2 a z_i"),
      ("\\frac{\\partial}{\\partial z_i} a z_i^2 + b", "2 a z_i + b"),
      ("\\frac{\\partial z_i^2}{\\partial z_i}", "2 z_i"),
      ("\\frac{\\partial}{\\partial z_i} \\sum_i z_i^2", "2 z_1"),
      ("\\frac{\\partial L}{\\partial p_j}", "-\\frac{y_j}{p_j}"),
      ("\\frac{\\partial (a^3 b)}{\\partial a}", "3 a^2 b"),
      ("\\frac{\\partial^2 a^3}{\\partial a^2}", "6 a"),
      ("\\frac{\\partial^2 (a^2 b^3)}{\\partial a \\partial b}", "6 a b^2"),
      ("\\frac{d (a^2)}{d a}", "2 a"),
      ("\\nabla_z L", "p - y"),
      ("\\frac{\\partial p}{\\partial z}", "\\operatorname{diag}(p) - p p^\\top"),
      ("\\partial_{z_i} L", "p_i - y_i"),
      // 16: expectations and truths
      ("\\mathbb{E}_{x \\sim P}[-\\log P(x)]", "H(P)"),
      ("E_{X \\sim P}[I(x)] + a", "H(P) + a"),
      ("\\mathbb{1}(i = j) + \\mathbb{1}(i = 1)", "1"),
      ("\\mathbb{1}_{i \\neq j}", "1"),
      ("\\mathbb{I}[i < j]", "1"),
      ("\\delta_{ij} + \\delta_{ii}", "1"),
      ("\\begin{cases} a & i = j \\\\ b & \\text{otherwise} \\end{cases}", "b"),
      // 17: products of vectors
      ("z \\cdot y", "z^\\top y"),
      ("z \\odot y", "\\operatorname{diag}(z) y"),
      (
        "A z",
        "\\begin{bmatrix} z_1 + 2 z_2 + 4 z_3 \\\\ 3 z_2 + 5 z_3 \\\\ 7 z_1 + z_2 + 2 z_3 \\end{bmatrix}"
      ),
      ("z^\\top A y", "z \\cdot (A y)"),
      ("\\lvert -a \\rvert + \\left| b \\right|", "a + b"),
      ("\\lVert y' \\rVert^2", "9 + 25 + 49"),
      ("\\|y'\\|_2^2 + \\|y'\\|_1", "9 + 25 + 49 + 3 + 5 + 7"),
      ("\\lVert -y' \\rVert_\\infty", "7"),
      ("\\mathrm{diag}(z) y + \\mathrm{log}(1) z", "z \\odot y"),
      ("{-a} + b {a}", "-a + a b"),
      ("\\sum_{x \\in X} P(x)", "1"),
      ("\\sum_{j<k} z_j z_k", "\\frac{(\\sum_k z_k)^2 - \\sum_k z_k^2}{2}"),
      ("\\sum_{k<3} z_k", "z_1 + z_2"),
      ("\\|A\\|_F^2", "\\operatorname{tr}(A^\\top A)"),
      ("\\frac{\\partial \\|z\\|_2^2}{\\partial z_1}", "2 z_1"),
      ("(A^\\top)_{1,3}", "A_{3,1}"),
      ("\\theta^\\top x", "\\begin{bmatrix} 0 \\\\ 0 \\\\ -2.25 \\end{bmatrix}"),
    ])
  func accepted(latex: String, meaning: String) throws {
    let (found, expected) = (try RuleExample.value(latex), try RuleExample.value(meaning))
    #expect(found.numbers.count == expected.numbers.count)
    for (a, b) in zip(found.numbers, expected.numbers) {
      // The numbers carry their own rounding.
      let slack = a.error.double + b.error.double
      #expect(abs(a.double - b.double) <= 4 * slack, "\(latex) is \(a.double), not \(b.double)")
    }
  }

  @Test(
    "what could mean two things is refused where it stands",
    arguments: [
      // LaTeX, the part that is pointed at, words of the reason
      ("a/b c", "c", "under the /"),
      ("\\mathrm{Var}(z)", "\\mathrm{Var}", "Var is not defined"),
      ("\\lim_{T \\to 0} a", "\\lim_{T \\to 0}", "notation only"),
      ("1/n \\sum_k z_k", "\\sum_k z_k", "under the /"),
      ("a \\times -b", "-", "right after another sign"),
      // Braces do not show: what they hold would be read otherwise.
      ("2 {a + b}", "{a + b}", "do not show"),
      ("\\sum_k {z_k + b}", "{z_k + b}", "do not show"),
      ("{-a}^2", "{-a}", "do not show"),
      ("a - {b - a}", "{b - a}", "do not show"),
      ("p_y", "y", "no index"),
      ("a + -b", "-", "right after another sign"),
      ("\\log -a", "\\log", "needs its argument"),
      ("\\log a b", "b", "belongs to the function"),
      ("\\log a \\times b", "\\times", "belongs to the function"),
      ("\\log(a)^2", "(a)^2", "unclear"),
      ("\\exp a (b + c)", "(b + c)", "belongs to the function"),
      ("\\log^2 a", "2", "unclear"),
      ("a^T", "T", "transposes"),
      ("z^2", "z^2", "power of a vector"),
      ("S_{x_i}", "S_{x_i}", "no entries"),
      ("y_{uv}", "v", "no index"),
      ("a_1", "a_1", "no entries"),
      ("foo", "f", "not defined"),
      ("\\hat{z}_1", "\\hat{z}_1", "not defined"),
      ("y(1-y)", "y(1-y)", "whole vector"),
      ("z (a + b)", "z (a + b)", "whole vector"),
      ("H", "H", "arguments in brackets"),
      ("H(a)", "a", "takes a distribution"),
      ("z y", "y", "no one meaning"),
      ("z \\times y", "y", "no one meaning"),
      ("z * y", "y", "no one meaning"),
      ("\\frac{a}{z}", "z", "division by a vector"),
      ("a / z", "z", "division by a vector"),
      ("z^\\top + z", "z", "cannot be added"),
      ("|a|", "|", "bare bar"),
      ("P(x | y)", "P(x | y)", "whole vector"),
      ("\\sum p(x)", "\\sum", "needs its index"),
      ("\\prod_k 2 p_k", "2", "no index of the product"),
      ("\\sum_{k, k} p_k", "{k, k}", "twice"),
      ("\\sum_{k, l, m, r, u} p_k", "{k, l, m, r, u}", "more than 4"),
      ("\\sum_{k \\neq k} p_k", "k", "compared with itself"),
      ("\\frac{\\partial}{\\partial z_i} (p_i) y_i", "y_i", "differentiated too"),
      ("\\frac{\\partial L}{\\partial (z_i + z_j)}", "(z_i + z_j)", "by one name"),
      ("\\frac{\\partial a + b}{\\partial a}", "+", "how far"),
      ("\\frac{\\partial^2 L}{\\partial z_i}", "\\partial^2", "order"),
      ("\\mathbb{E}_{x \\sim P} \\log P(x)", "\\mathbb{E}_{x \\sim P}", "as far as its bracket"),
      ("\\frac{\\partial^5 L}{\\partial z_1^5}", "5", "up to order 4"),
      ("i = j + z", "j + z", "a number stands before"),
      ("a \\pm b", "\\pm", "no value"),
      ("X \\in \\mathbb{R}^n", "\\in", "no value"),
      ("a + \\ldots + b", "\\ldots", "dots have no value"),
      ("a +", "+", "missing"),
      ("= a", "=", "continues no formula"),
      ("\\int a", "\\int", "notation only"),
      ("p_{a, b}", "p_{a, b}", "takes 1 index"),
      ("a z_5", "z_5", "no entry 5"),
      ("z_k", "k", "nothing chooses the index k"),
      ("z + x", "x", "cannot be added"),
      ("A x", "x", "do not fit"),
      ("A \\mathbf{1}", "\\mathbf{1}", "only the indicator"),
      ("\\sum_{k \\in \\{1, 2\\}} p_k", "\\{1, 2\\}", "set of all outcomes"),
      ("\\sum_{k \\in S} p_k", "S", "set of all outcomes"),
      ("\\sum_{k \\neq i, j} p_k", "j", "left out too"),
      ("\\underbrace{a}_{= 1} + b", "{= 1}", "labelled"),
      ("3!", "!", "no value"),
      ("\\mathbb{E}_P[a]", "\\mathbb{E}_P", "an expected value names"),
      ("A - a", "a", "have no one sum"),
      ("\\operatorname{diag}(z) - z \\cdot z", "z \\cdot z", "have no one sum"),
      ("\\mathbb{1}(a)", "a", "condition is missing"),
      ("\\alpha", "\\alpha", "no value"),
    ])
  func refused(latex: String, part: String, words: String) throws {
    do {
      let value = try RuleExample.value(latex)
      Issue.record("\(latex) should be refused and is \(value)")
    } catch let diagnostic as FormulaDiagnostic {
      let bytes = Array(latex.utf8)
      let pointed = String(decoding: bytes[diagnostic.range], as: UTF8.self)
      #expect(pointed == part, "\(diagnostic.message)")
      #expect(diagnostic.message.contains(words), "\(diagnostic.message)")
    }
  }

  @Test("where a sum could bind either index it binds the left one, and says so")
  func undecided() throws {
    // Both are used outside, or neither is.
    let both = #"p_i p_j \sum_{i \neq j} p_i"#
    for (latex, index) in [(both, "i"), (#"\sum_{j \neq i} 2"#, "j")] {
      let lints = Reading(Formula(latex), names: RuleExample.names).diagnostics[0]
      #expect(lints.map(\.severity) == [.lint], "\(latex)")
      #expect(lints.first?.message.contains("\(index) is taken") == true, "\(latex)")
    }
    // i runs over 1 and 2, for j is 3 outside.
    let bound = try #require(try RuleExample.value(both).double)
    let expected = try #require(try RuleExample.value("p_1 p_3 (p_1 + p_2)").double)
    #expect(abs(bound - expected) <= 4 * expected.ulp)
    let decided = Reading(Formula(#"p_i \sum_{j \neq i} p_j"#), names: RuleExample.names)
    #expect(decided.diagnostics == [[]])
  }
}
