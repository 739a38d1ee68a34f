import ArgumentParser
import SoftmaxCore
import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `compute LOGITS`: the whole chain for one vector, as a table or as JSON.
struct ComputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: HelpText.compute.text,
    discussion: HelpText.aboutCompute.text)

  @Argument(
    help: ArgumentHelp(.scores, valueName: "logits"),
    transform: TypedWord.asTyped)
  var logits: [String]

  @Option(
    help: ArgumentHelp(
      .trueClass, valueName: "class|list"),
    transform: TypedWord.asTyped)
  var target: String?

  @Option(
    help: ArgumentHelp(.temperature, valueName: "T"),
    transform: TypedWord.asTyped)
  var temperature = "1"

  @Option(help: .says(.units))
  var unit = InformationUnit.nats

  @Flag(help: .says(.everyDigit))
  var json = false

  @Flag(
    help: .says(.jacobian))
  var jacobian = false

  @Option(help: ArgumentHelp(.tableDecimals, valueName: "n"))
  var decimals = 4

  @Flag(help: .says(.tableInASCII))
  var ascii = false

  func run() throws {
    try ExampleValues.checkDecimals(decimals)
    let text = logits == ["-"] ? try standardInput() : TypedWord.joined(logits)
    let scores = try ExampleValues.logits(text, for: "LOGITS")
    guard scores.count <= Computation.mostLogits else {
      throw Failure.tooManyLogits(count: scores.count, most: Computation.mostLogits)
    }
    guard !jacobian || scores.count <= Computation.mostJacobianRows else {
      throw Failure.jacobianTooLarge(count: scores.count, most: Computation.mostJacobianRows)
    }
    let computation = try Computation(
      logits: scores,
      target: target.map { text throws(Failure) in
        try ExampleValues.target(text, classes: scores.count, for: "--target")
      },
      temperature: ExampleValues.temperature(temperature), unit: unit,
      wantsJacobian: jacobian ? true : nil)
    let tier = ascii ? .ascii : EnvironmentLocale.glyphTier()
    try Output.write(
      json ? computation.json : computation.table(decimals: decimals, tier: tier))
  }

  private func standardInput() throws(Failure) -> String {
    guard let bytes = FileBytes.readAll(STDIN_FILENO) else {
      throw .file(FileFailure(.read, FileFailure.standardInput, code: errno))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.joined(separator: " ")
  }
}
