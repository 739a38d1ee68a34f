import FormulaCorpus
import Foundation
import Notation
import Testing

@Suite("Formulas as plain text")
struct PlainSpellingTests {
  /// The formulas of the lessons and their steps, as their files have them.
  static let lessons: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var formulas: [String] = []
    for case let file as URL in files ?? .init()
    where file.pathExtension == "md" && file.lastPathComponent != "README.md" {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      formulas += Self.formulas(in: text.components(separatedBy: "\n"))
    }
    return formulas
  }()

  /// What stands in math fences, and between dollar signs outside of fences.
  private static func formulas(in lines: [String]) -> [String] {
    var formulas: [String] = []
    var fence: [String]?
    var isMath = false
    for line in lines {
      if line.hasPrefix("```") {
        if let inside = fence, isMath { formulas.append(inside.joined(separator: "\n")) }
        isMath = fence == nil && line.hasPrefix("```math")
        fence = fence == nil ? [] : nil
      } else if fence != nil {
        fence?.append(line)
      } else {
        let pieces = line.components(separatedBy: "$").enumerated()
        formulas += pieces.filter { $0.offset % 2 == 1 }.map {
          $0.element.trimmingCharacters(in: ["`"])
        }
      }
    }
    return formulas
  }

  @Test("what is spelt reads back to a tree that means the same")
  func spellingsReadBack() throws {
    var spelt = 0
    for latex in Self.lessons + FormulaCorpus.formulas.map(\.latex) {
      // A stroke between factors is read as a fraction: the same value, and another tree.
      guard !latex.contains("/"), let plain = PlainSpelling.of(latex: latex) else { continue }
      spelt += 1
      do throws(FormulaDiagnostic) {
        let form = try PlainForm(plain)
        #expect(Self.meaning(form.latex) == Self.meaning(latex), "\(latex)\n\(plain)")
      } catch {
        Issue.record("\(latex)\n\(plain)\n\(error)")
      }
    }
    #expect(spelt > 200, "\(spelt)")
    #expect(Self.lessons.count > 150)
  }

  @Test(
    "a formula in plain text",
    arguments: [
      (#"\frac{\partial L}{\partial z_i} = p_i - y_i"#, "dL/dz_i = p_i - y_i"),
      (#"p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}"#, "p_i = e^z_i/(sum_k e^z_k)"),
      (#"-\sum_k y_k \log \frac{y_k}{p_k}"#, "-sum_k y_k log(y_k/p_k)"),
      (#"\frac{1}{2} \mathbf{x}^\top y \odot z"#, "(1/2) x^T y odot z"),
      (#"\lVert p - y \rVert_2^2"#, "||p - y||_2^2"),
      (#"\operatorname{cross\_entropy}(y, p) \leq \ln 2"#, "cross_entropy(y, p) <= ln 2"),
      (#"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}"#, "[[1, 0], [0, 1]]"),
      (#"\hat{y}_1 + \theta_{i,j}^{(n)}"#, "ŷ_1 + theta_{i, j}^((n))"),
      (#"\frac{\partial^2 H(p)}{\partial z_i \partial z_j}"#, "d^2 H(p)/dz_i dz_j"),
      (#"D_{KL}(P \| Q) = \mathbb{E}_{x \sim P}[x]"#, "D_KL(P || Q) = E_{x ~ P}[x]"),
    ])
  func spellings(latex: String, plain: String) {
    #expect(PlainSpelling.of(latex: latex) == plain)
  }

  @Test(
    "what the plain form cannot say is not said",
    arguments: [
      #"\begin{cases} 1 & i = j \\ 0 & i \neq j \end{cases}"#, #"a \text{ some words }"#, #"\foo"#,
      #"A \\ B"#, #"= p_i"#, #"\sum"#, #"p \to q"#, #"\log"#, "",
    ])
  func unspelt(latex: String) { #expect(PlainSpelling.of(latex: latex) == nil) }

  @Test(
    "a sentence about LaTeX becomes one about plain text",
    arguments: [
      (#"\theta has no value here"#, "theta has no value here"),
      (#"write \lvert x \rvert, or \frac{a}{b}."#, "write | x |, or a/b."),
      ("no LaTeX here: p_i", "no LaTeX here: p_i"),
      (#"unknown command \foo"#, "unknown command foo"),
    ])
  func sentences(latex: String, plain: String) {
    #expect(PlainSpelling.sentence(latex) == plain)
  }

  @Test(
    "a suggestion in LaTeX becomes one in plain text",
    arguments: [
      (#"p_i (…), or p \odot (…)"#, "p_i (…), or p odot (…)"),
      (#"k = 1, or \sum_k"#, "k = 1, or sum_k"),
      (#"\operatorname{softmax}(z)_1"#, "softmax(z)_1"),
      (#"\mathbb{E}_{x \sim P}[…]"#, "E_{x ~ P}[…]"), (#"a^\top b"#, "a^T b"),
    ])
  func suggestions(latex: String, plain: String) {
    #expect(PlainSpelling.suggestion(latex) == plain)
  }

  /// What a tree says, without fonts, blanks and needless brackets.
  private static func meaning(_ latex: String) -> String { meaning(Formula(latex).notation) }

  private static func meaning(_ node: Notation) -> String {
    func of(_ node: Notation?) -> String { node.map(meaning) ?? "" }
    switch node.kind {
    case .row(let items):
      let shown = items.filter { if case .space = $0.kind { false } else { true } }
      return shown.map(meaning).filter { !$0.isEmpty }.joined(separator: " ")
    case .symbol(let symbol):
      return ["*": "times", "||": "Vert", "|": "mid", "top": "T", "intercal": "T"][symbol.name]
        ?? symbol.name
    case .number(let digits): return digits
    case .function(let name, _): return name.filter { $0 != " " }
    case .bigOperator(let sign): return sign.rawValue
    case .style: return ""
    case .script(let base, let lower, let upper, let primes, _):
      return "S(\(of(base)),\(of(lower)),\(of(upper)),\(primes))"
    case .fence(.leftParenthesis, let body, .rightParenthesis, _) where isOneFactor(body):
      return meaning(body)
    case .fence(let open, let body, let close, _):
      return "<\(open?.rawValue ?? ".")\(meaning(body))\(close?.rawValue ?? ".")>"
    case .fraction(let upper, let lower):
      // d(log p)/dz is (d log p)/dz.
      if case .row(let items) = upper.kind, items.count == 2,
        case .fence(_, let body, _, _) = items[1].kind
      {
        return "frac{\(meaning(items[0])) \(meaning(body))}{\(meaning(lower))}"
      }
      return "frac{\(meaning(upper))}{\(meaning(lower))}"
    case .font(_, let body), .boxed(let body), .cancelled(let body), .colored(_, let body),
      .classed(_, let body), .brace(_, let body, _):
      return meaning(body)
    case .text(let runs):
      return runs.map { if case .words(let words) = $0 { words } else { "" } }.joined()
    case .matrix(_, let rows) where rows.allSatisfy { $0.count == 1 }:
      return "<[" + rows.map { meaning($0[0]) }.joined(separator: " , ") + "]>"
    default:
      let name = "\(node.kind)".prefix { $0 != "(" }
      return "\(name)(" + node.children.map(meaning).joined(separator: ",") + ")"
    }
  }

  private static func isOneFactor(_ body: Notation) -> Bool {
    guard case .row(let items) = body.kind, items.count == 1 else { return false }
    switch items[0].kind {
    case .fraction, .number: return true
    default: return false
    }
  }
}
