import Lessons
import TextGrid

extension Model {
  mutating func startTyping(_ text: String) {
    typing = Typing(line: TextLine(text), refusal: nil)
  }

  /// Whether a key pressed in the editor is the start of a number: a digit, a sign, a point, a
  /// paste, or Backspace, which takes the old number up.
  mutating func startsField(_ key: Key) -> Bool {
    guard case .editor(let field) = focus else { return false }
    switch key {
    case .character(let character) where NumberEntry.isStart(character):
      startTyping(String(character))
    case .paste(let text):
      startTyping("")
      _ = typing?.line.edit(with: .paste(text))
    case .backspace:
      startTyping(String(value(of: field).description.dropLast()))
    default: return false
    }
    return true
  }

  /// Keys of a started field: every printable key goes into it until Enter, Tab or Esc.
  ///
  /// nil for keys that the key table handles.
  mutating func typed(_ key: Key) -> [Effect]? {
    guard var typing, KeyTable.binding(for: key, in: LessonScreen.typing) == nil else { return nil }
    if typing.line.edit(with: key) { typing.refusal = nil }
    self.typing = typing
    return []
  }

  /// Reads the text as a number into the field; on a refusal the text stays, with the reason.
  @discardableResult
  mutating func takeTyped() -> Bool {
    guard case .editor(let field) = focus, let text = typing?.line.text else { return false }
    switch NumberEntry.parse(text, allowsInfinity: field.allowsInfinity) {
    case .success(let value):
      guard set(field, to: value, run: nil) else { return false }
      typing = nil
      return true
    case .failure(let refusal):
      let sentence = words.sentence(refusal)
      typing?.refusal = sentence
      return false
    }
  }
}

extension Model.Field {
  /// A score of −∞ masks its class, a temperature of ∞ is the uniform distribution.
  var allowsInfinity: Bool {
    switch self {
    case .logit, .temperature: return true
    case .target, .reference: return false
    }
  }
}
