import Notation
import Testing

@Suite("Plain text as LaTeX")
struct PlainFormTests {
  @Test(
    "what is typed, copied from the screen or written for a program",
    arguments: [
      // Indices
      ("p1 + z3", "p_{1} + z_{3}"), ("J12 J_12 J_{12} J_{1,2}", "J_{12} J_{12} J_{12} J_{1, 2}"),
      ("theta2 + x_i1", #"\theta _{2} + x_{i1}"#), ("p_0", "p_{0}"),
      ("pᵢ(1 − pᵢ)", "p_{i} (1 - p_{i})"),
      ("p_i² + z₁₂ + xᵀ", #"p_{i}^{2} + z_{12} + x^\top"#), ("D_KL(P||Q)", #"D_{KL}(P \| Q)"#),
      ("delta_ij + δᵢⱼ", #"\delta _{ij} + δ_{ij}"#), ("w_{k != y}", #"w_{k \neq y}"#),
      // Powers
      ("p_1**2 + 2^-3", "p_{1}^{2} + 2^{-3}"),
      ("e^-z_1 + e^{z_k} + e^(z₁)", "e^{-z_{1}} + e^{z_{k}} + e^{z_{1}}"),
      ("-z_1^2", "-z_{1}^{2}"), ("x^2^3", "x^{2^{3}}"),
      // Products
      ("y @ p", #"y \cdot p"#), ("p · y", #"p \cdot y"#), ("p.T @ y", #"p^\top y"#),
      ("p^T y", #"p^\top y"#),
      ("(p - y).T @ z", #"(p - y)^\top z"#), ("p ⊙ y odot z", #"p \odot y \odot z"#),
      ("p*y × z", #"p \times y \times z"#),
      ("a/b/c", #"\frac{\frac{a}{b}}{c}"#), ("½ p", "½ p"), ("(a)(b)", "(a) (b)"),
      // Sums and functions
      ("sum_k e^{z_k}", #"\sum_{k} e^{z_{k}}"#), ("∑ₖ pₖ", #"\sum_{k} p_{k}"#),
      ("Σ_k p_k", #"\sum_{k} p_{k}"#),
      ("sum_{k=1}^n z_k", #"\sum_{k = 1}^{n} z_{k}"#), ("sum_k -log p_k", #"\sum_{k} -\log p_{k}"#),
      ("sum(p) + prod(p)", #"\operatorname{sum}(p) + \operatorname{prod}(p)"#),
      ("log(sum(exp(z)))", #"\log(\operatorname{sum}(\exp(z)))"#),
      (
        "ln p_i + log2(8) + log_2 8 + log10 2",
        #"\ln p_{i} + \log_{2}(8) + \log_{2} 8 + \log_{10} 2"#
      ),
      ("√p_1 + √(a+b) + sqrt(x)^2", #"\sqrt{p_{1}} + \sqrt{a + b} + \sqrt{x}^{2}"#),
      ("argmax z", #"\operatorname{argmax} z"#),
      ("σ(z) + sigma(z_1)/2", #"σ(z) + \frac{\sigma (z_{1})}{2}"#),
      ("sigmoid'(z_1)", #"\operatorname{sigmoid}'(z_{1})"#),
      ("cross_entropy(y,p)", #"\operatorname{cross\_entropy}(y, p)"#),
      ("1 + log_softmax(z)_1", #"1 + \operatorname{log\_softmax}(z)_{1}"#),
      ("L/H(p)", #"\frac{L}{H(p)}"#),
      ("1/softmax(z)_1", #"\frac{1}{\operatorname{softmax}(z)_{1}}"#),
      (
        "np.exp(z)/np.sum(np.exp(z))",
        #"\frac{\operatorname{np.exp}(z)}{\operatorname{np.sum}(\operatorname{np.exp}(z))}"#
      ),
      (
        "torch.nn.functional.log_softmax(z)", #"\operatorname{torch.nn.functional.log\_softmax}(z)"#
      ), ("F.softmax(z)", #"\operatorname{F.softmax}(z)"#),
      (
        "np.log2(p) + math.log1p(x) + np.pi + math.e",
        #"\operatorname{np.log2}(p) + \operatorname{math.log1p}(x) + \pi + e"#
      ),
      ("max(z) + max_k z_k", #"\max(z) + \max_{k} z_{k}"#),
      ("y_true + p_max", "y_{true} + p_{max}"), ("one_hot", #"\operatorname{one\_hot}"#),
      ("hat(y)_1 + y_hat + yhat_2", #"\hat{y}_{1} + \hat{y} + \hat{y}_{2}"#),
      ("vec(x)", #"\vec{x}"#),
      // Derivatives
      ("∂L/∂z₁", #"\frac{\partial L}{\partial z_{1}}"#),
      ("dL/dz1", #"\frac{\partial L}{\partial z_{1}}"#),
      ("d H(p) / d z_1", #"\frac{\partial H(p)}{\partial z_{1}}"#),
      ("dH(p)/dz_1", #"\frac{\partial H(p)}{\partial z_{1}}"#),
      ("dp_i/dz_j", #"\frac{\partial p_{i}}{\partial z_{j}}"#),
      ("∂ log pₖ/∂zᵢ", #"\frac{\partial \log p_{k}}{\partial z_{i}}"#),
      ("∂²L/∂z₁∂z₂", #"\frac{\partial^{2} L}{\partial z_{1} \partial z_{2}}"#),
      ("d/dz_1 (p_1^2)", #"\frac{\partial}{\partial z_{1}} (p_{1}^{2})"#),
      ("dot(p, y)/2", #"\frac{\operatorname{dot}(p, y)}{2}"#), ("d + 1", "d + 1"),
      ("dS(x)/dx", #"\frac{\partial S(x)}{\partial x}"#),
      // Brackets, lists, bars
      ("[2, 1, 0]", "[2, 1, 0]"),
      ("[[1,0],[0,1]]", #"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}"#),
      (
        "|z_1| + ||z||_1 + ‖p − y‖²",
        #"\lvert z_{1} \rvert + \lVert z \rVert_{1} + \lVert p - y \rVert^{2}"#
      ),
      ("1(i = j) + 𝟙(i=j)", #"\mathbb{1}(i = j) + \mathbb{1} (i = j)"#),
      ("E_{x~p}[log p(x)]", #"E_{x \sim p} [\log p (x)]"#),
      // Numbers
      ("1e-3 + .5 + 1_000 + 2E2", "0.001 + .5 + 1000 + 200"), ("1.", "1"),
      // Relations and signs of other keyboards
      ("p_i == y_i", "p_{i} = y_{i}"), ("a ≤ b ≠ c ≈ d", #"a \leq b \neq c \approx d"#),
      ("p（1－p），q", "p (1 - p), q"),
      ("p_1。", "p_{1}"), ("$p_1$", "p_{1}"), ("z – 1", "z - 1"), ("log(ŷ)", #"\log(ŷ)"#),
      ("pq αβ 误差", #"\operatorname{pq} α β \operatorname{误差}"#),
    ])
  func written(plain: String, latex: String) throws {
    let form = try PlainForm(plain)
    #expect(form.latex == latex)
    #expect(!form.formula.hasErrors, "\(form.formula.diagnostics)")
  }

  @Test(
    "what has no place is refused with what to write",
    arguments: [
      ("softmax(z)[0]", "softmax(z)[0]", "softmax(z)_1"), ("J[0][1]", "J[0][1]", "J_12"),
      ("J[0,1]", "J[0,1]", "J_12"),
      ("p[1] + 2", "p[1]", "p_2"), ("1 + p[-1]", "p[-1]", "p_n"), ("p[i]", "p[i]", "p_i"),
      ("J[9][0]", "J[9][0]", "J_(10,1)"),
      ("p_1 % 2", "%", nil), ("3 4", "3 4", "3 * 4"), ("2 p_1 3", "p_1 3", "p_1 * 3"),
      ("p_1; p_2", ";", nil),
      ("1/2 x", "x", "1/2 * x, or 1/(2 x)"), ("2/p(1-p)", "(", "2/p * (1-p), or 2/(p (1-p))"),
      ("log p/q", "log p/", "log(a)/b, or log(a/b)"), ("1/sum_k p_k * 2", "*", "a/(sum_k b_k) * c"),
      ("sum_k=1^n p_k", "=", "sum_{k=1}^n"), ("sum p_i", "sum", "sum_k p_k"),
      ("z.max()", ".max", "max(z)"),
      ("log(p_1, 2)", ", 2", "log_2(p_1)"), ("exp(1, 2)", ", 2", nil),
      ("torch.softmax(z, dim=0)", "dim=", nil), ("a // b", "//", "/"), ("n!", "!", nil),
      ("a -> b", "->", nil), ("a => b", "=>", nil),
      ("p * -q", "-", "a * (-b)"), ("log -p", "log -", "log(-z_1)"),
      ("p_1_2", "_", "J_12, or J_(i,j)"), ("x^2_i", "_", "x_i^2"),
      ("d p_1 p_2 / d z_1", "p", "d(p_1 p_2)/dz_1"), ("∂p_1", "∂", "dL/dz_1"),
      ("frac{a}{b}", "frac", "a/b"), ("p_1.5", "1.5", nil),
      ("p_1 & 2", "&", ","), ("1..n", "1..", nil),
      ("p = \"x\"", "\"", "letters, digits, + - * / ^ _ ( ) [ ] , = < >"),
    ])
  func refused(plain: String, part: String, suggestion: String?) {
    do {
      let form = try PlainForm(plain)
      Issue.record("\(plain) became \(form.latex)")
    } catch {
      #expect(error.suggestion == suggestion, "\(plain): \(error.message)")
      #expect(String(decoding: Array(plain.utf8)[error.range], as: UTF8.self) == part)
      #expect(!error.message.contains("\\"), "\(error.message)")
    }
  }

  @Test("a backslash makes it LaTeX, and nothing else does")
  func forms() throws {
    #expect(try PlainForm(#"\frac{p₁}{2}"#).latex == #"\frac{p₁}{2}"#)
    #expect(PlainForm.isLaTeX(#"p \cdot q"#) && !PlainForm.isLaTeX("p_{i}^{2}"))
  }

  @Test(
    "a line that is not finished is drawn as far as it goes",
    arguments: [
      ("p_1 +", #"p_{1}\text{ +}"#), ("log(p_1", #"\log(p_{1})"#),
      ("sum_k e^(z_k", #"\sum_{k} e^{z_{k}}"#),
      ("p_1 % 2", #"p_{1}\text{ \% 2}"#), ("(a + [b", "(a + [b])"), (#"\frac{a"#, #"\frac{a"#),
      ("+", #"\text{+}"#),
      ("p_1 + \"é{", #"p_{1}\text{ + "é\{}"#),
    ])
  func drafts(typed: String, latex: String) {
    #expect(PlainForm.draft(of: typed).source == latex)
  }

  @Test(
    "hostile lines end, are read in time linear in their length, and complain inside themselves")
  func hostile() {
    for scrap in [
      "(", "d(", "d d/", "d(d(x)/dx)/", "[[", "|", "||", "_", "p_", "^", "e^", "sum_", "sum_k ",
      "log ", "np.",
      "a_b", "1(", "1e", "1_", "∂", "∂(", "½", "ᵢ", "₁", "′", "√", ".", "..", "p[", "p.T", "=", "{",
      "}", "-", "d/d",
    ] {
      for count in [1, 2, 3, 40, 41, 600] {
        let line = String(String(repeating: scrap, count: count).prefix(1_300))
        do throws(FormulaDiagnostic) {
          _ = try PlainForm(line)
        } catch {
          #expect(
            error.range.lowerBound >= 0 && error.range.upperBound <= line.utf8.count, "\(line)")
        }
        _ = PlainForm.draft(of: line).notation
      }
    }
    // Nothing may be read twice at every level.
    for (open, close) in [("[", "] + 1]"), ("d(", ")/dx"), ("d(", " x)/dy"), ("1(", "= 1)")] {
      let line = String(repeating: open, count: 38) + "x" + String(repeating: close, count: 38)
      _ = try? PlainForm(line)
    }
  }
}
