import Lessons
import Meaning
import Notation
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

  /// The line as it is typed: typeset, and its value or what is wrong.
  var playgroundReading: PlaygroundReading? {
    guard let text = playground?.text, text.contains(where: { $0 != " " }) else { return nil }
    let typed = TypedFormula(text, names: names)
    let outcome: Result<Value, FormulaDiagnostic>
    do throws(FormulaDiagnostic) {
      outcome = .success(try typed.reading().value(bindings: bindings))
    } catch {
      outcome = .failure(typed.placed(error))
    }
    return PlaygroundReading(formula: typed.formula, outcome: outcome, source: text)
  }
}
