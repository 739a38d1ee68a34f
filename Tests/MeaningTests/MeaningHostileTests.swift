import Foundation
import Meaning
import Notation
import SoftmaxCore
import Testing
import Typesetting

@Suite("Input that means harm")
struct MeaningHostileTests {
  static let bindings: Bindings = {
    var bindings = Bindings(indices: ["i": 1, "j": 2, "t": 1])
    bindings["z"] = .vector((0..<12).map { Double($0) / 4 })
    bindings["y"] = .vector((0..<12).map { $0 == 0 ? 1 : 0 })
    bindings["P"] = .vector((0..<12).map { $0 == 0 ? 1 : 0 })
    bindings["T"] = .scalar(1)
    return bindings
  }()

  /// Everything that can be asked of a formula: it must come back, with a value or with a reason
  /// and its place.
  static func askAll(_ latex: String, bindings: Bindings = bindings) {
    let reading = Reading(Formula(latex), names: .course)
    do {
      _ = try reading.value(bindings: bindings)
    } catch {
      #expect(!error.message.isEmpty, "\(latex)")
      #expect(error.range.upperBound <= latex.utf8.count, "\(latex): \(error.message)")
    }
    _ = try? reading.judged(here: bindings, examples: [])
    let shown = reading.substituted(bindings: bindings, decimals: 4)
    _ = shown.linear
    let tree = reading.terms()
    for term in tree.terms.prefix(3) { _ = try? reading.value(of: term, bindings: bindings) }
    var names = Names.course
    names.define(latex)
  }

  @Test(
    "deep nesting gives a diagnostic or a value, never a trap",
    arguments: [
      ("(", "z_1", ")"), ("\\frac{1}{", "z_1", "}"), ("e^{", "z_1", "}"), ("\\log(", "S", ")"),
      ("\\sum_k (", "z_k", ")"), ("{", "z_1", "}"), ("\\sqrt{", "S", "}"), ("z_{", "1", "}"),
      ("\\frac{\\partial}{\\partial z_1} (", "z_1^3", ")"), ("-(", "z_1", ")"),
      ("\\mathbb{E}_{x \\sim P}[", "P(x)", "]"), ("H(", "P", ")"), ("\\mathbf{", "z_1", "}"),
    ])
  func deepNesting(open: String, core: String, close: String) {
    for depth in [5, 39, 41, 300] {
      Self.askAll(
        String(repeating: open, count: depth) + core + String(repeating: close, count: depth))
    }
  }

  @Test("nested sums over twelve classes end, with a diagnostic when they would take too long")
  func nestedSums() throws {
    let indices = ["i", "j", "k", "l", "m", "r", "a", "b", "c", "d"]
    for depth in 1...10 {
      let signs = indices.prefix(depth).map { "\\sum_\($0) " }.joined()
      let formula = Formula(signs + "z_i")
      do {
        let value = try formula.value(names: .course, bindings: Self.bindings)
        // Σ over each further index multiplies by 12; the values are whole numbers of quarters.
        let sum = (0..<12).reduce(0.0) { $0 + Double($1) / 4 }
        #expect(value.double == (1..<depth).reduce(sum) { total, _ in total * 12 })
        #expect(depth <= 4)
      } catch {
        #expect(error.message == "this takes too long to compute")
        #expect(depth > 4)
      }
    }
    Self.askAll("\\sum_{k=1}^{999999999} 1")
    Self.askAll("\\prod_{k=1}^{999999999999999999} k")
    Self.askAll("2^{2^{2^{2^{2^{2^{2}}}}}}")
    Self.askAll("z_{999999999999999999999999}")
    Self.askAll("z_{0} + z_{-1} + z_{1.5}")
  }

  @Test(
    "numbers that no Int holds, nor its double, nor its successor, are values or refused",
    arguments: [
      "\\sum_{k=-9223372036854775807}^{9223372036854771614} 1",
      "\\sum_{k=-9223372036854775808}^{9223372036854774784} 1", "\\prod_{k=1}^{2^{62}} k",
      "z_{-9223372036854775808}", "z_{-2^{63}}", "e_{-2^{63}}", "J_{1,-2^{63}}",
      "2^{-9223372036854775808}", "2^{-2^{63}}", "z_i^{-2^{63}}",
      "\\frac{\\partial z_{-2^{63}}}{\\partial z_1}",
      "\\frac{\\partial p_1}{\\partial z_{-2^{63}}}",
      "\\sum_{k=1}^{-2^{63}} k", "\\max_{k=2^{62}}^{2^{63}} k",
    ])
  func numbersBeyondInt(latex: String) { Self.askAll(latex) }

  @Test(
    "powers of powers end at infinity and at 0, and their logarithm and their digits do not trap")
  func numbersBeyondWideNumbers() throws {
    for sign in ["", "-"] {
      var power = "2^{\(sign)1048576}"
      for _ in 0..<5 {
        power = "(\(power))^{1048576}"
        for latex in [
          power, "\\log_2 (\(power))", "\\sqrt{\(power)}", "\(power) - 1", "1 / \(power)",
        ] {
          Self.askAll(latex)
          for decimals in [0, 4, 15] {
            _ = Formula(latex).picture()
            _ = try? Formula(latex).substituted(
              names: .course, bindings: Self.bindings, decimals: decimals)
          }
        }
      }
      let value = try Formula(power).value(names: .course, bindings: Self.bindings).double
      #expect(value == (sign.isEmpty ? .infinity : 0))
    }
  }

  @Test("long sums and products are no deep trees")
  func longFormulas() throws {
    let sum = Formula(Array(repeating: "1", count: 1_900).joined(separator: "+"))
    #expect(try sum.value(names: .course, bindings: Self.bindings).double == 1_900)
    let product = Formula(Array(repeating: "1", count: 1_900).joined(separator: "*"))
    #expect(try product.value(names: .course, bindings: Self.bindings).double == 1)
    Self.askAll(Array(repeating: "z_1", count: 900).joined(separator: "="))
  }

  @Test("a name defined by itself is refused, directly and through others")
  func recursion() throws {
    var names = Names.course
    #expect(names.define("a = a + 1").contains { $0.message.contains("defined by itself") })
    #expect(names["a"] == nil)
    #expect(names.define("z_i = p_i").contains { $0.message.contains("defined by itself") })
    #expect(names.define("H(P) = H(P) + 1").contains { $0.message.contains("by itself") })
    for taken in [
      "\\exp(x) = x", "\\ln = 3", "i = 1", "t = 1", "e = 3", "\\pi = 3", "\\delta_{ij} = 1",
    ] {
      #expect(names.define(taken).contains { $0.message.contains("meaning already") }, "\(taken)")
    }
    #expect(names.define("w_i = z_j").contains { $0.message.contains("right side only") })
    #expect(names.define("w_i = p_i (1 - p_t) + \\sum_{j \\neq i} p_j").isEmpty)
    #expect(names.define("b = S").isEmpty)
    #expect(names.define("S = b").contains { $0.message.contains("by itself") })
    // What was refused has changed nothing.
    var bindings = Self.bindings
    bindings["z"] = .vector([0, 0])
    bindings["y"] = .vector([1, 0])
    #expect(try Formula("S").value(names: names, bindings: bindings).double == 2)
  }

  @Test(
    "definitions say what is wrong with them",
    arguments: [
      ("= 3", "needs a name"), ("a", "needs a name"), ("a =", "needs a name"),
      ("a = 1 = 2", "one ="), ("a + b = 3", "the left side"), ("2 = a", "not a name"),
      ("\\frac{a}{b} = 2", "not a name"), ("J_{i,i} = 1", "must differ"),
      ("J_{-i,j} = 1", "one name"), ("J_{2i,j} = 1", "one name"),
      ("v_{i+1} = z_i", "one name"),
      ("f(a + b) = 2", "one name"),
      ("a = \\undefinedname", "unknown command"), ("a = q + foo", "not defined"),
      ("u_i = p", "an entry must be a number"),
    ])
  func definitions(latex: String, words: String) {
    var names = Names.course
    let diagnostics = names.define(latex)
    #expect(diagnostics.contains { $0.message.contains(words) }, "\(diagnostics.map(\.message))")
    #expect(names == .course)
  }

  @Test("random pieces of LaTeX never trap", arguments: 0..<150 as Range<UInt64>)
  func randomLatex(seed: UInt64) {
    let pieces = [
      "p_i", "z", "\\sum_k", "\\frac{", "}", "{", "(", ")", "+", "-", "=", "_", "^", "\\log", "e^",
      "\\partial", "\\frac{\\partial}{\\partial z_i}", "&", "\\\\", "\\begin{aligned}",
      "\\end{aligned}", "|", "\\|", ",", "1", "0.5", ".", "\\mathbb{1}", "\\mathbb{E}_{x \\sim P}[",
      "]",
      "\\text{if}", "^\\top", "\\neq", "i", "H(", "D_{KL}(P \\| ", "\\left(", "\\right)", "'",
      "\\hat", " ",
      "\\begin{cases}", "\\end{cases}", "\\nabla_z", "\\prod_", "\\max_k", "/", "\\odot", "ㅂ",
      "\u{0}",
    ]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 1...25, using: &generator)
      let latex = (0..<count).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      Self.askAll(latex)
      _ = try? PlainForm(latex.filter { $0 != "\\" })
    }
  }

  @Test("every formula of the texts is read without a trap")
  func texts() {
    for chain in TextFixture.chains {
      for formula in chain.formulas { Self.askAll(formula) }
    }
  }

  @Test("numbers outside what a formula expects give diagnostics or IEEE values, never a trap")
  func hostileNumbers() {
    let vectors: [[Double]] = [
      [], [1], [.nan, 1], [.infinity, 0], [-.infinity, -.infinity], [1e308, -1e308], [5, 5, 5],
    ]
    for z in vectors {
      var bindings = Self.bindings
      bindings["z"] = .vector(z)
      bindings["y"] = .vector([])
      for T in [0, -1, .infinity, .nan, .leastNonzeroMagnitude] {
        bindings["T"] = .scalar(T)
        for latex in [
          "p", "L", "H(p)", "J", "\\nabla_z L", "\\frac{\\partial^2 L}{\\partial z_1^2}", "p_{99}",
          "\\max z", "e_{5}", "\\sum_{k=1}^{99} z_k", "\\operatorname{softmax}(z)_1", "p_i^{z_1}",
        ] {
          Self.askAll(latex, bindings: bindings)
        }
      }
    }
  }

  @Test("what fuzzing has found stays mended")
  func findings() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("Fuzzing/findings/formulas"),
      includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { Self.askAll(try String(contentsOf: file, encoding: .utf8)) }
  }
}
