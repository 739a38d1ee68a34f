import ArgumentParser
import Foundation

extension SoftmaxTutor {
  /// The one place where an error becomes text and an exit status.
  static func exit(reporting error: any Error) -> Never {
    let status: ExitStatus
    if let failure = error as? Failure {
      Output.complain(failure.description)
      status = failure.status
    } else if exitCode(for: error) == .success {
      // `--help` and `--version` are answers.
      do {
        try Output.writeLine(message(for: error))
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
    Foundation.exit(status.rawValue)
  }

  /// ArgumentParser's sentence on one line, with where to look if it names nothing near.
  private static func usageSentence(for error: any Error) -> String {
    let lines = fullMessage(for: error).split(separator: "\n")
    var sentence = String(lines.first ?? "")
    if sentence.hasPrefix("Error: ") { sentence.removeFirst("Error: ".count) }
    sentence = sentence.replacing("−", with: "-")
    if !sentence.hasSuffix(".") && !sentence.hasSuffix("?") { sentence += "." }
    let pointer = lines.last { $0.contains("--help") }?.split(separator: "'")
    let saysWhatToDo = sentence.contains("Did you mean") || sentence.contains("Please")
    if !saysWhatToDo, let pointer, pointer.count > 1 {
      sentence += " “\(pointer[1])” shows what there is."
    }
    return sentence
  }
}
