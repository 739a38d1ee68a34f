import Meaning
import Notation
import Testing

@Suite("Walking the terms of a formula")
struct MeaningInspectionTests {
  let reading = Reading(Formula("L = -\\sum_k y_k \\log p_k"), names: .course)
  let bindings: Bindings = {
    var bindings = Bindings(indices: ["i": 1, "j": 2])
    bindings["z"] = .vector([2, 1, 0])
    bindings["y"] = .vector([1, 0, 0])
    bindings["T"] = .scalar(1)
    return bindings
  }()

  private func source(_ tree: TermTree, _ term: TermTree.ID, of formula: Formula) -> String {
    let bytes = Array(formula.source.utf8)
    return String(decoding: bytes[tree.terms[term].expression.range], as: UTF8.self)
  }

  @Test("arrows lead from the whole to its parts, and along them")
  func walk() throws {
    let tree = reading.terms()
    let formula = reading.formulas[0]
    let first = try #require(tree.roots.first)
    #expect(source(tree, first, of: formula) == "L")
    let right = try #require(tree.next(after: first))
    #expect(source(tree, right, of: formula) == "-\\sum_k y_k \\log p_k")
    let sum = try #require(tree.below(right))
    #expect(tree.terms[sum].expression.termKind == .sum)
    let body = try #require(tree.below(sum))
    let y = try #require(tree.below(body))
    #expect(source(tree, y, of: formula) == "y_k")
    let logarithm = try #require(tree.next(after: y))
    #expect(source(tree, logarithm, of: formula) == "\\log p_k")
    #expect(tree.previous(before: logarithm) == y)
    #expect(tree.above(logarithm) == body)
    #expect(tree.next(after: logarithm) == nil)
    #expect(tree.above(first) == nil)
  }

  @Test("every node of a formula leads to a term that holds it, and back to the node")
  func nodes() throws {
    let tree = reading.terms()
    for (id, term) in tree.terms.enumerated() {
      let nodes = tree.nodes(of: id)
      #expect(!nodes.isEmpty)
      let found = try #require(tree.term(at: term.expression.node))
      #expect(tree.nodes(of: found).contains(term.expression.node))
    }
  }

  @Test("a term has its value where it stands; under a sum, one for each index")
  func values() throws {
    let tree = reading.terms()
    let left = tree.terms[tree.roots[0]]
    let loss = try reading.value(bindings: bindings)
    _ = loss
    guard case .value(let value) = try reading.value(of: left, bindings: bindings) else {
      Issue.record("L has one value")
      return
    }
    #expect(value.double != nil)
    let entry = try #require(
      tree.terms.first {
        $0.expression.termKind == .entry && reading.name(of: $0.expression)?.spelling == "p"
      })
    guard case .overIndex("k", let values) = try reading.value(of: entry, bindings: bindings) else {
      Issue.record("p_k has a value for each k")
      return
    }
    var names = Names.course
    names.declare("u", .vector(.classes))
    for (k, value) in values.enumerated() {
      let alone = try Formula("p_{\(k + 1)}").value(names: names, bindings: bindings)
      #expect(value == alone)
    }
    #expect(values.count == 3)
  }

  @Test("a term says what its name is")
  func meanings() throws {
    let tree = reading.terms()
    #expect(reading.meaning(of: tree.terms[tree.roots[0]].expression) == .loss)
    let kinds = Set(tree.terms.map(\.expression.termKind))
    #expect(kinds == [.name, .terms, .sum, .product, .entry, .function])
    for (latex, meaning) in [("H(P)", NameMeaning.entropy), ("H(P, p)", .crossEntropy)] {
      let reading = Reading(Formula(latex), names: .course)
      let tree = reading.terms()
      #expect(reading.meaning(of: tree.terms[tree.roots[0]].expression) == meaning)
    }
  }
}
