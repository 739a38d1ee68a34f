import Meaning
import Notation
import Testing

/// What a hostile reading of other people's notes has found wrong, each with the right answer.
@Suite("What was once read wrong")
struct MeaningFindingsTests {
  static let bindings: Bindings = {
    var bindings = Bindings(indices: ["i": 1, "j": 2, "t": 1])
    bindings["z"] = .vector([2, 1, 0])
    bindings["y"] = .vector([1, 0, 0])
    bindings["P"] = .vector([0.5, 0.3, 0.2])
    bindings["T"] = .scalar(1)
    return bindings
  }()

  static func value(_ latex: String, names: Names = .course) throws -> [Double] {
    try Formula(latex).value(names: names, bindings: bindings).numbers.map(\.double)
  }

  static func always(_ latex: String, names: Names = .course) throws -> [Verdict] {
    let reading = Reading(Formula(latex), names: names)
    let examples = RandomExamples.examples(for: reading, count: 30, seed: 11)
    return try reading.judged(here: nil, examples: examples).map(\.always)
      .filter { $0 != .notJudged(.claimsNothing) }
  }

  @Test(
    "a sum of derivatives does not depend on the order of its terms",
    arguments: [
      [#"\frac{\partial L^2}{\partial L}"#, #"\frac{\partial S^2}{\partial S}"#],
      [#"\frac{\partial p_1^2}{\partial p_1}"#, #"\frac{\partial L^3}{\partial L}"#],
      [#"\frac{\partial J_{1,1}^2}{\partial J_{1,1}}"#, #"\frac{\partial S^2}{\partial S}"#],
    ])
  func order(terms: [String]) throws {
    let there = try Self.value(terms.joined(separator: " + "))
    let back = try Self.value(terms.reversed().joined(separator: " + "))
    let apart = try terms.map { try Self.value($0)[0] }.reduce(0, +)
    #expect(there == back)
    #expect(abs(there[0] - apart) < 1e-12)
  }

  @Test(
    "a derivative by a name that a lesson defines is taken at every entry",
    arguments: [
      (["v_j = \\ln p_j"], "\\frac{\\partial v_j^2}{\\partial v_j} = 2 v_j"),
      (
        ["a_i = z_i", "s_i = \\operatorname{softmax}(a)"],
        "\\frac{\\partial s_i}{\\partial a_j} = s_i (\\delta_{ij} - s_j)"
      ),
      (["o_j = z_j"], "\\frac{\\partial L}{\\partial o_j} = p_j - y_j"),
      (["t_k = y_k"], "\\frac{\\partial L}{\\partial z_i} = p_i - t_i"),
      (["\\delta_i = p_i - y_i"], "\\frac{\\partial L}{\\partial z_i} = \\delta_i"),
      (["\\pi_k = p_k"], "\\sum_k \\pi_k = 1"),
      (
        ["h_i = z_i", "q_i = \\frac{e^{h_i}}{\\sum_k e^{h_k}}"],
        "-\\frac{\\partial \\ln q_i}{\\partial h_j} = q_j - \\delta_{ij}"
      ),
    ])
  func ownNames(definitions: [String], claim: String) throws {
    var names = Names.course
    for definition in definitions {
      #expect(names.define(definition).allSatisfy { $0.severity == .lint }, "\(definition)")
    }
    #expect(try Self.always(claim, names: names) == [.holds])
    let wrong = claim.replacing(" = ", with: " = 1 + ")
    #expect(try Self.always(wrong, names: names) == [.fails])
  }

  @Test(
    "p and q beside each other are two distributions, and p(x) is the density of the P named there",
    arguments: [
      (#"D_{KL}(p \| q) = 0"#, Verdict.fails), (#"H(p, q) = H(p)"#, .fails),
      (#"H(p, q) = H(p) + D_{KL}(p \| q)"#, .holds), (#"D_{KL}(p \| q) \geq 0"#, .holds),
      (#"D_{KL}(P \| Q) = E_{x \sim P}[\log \frac{p(x)}{q(x)}]"#, .holds),
      (#"D_{KL}(P \| Q) = E_{x \sim P}[\log \frac{q(x)}{p(x)}]"#, .fails),
      (#"L = -\sum_i p_i \log q_i"#, .holds),
      (#"\frac{\partial H(p, q)}{\partial z_i} = q_i - p_i"#, .holds),
      (#"\frac{\partial H(p, q)}{\partial z_i} = p_i - q_i"#, .fails),
      (#"D_{KL}(P\|Q) \neq D_{KL}(Q\|P)"#, .holds), (#"p_i \neq p_i"#, .fails),
    ])
  func twoDistributions(latex: String, verdict: Verdict) throws {
    #expect(try Self.always(latex) == [verdict])
  }

  @Test("≠ is no claim about the numbers at hand alone")
  func unequalHere() throws {
    var even = Self.bindings
    even["P"] = .vector([1 / 3.0, 1 / 3.0, 1 / 3.0])
    even["z"] = .vector([1, 1, 1])
    let reading = Reading(Formula(#"D_{KL}(P\|Q) \neq D_{KL}(Q\|P)"#), names: .course)
    let alone = try reading.judged(here: even)[0]
    #expect(alone.verdict == .notJudged(.equalHere))
    let examples = RandomExamples.examples(for: reading, count: 20, seed: 4)
    #expect(try reading.judged(here: even, examples: examples)[0].verdict == .holds)
  }

  @Test(
    "a gap, a row's end and a condition end a chain",
    arguments: [
      (#"H(p)-H(p) = 0 \qquad H(p) = 0"#, [Verdict.holds, .fails]),
      (#"H(p)-H(p) = 0 \quad H(p) = 0"#, [.holds, .fails]),
      (#"H(p)-H(p) = 0 \;\; H(p) = 0"#, [.holds, .fails]),
      (#"H(p)-H(p) = 0 \\ H(p) = 0"#, [.holds, .fails]),
      (#"p_i \,= p_i"#, [.holds]), (#"2 \quad = 2"#, [.holds]),
      (#"\frac{\partial p_i}{\partial z_j} = -p_i p_j, \quad i \neq j"#, [.holds]),
      (#"\frac{\partial p_i}{\partial z_j} = -p_i p_j \quad (i \neq j)"#, [.holds]),
      (#"\frac{\partial p_i}{\partial z_j} = -p_i p_j (i \neq j)"#, [.holds]),
      (#"\frac{\partial p_i}{\partial z_j} = -p_i p_j, \quad i = j"#, [.fails]),
      (#"\frac{\partial p_i}{\partial z_j} = -p_i p_j \text{ for } i \neq j"#, [.holds]),
      (#"\text{if } i = j: \frac{\partial p_i}{\partial z_j} = p_i (1 - p_i)"#, [.holds]),
      (#"p_i > 0, \quad i = 1, \dots, n"#, [.holds]),
      (#"\boxed{L = -\sum_k y_k \log p_k}"#, [.holds]),
      (#"\boxed{L = \sum_k y_k \log p_k}"#, [.fails]),
      (
        #"\begin{aligned} \frac{\partial p_i}{\partial z_j} &= p_i (1 - p_i) && i = j \\ &= -p_i p_j && i \neq j \end{aligned}"#,
        [.holds, .holds]
      ),
      (
        #"\begin{aligned} \frac{\partial p_i}{\partial z_j} &= p_i (1 - p_i) && i = j \\ &= p_i p_j && i \neq j \end{aligned}"#,
        [.holds, .fails]
      ),
    ])
  func ends(latex: String, verdicts: [Verdict]) throws {
    #expect(try Self.always(latex) == verdicts)
  }

  @Test("cases that leave out what is claimed are no proof of it")
  func uncovered() throws {
    let open = #"\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i(1-p_i) & i=j \end{cases}"#
    guard case .notJudged(.uncovered(let diagnostic)) = try Self.always(open)[0] else {
      Issue.record("\(try Self.always(open))")
      return
    }
    #expect(diagnostic.message.contains("no case covers i = "))
    let limited = try Reading(Formula(open), names: .course).judged(
      here: nil,
      examples: RandomExamples.examples(
        for: Reading(Formula(open), names: .course), count: 20, seed: 1), when: Formula("i = j"))
    #expect(limited[0].always == .holds)
  }

  @Test("an index that nothing chooses has no value, and no truth in its place")
  func unchosen() throws {
    let judged = try Reading(Formula("p_k = p_k"), names: .course).judged(here: Self.bindings)[0]
    let here = try #require(judged.here)
    #expect(here.left == nil && here.right == nil)
    guard case .notJudged(.noValue(let diagnostic)) = here.verdict else {
      Issue.record("\(here.verdict)")
      return
    }
    #expect(diagnostic.message.contains("nothing chooses the index k"))
  }

  @Test(
    "a prime is a derivative or refused, and never dropped",
    arguments: [
      (#"\operatorname{softmax}'(z)_i = p_i"#, "derivative"), (#"L'"#, "prime"),
      (#"p_i'"#, "prime"), (#"\max'(z)"#, "derivative"),
    ])
  func primes(latex: String, words: String) {
    let reading = Reading(Formula(latex), names: .course)
    #expect(
      reading.diagnostics[0].contains { $0.message.contains(words) }, "\(reading.diagnostics)")
  }

  @Test(
    "the prime of a function of one variable",
    arguments: [
      (#"\sigma'(z_i) = \sigma(z_i)(1 - \sigma(z_i))"#, Verdict.holds),
      (#"\ln'(p_i) = \frac{1}{p_i}"#, .holds), (#"\ln'(p_i) = \ln p_i"#, .fails),
      (#"\sigma''(z_i) = \sigma'(z_i)(1 - 2 \sigma(z_i))"#, .holds),
      (#"\exp'(z_i) = e^{z_i}"#, .holds),
    ])
  func slopes(latex: String, verdict: Verdict) throws {
    #expect(try Self.always(latex) == [verdict])
  }

  @Test(
    "what a learner types is worth what it says",
    arguments: [
      ("1_{i=j}", "0"), ("1_(i != j)", "1"), ("1/K sum_{k=1}^{K} p_k", ""),
      ("sum_k e^{z_k}", "S"), ("pᵢ(1 − pᵢ)", "p_i - p_i^2"), ("∂L/∂z₁", "p_1 - y_1"),
      ("p_i²", "p_i^2"), ("√p_1", "\\sqrt{p_1}"), ("∑ₖ pₖ", "1"), ("p ⊙ y", "p \\odot y"),
      ("np.exp(z)/np.sum(np.exp(z))", "p"), ("sum(p)", "1"), ("log(sum(exp(z)))", "\\ln S"),
      ("σ(z)", "p"), ("sigmoid(z)", "\\operatorname{sigmoid}(z)"),
      ("d H(p) / d z_1", "\\frac{\\partial H(p)}{\\partial z_1}"), ("argmax z", "1"),
      ("p_1**2", "p_1^2"), ("y @ p", "y \\cdot p"), ("dot(p,y)", "p \\cdot y"),
      ("mean(z)", "1"), ("entropy(p)", "H(p)"), ("cross_entropy(y,p)", "H(y, p)"),
      ("LSE(z)", "\\ln S"), ("Σ_k p_k", "1"), ("p1", "p_1"), ("z3", "z_3"),
      ("dL/dz1", "p_1 - y_1"), ("kl(P, p)", "D_{KL}(P \\| p)"),
    ])
  func typed(plain: String, meaning: String) throws {
    let typed = TypedFormula(plain)
    guard !meaning.isEmpty else {
      #expect(throws: FormulaDiagnostic.self) { try typed.reading().value(bindings: Self.bindings) }
      return
    }
    let found = try typed.reading().value(bindings: Self.bindings).numbers.map(\.double)
    let meant = try Self.value(meaning)
    #expect(found.count == meant.count)
    for (a, b) in zip(found, meant) { #expect(abs(a - b) <= 1e-12, "\(a), not \(b)") }
  }

  @Test("a condition typed behind a line is the line's")
  func typedCondition() throws {
    let reading = try TypedFormula("d p_i / d z_j = -p_i p_j for i != j").reading()
    let examples = RandomExamples.examples(for: reading, count: 20, seed: 3)
    #expect(try reading.judged(here: nil, examples: examples)[0].always == .holds)
  }

  @Test(
    "what would be another number is refused",
    arguments: [
      #"3 4"#, #"p 2"#, #"z3"#, #"J(p)"#, #"\operatorname{softmax}(z)[1]"#, #"J[1][2]"#,
      #"p_1 % 2"#, #"p_0"#, #"p[1]"#, #"I(p_1)"#, #"J_{0,1}"#,
    ])
  func refused(latex: String) {
    #expect(throws: FormulaDiagnostic.self) { try Self.value(latex) }
  }

  @Test(
    "what many people write is read",
    arguments: [
      (#"\sum_{j=1}^{K} p_j"#, "1"), (#"\sum_{c=1}^{C} y_c \log p_c"#, "-L"),
      (#"\sum_{k=1}^{N} z_k"#, "3"), (#"\hat y_1"#, "p_1"), (#"\sum_k^{} p_k"#, "1"),
      (#"\sum_i -\log p_i"#, "-\\log(p_1 p_2 p_3)"), ("1 – p_j", "1 - p_j"),
      (#"\mathrm{KL}(P\|Q)"#, #"D_{KL}(P \| Q)"#), (#"1_{i=j}"#, "0"), (#"[i \neq j]"#, "1"),
      (#"\delta_{12}"#, "0"), (#"\frac{\delta L}{\delta z_1}"#, "p_1 - y_1"),
      (#"\operatorname{LSE}(z)"#, #"\ln S"#), (#"\cancel{p_1}"#, "p_1"),
      (#"\text{softmax}(z_i)"#, "p_i"), (#"\sigma(z)_i"#, "p_i"), (#"L(z)"#, "L"),
      (#"p_i(z)"#, "p_i"), (#"\vec{z}_1"#, "z_1"), (#"\partial L / \partial z_1"#, "p_1 - y_1"),
      (#"P(X = x_2)"#, "P_2"), (#"\operatorname{argmax}_k p_k"#, "1"),
      (#"\sum_{k'} e^{z_{k'}}"#, "S"),
      (#"\newcommand{\g}{\partial L} \frac{\g}{\partial z_1}"#, "p_1 - y_1"),
      (
        #"\left\{\begin{array}{ll} p_i & i = j \\ p_j & i \neq j \end{array}\right."#, "p_2"
      ),
      (#"\begin{cases} p_i & (i = j) \\ p_j & \text{otherwise,} \end{cases}"#, "p_2"),
    ])
  func read(latex: String, meaning: String) throws {
    let (found, meant) = (try Self.value(latex), try Self.value(meaning))
    #expect(found.count == meant.count)
    for (a, b) in zip(found, meant) { #expect(abs(a - b) <= 1e-12, "\(a), not \(b)") }
  }
}
