import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// What a learner's own line means: the formula typeset, and its value or what is wrong.
struct PlaygroundReading: Sendable {
  var picture: Picture
  var outcome: Result<Value, FormulaDiagnostic>
  /// The places of a diagnostic belong to this text.
  var source: String
}

extension SnapshotMaker {
  /// The line as it is typed: typeset, and its value or what is wrong; nil for a blank line.
  mutating func reading(ofTyped text: String, _ request: SnapshotRequest) -> PlaygroundReading? {
    guard text.contains(where: { $0 != " " }) else { return nil }
    let key = TypedKey(
      text: text, lesson: request.place.lesson, numbers: request.ownNumbers, width: request.width,
      tier: request.tier)
    if let known = typed[key] { return known }
    let names = names(of: request.place.lesson, in: request.course)
    let formula = TypedFormula(text, names: names)
    let outcome: Result<Value, FormulaDiagnostic>
    do throws(FormulaDiagnostic) {
      outcome = .success(try formula.reading().value(bindings: request.ownNumbers.bindings))
    } catch {
      outcome = .failure(formula.placed(error))
    }
    work.count(.read)
    work.count(.evaluated)
    let made = PlaygroundReading(
      picture: pictures.picture(
        of: .formula(formula.formula), width: request.width - 2, request.tier, &work),
      outcome: outcome, source: text)
    typed.keep(made, for: key)
    return made
  }
}

/// What the reading of a typed line is made from.
struct TypedKey: Hashable {
  var text: String
  var lesson: Int
  var numbers: Example
  var width: Int
  var tier: GlyphTier
}
