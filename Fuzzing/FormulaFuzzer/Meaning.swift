import Meaning
import Notation
import Typesetting

/// Reads, evaluates, judges, substitutes and inspects a formula with the course's names, and takes
/// it for a definition.
func checkMeaning(of formula: Formula) {
  let source = formula.source
  let reading = Reading(formula, names: .course)
  check(reading.diagnostics[0], of: source)
  _ = try? reading.value(bindings: numbers)
  if let judged = try? reading.judged(here: numbers) {
    for judgement in judged { precondition(judgement.range.upperBound <= source.utf8.count) }
  }
  _ = typeset(reading.substituted(bindings: numbers, decimals: 4))
  for (position, chain) in reading.chains.enumerated().prefix(4) {
    for side in chain.sides.indices.prefix(4) {
      _ = try? reading.centralDifference(chain: position, side: side, bindings: numbers)
    }
  }
  let tree = reading.terms()
  for (id, term) in tree.terms.enumerated().prefix(8) {
    _ = try? reading.value(of: term, bindings: numbers)
    precondition(tree.nodes(of: id).allSatisfy { formula.notation.node($0) != nil })
  }
  var names = Names.course
  check(names.define(source), of: source)
}

/// Numbers for every name of the course, with one certain class and an index of each kind.
private let numbers: Bindings = {
  var bindings = Bindings(unit: .bits, indices: ["i": 1, "j": 2, "t": 1])
  bindings["z"] = .vector([2, 1, 0])
  bindings["y"] = .vector([1, 0, 0])
  bindings["P"] = .vector([0.5, 0.25, 0.25])
  bindings["x"] = .vector([1, -1])
  bindings["X"] = .matrix([[1, 0], [0, 1]])
  bindings["T"] = .scalar(1)
  return bindings
}()
