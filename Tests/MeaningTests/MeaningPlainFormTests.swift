import Meaning
import Notation
import Testing

@Suite("Plain form")
struct MeaningPlainFormTests {
  @Test(
    "plain text is worth what the LaTeX is worth",
    arguments: [
      ("sum_i p_i*(1-p_i)", "\\sum_i p_i (1 - p_i)"),
      ("exp(z_1)/sum_k exp(z_k)", "p_1"),
      ("d p_1 / d z_2", "\\frac{\\partial p_1}{\\partial z_2}"),
      ("dp_1/dz_2", "\\frac{\\partial p_1}{\\partial z_2}"),
      ("dL/dz_1", "\\frac{\\partial L}{\\partial z_1}"),
      ("d/dz_1 (p_1^2)", "\\frac{\\partial}{\\partial z_1} (p_1^2)"),
      ("1/2*p_1", "\\frac{1}{2} p_1"),
      ("1/2/4", "0.125"),
      ("-2^2", "-4"),
      ("2^-1", "0.5"),
      ("2^3^2", "512"),
      ("(z_1 + z_2)/(z_1 - z_2)", "3"),
      ("e^(z_1 - z_2)", "e^{z_1 - z_2}"),
      ("d^2 L / d z_1 d z_2", "\\frac{\\partial^2 L}{\\partial z_1 \\partial z_2}"),
      ("d^2 L/dz_1dz_2", "\\frac{\\partial^2 L}{\\partial z_1 \\partial z_2}"),
      ("d^2 L / d z_1^2", "p_1 (1 - p_1)"),
      ("|z_1 - z_2|", "\\lvert z_1 - z_2 \\rvert"),
      ("|z_2 - z_1| / 2", "\\frac{\\lvert z_1 - z_2 \\rvert}{2}"),
      ("||p - y||_2^2", "\\sum_k (p_k - y_k)^2"),
      ("||p - y||_1", "\\sum_k \\lvert p_k - y_k \\rvert"),
      ("1.5e-3 + 2E2 + .5e1 + 12e-1", "0.0015 + 200 + 5 + 1.2"),
      ("2e^(1)", "2 \\exp(1)"),
      ("J_{ij} + J_ij", "2 J_{i,j}"),
      ("J_{12}", "J_{1,2}"),
      ("H(P)", "H(P)"),
      ("D_KL(P||p)", "D_{KL}(P \\| p)"),
      ("log2(8)", "3"),
      ("log_2 8", "3"),
      ("sqrt(z_1 + 2)", "2"),
      ("sum_{k=2}^n z_k", "z_2 + z_3"),
      ("sum_(k != 1) z_k", "z_2 + z_3"),
      ("prod_k e^z_k", "S^0 e^{\\sum_k z_k}"),
      ("p^T z", "p^\\top z"),
      ("softmax(z)_1", "p_1"),
      ("max(z_1, z_2)", "2"),
      ("p_i (1 - p_i)", "p_1 (1 - p_1)"),
      ("\\sum_k p_k", "1"),
      ("z_1 − z_2 × 3", "z_1 - 3 z_2"),
      (".5 + 1.", "1.5"),
      ("abs(z_2 - z_1)", "\\lvert z_1 - z_2 \\rvert"),
      ("norm(p - y)^2", "\\|p - y\\|^2"),
      ("logsumexp(z)", "\\log S"),
      ("sigmoid(z_1)", "\\sigma(z_1)"),
      ("tanh(z_1)", "2 \\sigma(2 z_1) - 1"),
      ("KL(P||p)", "D_{KL}(P \\| p)"),
      ("CE(P, p)", "H(P, p)"),
      ("p1 + z2 - J12", "p_1 + z_2 - J_{1,2}"),
      ("pᵢ(1 − pᵢ)", "p_1 (1 - p_1)"),
      ("∂L/∂z₁ + dL/dz2", "p_1 + p_2 - 1"),
      ("p_i² + p_1**2 + p_1^2", "3 p_1^2"),
      ("√p_1 * √(p_1)", "p_1"),
      ("∑ₖ pₖ + Σ_k p_k", "2"),
      ("sum_k e^{z_k} - sum_k e^z_k", "0"),
      ("y @ p + p.T @ y", "2 p_1"),
      ("dH(p)/dz_1 - d H(p) / d z_1", "0"),
      ("½ z_1 + 1_000 + 1(i = 1)", "1002"),
      ("‖p − y‖² - ||p - y||^2", "0"),
      ("[2, 1, 0] @ z", "5"),
      ("p_1（1－p_1）", "p_1 (1 - p_1)"),
      ("z_i / 2 · 3", "3"),
      ("exp(z_1) / exp z_1", "1"),
    ])
  func values(plain: String, latex: String) throws {
    let form = try PlainForm(plain)
    let found = try #require(try RuleValue.of(form.formula).double)
    let expected = try #require(try RuleValue.of(Formula(latex)).double)
    #expect(abs(found - expected) <= 16 * abs(expected).ulp, "\(plain) became \(form.latex)")
  }

  @Test("relations are claims, as in LaTeX")
  func relations() throws {
    for (plain, truth) in [
      ("p_1 + p_2 + p_3 = 1", true), ("z_1 <= z_2", false), ("p_1 != p_2", true),
    ] {
      #expect(try RuleValue.of(PlainForm(plain).formula).truth == truth)
    }
  }

  @Test(
    "what cannot be read is told at its place",
    arguments: [
      ("p_1 +", "", "a term is missing"), ("p_1 $ 2", "$", "no meaning"),
      ("(p_1", "(", "never closed"),
      ("p_1)", ")", "no place"), ("1..2", "1..2", "not a number"), ("p_", "", "index is missing"),
      ("", "", "a term is missing"), ("|z_1", "|", "never closed"), ("2 * / 3", "/", "no place"),
      ("sum_(k z_k", "", "missing"), ("sum p_i", "sum", "needs its index"),
      ("6/2(1 + 2)", "(", "under the /"), ("1/2 z_1", "z", "under the /"),
    ])
  func refused(plain: String, part: String, words: String) {
    do {
      let form = try PlainForm(plain)
      Issue.record("\(plain) became \(form.latex)")
    } catch {
      #expect(error.message.contains(words), "\(error.message)")
      let bytes = Array(plain.utf8)
      #expect(String(decoding: bytes[error.range], as: UTF8.self) == part)
    }
  }

  @Test(
    "a diagnostic of the LaTeX points at what was typed",
    arguments: [
      ("p_1 * foo", "foo"), ("1/2 + y_9", "y_9"), ("sum_k z_k*q_i", "i"),
      ("d p_1 / d (z_1+z_2)", "(z_1+z_2)"),
    ])
  func places(plain: String, part: String) throws {
    let form = try PlainForm(plain)
    do {
      _ = try RuleValue.of(form.formula, i: nil)
      Issue.record("\(form.latex) should be refused")
    } catch let diagnostic as FormulaDiagnostic {
      let range = form.placed(diagnostic).range
      #expect(String(decoding: Array(plain.utf8)[range], as: UTF8.self) == part)
    }
  }
}

/// The course's opening example.
enum RuleValue {
  static func of(_ formula: Formula, i: Int? = 1) throws -> Value {
    var bindings = Bindings()
    bindings.indices["i"] = i
    bindings.indices["j"] = 2
    bindings["z"] = .vector([2, 1, 0])
    bindings["y"] = .vector([1, 0, 0])
    bindings["P"] = .vector([0.5, 0.3, 0.2])
    bindings["T"] = .scalar(1)
    return try formula.value(names: .course, bindings: bindings)
  }
}
