import ArgumentParser
import CursesTerminal
import SoftmaxCore

@testable import softmax_tutor

/// What a command line means: the command, and every value that is not the default.
struct CommandMeaning {
  private var parts: [String]

  /// - Parameter line: words between spaces; `'…'` holds a word with spaces, or none.
  static func of(_ line: String) -> String {
    do {
      let command = try SoftmaxTutor.command(for: words(of: line))
      return CommandMeaning(command).parts.joined(separator: " ")
    } catch {
      let sentence = SoftmaxTutor.usageSentence(for: error)
      return SoftmaxTutor.exitCode(for: error) == .success ? "an answer" : "refused: " + sentence
    }
  }

  static func words(of line: String) -> [String] {
    var words: [String] = []
    for (number, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
    {
      if number % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words
  }

  private init(_ command: any ParsableCommand) {
    parts = []
    switch command {
    case let open as OpenCommand:
      parts = ["open"]
      add("", open.place)
      add(open.numbers.change)
      add(open.course.choice)
      add(open.screen.choice)
    case let list as ListCommand:
      parts = ["list"]
      add("", list.lesson)
      add(list.course.choice)
    case let print as PrintCommand:
      parts = ["print"]
      add("", print.lesson)
      flag("all", print.all)
      add(print.numbers.change)
      add(print.course.choice)
      flag("ascii", print.ascii)
      add("width", print.width)
    case let compute as ComputeCommand:
      parts = ["compute", "‹\(compute.logits.joined(separator: " "))›"]
      add("target", compute.target)
      add("temperature", compute.temperature == "1" ? nil : compute.temperature)
      add("unit", compute.unit == .nats ? nil : compute.unit.rawValue)
      flag("json", compute.json)
      flag("jacobian", compute.jacobian)
      add("decimals", compute.decimals == 4 ? nil : compute.decimals)
      flag("ascii", compute.ascii)
    case let eval as EvalCommand:
      parts = ["eval", "‹\(eval.formula.joined(separator: " "))›"]
      add(eval.numbers.change)
      flag("ascii", eval.ascii)
    case let typeset as TypesetCommand:
      parts = ["typeset", "‹\(typeset.latex.joined(separator: " "))›"]
      add("width", typeset.width)
      flag("ascii", typeset.ascii)
    case let check as CheckCommand:
      parts = ["check"]
      add("", check.path)
      flag("json", check.json)
      add("seed", check.seed == 2026 ? nil : check.seed)
      add("examples", check.examples == 200 ? nil : check.examples)
    case is ProgressCommand.Path: parts = ["progress path"]
    case let export as ProgressCommand.Export:
      parts = ["progress export"]
      add("", export.target)
    case let source as ProgressCommand.Import: parts = ["progress import", source.source]
    case is ProgressCommand.Reset: parts = ["progress reset"]
    default: parts = ["an answer"]
    }
  }

  private mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
    if let value { parts.append(name.isEmpty ? value.description : "\(name)=\(value)") }
  }

  private mutating func flag(_ name: String, _ isOn: Bool) {
    if isOn { parts.append(name) }
  }

  private mutating func add(_ change: ExampleChange) {
    add("logits", change.logits)
    add("target", change.target)
    add("reference", change.reference)
    add("temperature", change.temperature)
    add("unit", change.unit?.rawValue)
    add("decimals", change.decimals)
    add("i", change.i)
    add("j", change.j)
    add("given", change.given)
  }

  private mutating func add(_ course: CourseChoice) {
    add("lang", course.language)
    add("lessons", course.folder)
  }

  private mutating func add(_ screen: ScreenChoice) {
    flag("plain", screen.plain)
    flag("ascii", screen.ascii)
    add("ambiguous-width", screen.ambiguousWidth)
    add("theme", screen.theme?.rawValue)
    add("color", screen.color?.rawValue)
    flag("mouse", screen.mouse)
    flag("no-save", screen.noSave)
  }
}
