import Lessons
import Notation

/// A formula of a lesson that claims something, with the place where it stands.
struct FormulaPlace: Hashable {
  enum Use: String, Hashable, CaseIterable {
    case definition, display, inline, condition, answer
  }

  var use: Use
  var formula: Formula
  /// In the file, from 1; the column in characters.
  var line: Int
  var column: Int
  /// Of the lesson's steps; nil in the front matter.
  var step: Int?

  /// The formulas of a lesson in the order of the file.
  ///
  /// A number in the text, `{p_1}`, and what a panel shows are left out: they stand for themselves
  /// and claim nothing that a change could make false.
  static func all(in lesson: Lesson) -> [FormulaPlace] {
    var places = lesson.definitions.map {
      FormulaPlace(
        use: .definition, formula: Formula($0.value), line: $0.line, column: $0.column)
    }
    for (number, step) in lesson.steps.enumerated() {
      func add(_ use: Use, _ formula: Formula, _ line: Int, _ column: Int) {
        places.append(
          FormulaPlace(use: use, formula: formula, line: line, column: column, step: number))
      }
      func add(_ use: Use, _ formula: Located<Formula>) {
        add(use, formula.value, formula.line, formula.column)
      }
      if let condition = step.condition { add(.condition, condition) }
      for block in step.blocks {
        switch block {
        case .formula(let display) where !display.isNotationOnly:
          add(.display, display.formula, display.line, 1)
        case .formula, .code, .live: break
        case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines):
          inlines.claims.forEach { add(.inline, $0) }
        case .note(let title, let body):
          (title + body.flatMap { $0 }).claims.forEach { add(.inline, $0) }
        case .list(_, let items): items.flatMap(\.claims).forEach { add(.inline, $0) }
        case .exercise(let exercise):
          let words =
            exercise.ask + exercise.mistakes.flatMap(\.say) + exercise.hints.flatMap { $0 }
          words.claims.forEach { add(.inline, $0) }
          guard exercise.kind == .predict, let answer = exercise.answer else { break }
          add(.answer, Formula(answer.value), answer.line, answer.column)
        }
      }
    }
    return places
  }
}

extension [Inline] {
  /// The formulas in the text that have a relation.
  fileprivate var claims: [Located<Formula>] {
    flatMap { inline -> [Located<Formula>] in
      switch inline {
      case .text, .code, .value: []
      case .emphasis(let inside), .strong(let inside), .link(let inside, _): inside.claims
      case .formula(let formula):
        formula.value.notation.members.contains(where: \.isRelation) ? [formula] : []
      }
    }
  }
}
