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
    abstract: "Compute the whole chain, from softmax to gradient, for LOGITS.",
    discussion: """
      LOGITS is a list such as 2,1,0 or -1,0,1; “-” reads it from standard input. -inf masks a \
      class. In JSON, infinities are the strings "inf" and "-inf"; without --target the four keys \
      that need one are null, and so is what has no value.
      """)

  @Argument(
    help: ArgumentHelp("The scores, one a class.", valueName: "logits"),
    transform: TypedWord.asTyped)
  var logits: [String]

  @Option(
    help: ArgumentHelp(
      "The true class, counted from 1, or a probability for each class.", valueName: "class|list"),
    transform: TypedWord.asTyped)
  var target: String?

  @Option(
    help: ArgumentHelp("T in softmax(z/T), 0 to inf.", valueName: "T"),
    transform: TypedWord.asTyped)
  var temperature = "1"

  @Option(help: "nats, bits or hartleys.")
  var unit = InformationUnit.nats

  @Flag(help: "Print one JSON object, with every digit.")
  var json = false

  @Flag(
    help: "Give the Jacobian however large it is; otherwise up to 64 classes.")
  var jacobian = false

  @Option(help: ArgumentHelp("Digits after the point in the table, 0 to 10.", valueName: "n"))
  var decimals = 4

  @Flag(help: "Use ASCII characters only in the table.")
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
      throw .file(FileFailure(.read, "standard input", code: errno))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.joined(separator: " ")
  }
}
