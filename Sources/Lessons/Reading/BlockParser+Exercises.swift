import Notation
import Yams

extension BlockParser {
  private enum ExerciseKey: String, CaseIterable { case ask, answer, mistakes, hints }

  /// A ```predict, ```choose, ```tune or ```derive block.
  mutating func readExercise(_ kind: Exercise.Kind, _ lines: Range<Int>) {
    let opening = SourceText.Place(line: lines.lowerBound - 1, byte: 0)
    var yaml = YAMLMapping(lines, of: source, owner: "a \(kind.rawValue) block")
    if !yaml.fields.isEmpty {
      yaml.allow(ExerciseKey.allCases.map(\.rawValue), in: "a \(kind.rawValue) block")
    }
    diagnostics += yaml.diagnostics
    guard !yaml.fields.isEmpty else { return }
    for key in [ExerciseKey.ask, .answer] where yaml.field(key.rawValue) == nil {
      report("a \(kind.rawValue) block needs \(key.rawValue):", at: opening)
    }
    var exercise = Exercise(kind: kind, line: lines.lowerBound)
    if let ask = yaml.field(ExerciseKey.ask.rawValue) { exercise.ask = words(ask.node, yaml) }
    if let answer = yaml.field(ExerciseKey.answer.rawValue) {
      exercise.answer = answerText(answer.node, yaml)
    }
    exercise.hints = items(ExerciseKey.hints, yaml).map { words($0, yaml) }
    exercise.mistakes = items(ExerciseKey.mistakes, yaml).compactMap { mistake($0, yaml) }
    add(.exercise(exercise))
  }

  private mutating func items(_ key: ExerciseKey, _ yaml: YAMLMapping) -> [Node] {
    guard let field = yaml.field(key.rawValue) else { return [] }
    guard case .sequence(let sequence) = field.node else {
      report("\(key.rawValue) must be a list, each item after -", at: yaml.place(of: field.node))
      return []
    }
    return Array(sequence)
  }

  private mutating func mistake(_ node: Node, _ parent: YAMLMapping) -> Exercise.Mistake? {
    guard var yaml = YAMLMapping(node, in: parent) else {
      report("a mistake is made of value: and say:", at: parent.place(of: node))
      return nil
    }
    // The parent has looked for control characters in here already.
    yaml.diagnostics = []
    yaml.allow(["value", "say"], in: "a mistake")
    diagnostics += yaml.diagnostics
    guard let value = yaml.field("value"), let say = yaml.field("say") else {
      report("a mistake needs value: and say:", at: parent.place(of: node))
      return nil
    }
    return Exercise.Mistake(
      value: answerText(value.node, yaml) ?? Located("", line: 1, column: 1),
      say: words(say.node, yaml))
  }

  /// A value as it was written: what it means depends on the kind of exercise.
  private mutating func answerText(_ node: Node, _ yaml: YAMLMapping) -> Located<String>? {
    guard let text = yaml.mapped(node) else {
      report("this must be one line of text", at: yaml.place(of: node))
      return nil
    }
    return Located(text, in: source)
  }

  /// Text of an exercise, in the Markdown of paragraphs.
  private mutating func words(_ node: Node, _ yaml: YAMLMapping) -> [Inline] {
    guard let text = yaml.mapped(node), !text.isEmpty else {
      report("this must be text", at: yaml.place(of: node))
      return []
    }
    var paragraph = MappedText()
    var offset = 0
    for piece in text.bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if piece.isEmpty { report("the words are one paragraph", at: text.place(of: offset)) }
      let line = String(decoding: piece, as: UTF8.self).withoutControls
      if paragraph.isEmpty {
        paragraph.append(line, at: text.place(of: offset))
      } else {
        paragraph.appendLine(line, at: text.place(of: offset))
      }
      offset += piece.count + 1
    }
    return inlines(paragraph)
  }
}
