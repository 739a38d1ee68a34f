public import Notation

extension Formula {
  /// The formula with the learner's numbers in place of its names, to be typeset like any other.
  ///
  /// - Throws: the first thing that is wrong with it, as `value` does.
  public func substituted(
    names: Names, bindings: Bindings, decimals: Int
  ) throws(FormulaDiagnostic) -> Notation {
    let reading = Reading(self, names: names)
    if let error = reading.diagnostics[0].first(where: { $0.severity == .error }) { throw error }
    return reading.substituted(bindings: bindings, decimals: decimals)
  }
}

extension Reading {
  /// One of the formulas with numbers in place of names. A side that has no value stays as it is.
  ///
  /// Values keep the colour of the name they stand for: they are `.colored(name: "p", …)`.
  public func substituted(formula: Int = 0, bindings: Bindings, decimals: Int) -> Notation {
    substitution(formula: formula, bindings: bindings).written(decimals: decimals)
  }

  /// The same for any number of digits: what stands in it is computed here, once.
  public func substitution(formula: Int = 0, bindings: Bindings) -> Substitution {
    let evaluator = Evaluator(names: names, bindings: bindings)
    let source = formulas[formula].notation
    let sides = chains.flatMap(\.sides).filter { $0.formula == formula }
    return Substitution(
      source: source,
      sides: sides.compactMap { side in
        guard let expression = side.expression, !side.items.isEmpty else { return nil }
        let answers = SubstitutionAnswers(evaluator)
        let writer = Substituter(answers: answers, notation: source, decimals: 0)
        _ = try? writer.write(expression)
        return Substitution.Side(
          expression: expression, items: side.items, answers: answers.recorded)
      })
  }
}

/// A formula whose names have values: to be written with as many digits as are asked for.
public struct Substitution: Sendable {
  struct Side: Sendable {
    var expression: Expression
    var items: [Notation.NodeID]
    var answers: [SubstitutionAnswers.Answer]
  }

  let source: Notation
  let sides: [Side]

  public func written(decimals: Int) -> Notation {
    var replacements: [Notation.NodeID: Notation?] = [:]
    for side in sides {
      let writer = Substituter(
        answers: SubstitutionAnswers(side.answers), notation: source, decimals: decimals)
      guard let piece = try? writer.write(side.expression) else { continue }
      for item in side.items { replacements[item] = .some(nil) }
      replacements[side.items[0]] = piece.notation
    }
    return Self.replacing(source, replacements).renumbered()
  }

  private static func replacing(
    _ notation: Notation, _ replacements: [Notation.NodeID: Notation?]
  ) -> Notation {
    if let replacement = replacements[notation.id] {
      return replacement ?? NotationMaker.node(.row([]))
    }
    switch notation.kind {
    case .row(let items):
      var copy = notation
      // What took several items is one row now.
      copy.kind = .row(
        items.compactMap { item in
          if let replacement = replacements[item.id] { return replacement }
          return replacing(item, replacements)
        })
      return copy
    case .aligned, .gathered: return notation.mapChildren { replacing($0, replacements) }
    default: return notation
    }
  }
}
