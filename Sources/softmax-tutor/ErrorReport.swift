import ArgumentParser
import Lessons

extension SoftmaxTutor {
  /// The one place where an error becomes text and an exit status.
  static func exit(reporting error: any Error) -> Never {
    let status: ExitStatus
    if let failure = error as? Failure {
      if case .badLesson(let fault) = failure {
        Output.complain(fault)
      } else {
        Output.complain(failure.description)
      }
      status = failure.status
    } else if let code = error as? ExitCode {
      // What was wrong stands in the answer.
      endProgram(code.rawValue)
    } else if exitCode(for: error) == .success {
      // `--help` and `--version` are answers.
      do {
        // Many lines, and all of them our own: nothing of a file or of the command line is in them.
        try Output.write(answer(for: error) + "\n")
        status = .success
      } catch {
        Output.complain(error.description)
        status = error.status
      }
    } else if exitCode(for: error) == .validationFailure {
      Output.complain(usageSentence(for: error))
      status = .usage
    } else {
      Output.complain(message(for: error))
      status = .failure
    }
    endProgram(status.rawValue)
  }

  /// The help of the program is the tutor's, which lists the commands; else what was asked for.
  private static func answer(for error: any Error) -> String {
    let answer = message(for: error)
    return answer == helpMessage() ? helpMessage(for: OpenCommand.self) : answer
  }

  /// ArgumentParser's sentence on one line, with where to look if it names nothing near.
  static func usageSentence(for error: any Error) -> String {
    let lines = fullMessage(for: error).split(separator: "\n")
    var sentence = String(lines.first ?? "")
    if sentence.hasPrefix("Error: ") { sentence.removeFirst("Error: ".count) }
    sentence = TypedWord.asTyped(sentence)
    if !sentence.hasSuffix(".") && !sentence.hasSuffix("?") { sentence += "." }
    // `See 'softmax-tutor compute --help' for more information.`
    let pointer = lines.last { $0.contains("--help") }
    let command = pointer?.split(separator: "'").dropFirst().first.map(String.init) ?? ""
    if !command.isEmpty, let flag = nearestFlag(to: sentence, in: command) {
      let end =
        sentence.firstRange(of: ". ")?.lowerBound ?? sentence.index(before: sentence.endIndex)
      return sentence[..<end] + CommandWords.of(.ofCommands)(.didYouMean, flag)
    }
    let saysWhatToDo = sentence.contains("Did you mean") || sentence.contains("Please")
    return saysWhatToDo || command.isEmpty
      ? sentence
      : sentence
        + CommandWords.of(.ofCommands)(
          .showsWhatThereIs, command.replacing(" open ", with: " "))
  }

  /// ArgumentParser suggests a flag a few letters away; this one first what a beginning belongs to:
  /// `--temp` is `--temperature`, not `--theme`.
  private static func nearestFlag(to sentence: String, in command: String) -> String? {
    guard sentence.hasPrefix("Unknown option '--") else { return nil }
    let wanted = sentence.split(separator: "'").dropFirst().first.map(String.init) ?? ""
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let help = helpText(of: words)
    let flags = help.split { $0.isWhitespace || "[],".contains($0) }.map(String.init)
      .filter { $0.hasPrefix("--") }
    let begun = Set(flags.filter { wanted.count >= 5 && $0.hasPrefix(wanted) })
    return begun.count == 1 ? begun.first : nearestName(to: wanted, among: Set(flags).sorted())
  }

  static func helpText(of words: [String]) -> String {
    do {
      var help = try parseAsRoot(words)
      try help.run()
      return ""
    } catch { return message(for: error) }
  }
}
