import Formulas
import Lessons
import TextGrid

/// What a learner's own line means: the formula to typeset, and its value or what is wrong.
struct PlaygroundReading {
  var formula: Formula
  var outcome: Result<Value, FormulaDiagnostic>
  /// The places of a diagnostic belong to this text.
  var source: String
}

extension Model {
  mutating func openPlayground() {
    playground = playground ?? TextLine()
    isPlaygroundOpen = true
    focus = .lesson
    scroll = 0
  }

  /// Keys of the open line: every printable key goes into it; nil for keys of the key table.
  mutating func typedInPlayground(_ key: Key) -> [Effect]? {
    guard mode == .playground, Binding.action(for: key, in: .playground) == nil,
      var line = playground, line.edit(with: key)
    else { return nil }
    playground = line
    return []
  }

  /// The line read as LaTeX where it has a backslash, else in the plain form
  /// (`sum_i p_i*(1-p_i)`); what the plain form does not know is tried as LaTeX.
  var playgroundReading: PlaygroundReading? {
    guard let text = playground?.text, text.contains(where: { $0 != " " }) else { return nil }
    if !text.contains("\\") {
      do throws(FormulaDiagnostic) {
        let plain = try PlainForm(text)
        return reading(plain.formula, source: text) { plain.placed($0) }
      } catch {
        let latex = reading(Formula(text), source: text) { $0 }
        if case .success = latex.outcome { return latex }
        return PlaygroundReading(formula: latex.formula, outcome: .failure(error), source: text)
      }
    }
    return reading(Formula(text), source: text) { $0 }
  }

  private func reading(
    _ formula: Formula, source: String, place: (FormulaDiagnostic) -> FormulaDiagnostic
  ) -> PlaygroundReading {
    do throws(FormulaDiagnostic) {
      let value = try formula.value(names: names, bindings: bindings)
      return PlaygroundReading(formula: formula, outcome: .success(value), source: source)
    } catch {
      return PlaygroundReading(
        formula: formula, outcome: .failure(place(error)), source: source)
    }
  }
}
