import Lessons
import Meaning
import Notation
import TextGrid

extension Model {
  /// The numbers of this step as formulas see them.
  var bindings: Bindings { effectiveExample.bindings }

  /// A computed number in a sentence, in the colour of the name it starts with. What has no value
  /// here (text that a check would refuse) is shown as `?` with its reason.
  func liveValue(_ formula: Formula) -> StyledRun {
    let text = liveText { () throws(FormulaDiagnostic) in
      try readings.value(of: formula, bindings: bindings)
    }
    return StyledRun(plain(text), style: Style(role(of: formula), .bold), isUnbreakable: true)
  }

  /// A value as a sentence shows it.
  func liveText(_ value: () throws(FormulaDiagnostic) -> Value?) -> String {
    do throws(FormulaDiagnostic) {
      switch try value() {
      case .scalar(let number):
        return formatted(number.settled, decimals: example.decimals, tier: tier)
      case .vector(let entries), .row(let entries):
        let texts = entries.map { formatted($0.settled, decimals: example.decimals, tier: tier) }
        return "[" + texts.joined(separator: ", ") + "]"
      case .matrix, .truth, nil:
        return "?"
      }
    } catch {
      return "? (\(error.message))"
    }
  }

  private func role(of formula: Formula) -> Role {
    let name = formula.source.drop { !$0.isLetter }.prefix { $0.isLetter }
    return Self.symbolRoles[String(name)] ?? .body
  }
}
