extension BlockParser {
  private enum ExerciseKey: String, CaseIterable { case ask, answer, mistakes, hints }

  /// A ```predict, ```choose, ```tune or ```derive block.
  mutating func readExercise(_ kind: Exercise.Kind, _ lines: Range<Int>) {
    let opening = SourceText.Place(line: lines.lowerBound - 1, byte: 0)
    var yaml = YAMLMapping(lines, of: source, owner: .exercise(kind))
    if !yaml.fields.isEmpty {
      yaml.allow(ExerciseKey.allCases.map(\.rawValue), in: .exercise(kind))
    }
    diagnostics += yaml.diagnostics
    guard !yaml.fields.isEmpty else { return }
    for key in [ExerciseKey.ask, .answer] where yaml.field(key.rawValue) == nil {
      report(.exerciseNeeds(kind.rawValue, key: key.rawValue), at: opening)
    }
    var exercise = Exercise(kind: kind, line: lines.lowerBound)
    if let ask = yaml.field(ExerciseKey.ask.rawValue) { exercise.ask = words(ask.value) }
    if let answer = yaml.field(ExerciseKey.answer.rawValue) {
      exercise.answer = answerText(answer.value)
    }
    exercise.hints = items(ExerciseKey.hints, yaml).map { words($0) }
    exercise.mistakes = items(ExerciseKey.mistakes, yaml).compactMap { mistake($0, yaml) }
    add(.exercise(exercise))
  }

  private mutating func items(_ key: ExerciseKey, _ yaml: YAMLMapping) -> [YAMLNode] {
    guard let field = yaml.field(key.rawValue) else { return [] }
    guard case .sequence(let items) = field.value.content else {
      report(.mustBeItems(key.rawValue), at: field.value.place)
      return []
    }
    return items
  }

  private mutating func mistake(_ node: YAMLNode, _ parent: YAMLMapping) -> Exercise.Mistake? {
    guard var yaml = YAMLMapping(node, in: parent) else {
      report(.mistakeParts, at: node.place)
      return nil
    }
    yaml.allow(["value", "say"], in: .mistake)
    diagnostics += yaml.diagnostics
    guard let value = yaml.field("value"), let say = yaml.field("say") else {
      report(.mistakeNeedsParts, at: node.place)
      return nil
    }
    guard let answer = answerText(value.value) else { return nil }
    return Exercise.Mistake(value: answer, say: words(say.value))
  }

  /// A value as it was written: what it means depends on the kind of exercise.
  private mutating func answerText(_ node: YAMLNode) -> Located<String>? {
    guard let text = node.text else {
      report(.oneLineOfText, at: node.place)
      return nil
    }
    return Located(text.withoutLastBreaks, in: source)
  }

  /// Text of an exercise, in the Markdown of paragraphs.
  private mutating func words(_ node: YAMLNode) -> [Inline] {
    guard let text = node.text?.withoutLastBreaks, !text.isEmpty else {
      report(.mustBeText, at: node.place)
      return []
    }
    var paragraph = MappedText()
    for line in text.lines {
      if line.isEmpty { report(.wordsOfOneParagraph, at: line.place(of: 0)) }
      if paragraph.isEmpty { paragraph.append(line) } else { paragraph.appendLine(line) }
    }
    return inlines(paragraph)
  }
}
