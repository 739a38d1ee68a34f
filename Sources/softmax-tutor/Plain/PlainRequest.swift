import SoftmaxCore

/// What a person asks for at the prompt of the plain mode.
enum PlainRequest: Hashable {
  case next, previous, again, nextLesson, previousLesson
  case step(Int)
  /// A lesson by slug or number, perhaps with a step.
  case open(String)
  case list, steps, numbers
  case change(ExampleChange)
  /// One score, counted from 1.
  case score(class: Int, text: String)
  case cycleUnit
  case undo, redo, reset, figures
  case command, help, quit
  case unknown(String)
}

extension PlainRequest {
  /// Reads one line: a word, perhaps with values. `z 2 1 0`, `z1 = 3`, `target 2`, `unit bits`.
  init(_ line: String) {
    let typed = line.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let word = typed.first?.lowercased() else {
      self = .next
      return
    }
    let values = typed.dropFirst().joined(separator: " ")
    if typed.count == 1 {
      if let number = Int(word) {
        self = .step(number)
        return
      }
      if let plain = Self.words[word] {
        self = plain
        return
      }
    }
    self = Self.setting(word, values) ?? .unknown(line)
  }

  private static func setting(_ word: String, _ values: String) -> PlainRequest? {
    guard !values.isEmpty else { return nil }
    switch word {
    case "z", "logits", "scores": return .change(ExampleChange(logits: values))
    case "y", "target": return .change(ExampleChange(target: values))
    case "reference", "p": return .change(ExampleChange(reference: values))
    case "t", "temperature": return .change(ExampleChange(temperature: values))
    case "unit": return .change(ExampleChange(unit: .init(rawValue: values.lowercased())))
    case "decimals": return Int(values).map { .change(ExampleChange(decimals: $0)) }
    case "i": return Int(values).map { .change(ExampleChange(i: $0)) }
    case "j": return Int(values).map { .change(ExampleChange(j: $0)) }
    case "lesson", "open": return .open(values)
    case "step": return Int(values).map { .step($0) }
    default:
      guard word.hasPrefix("z"), let number = Int(word.dropFirst()) else { return nil }
      return .score(class: number, text: values)
    }
  }

  private static let words: [String: PlainRequest] = [
    "n": .next, "next": .next, "p": .previous, "previous": .previous, "back": .previous,
    "]": .nextLesson, "[": .previousLesson, "again": .again, "list": .list, "m": .list,
    "steps": .steps, "numbers": .numbers, "e": .numbers, "b": .cycleUnit, "unit": .cycleUnit,
    "u": .undo, "undo": .undo, "y": .redo, "redo": .redo, "r": .reset, "reset": .reset,
    "o": .figures, "figures": .figures, "c": .command, "command": .command,
    "?": .help, "h": .help, "help": .help, "q": .quit, "quit": .quit, "exit": .quit,
  ]
}
