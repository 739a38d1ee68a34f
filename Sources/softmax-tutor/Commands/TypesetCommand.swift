import ArgumentParser
import Notation
import TextGrid
import Typesetting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `typeset LATEX`: a formula as the lessons show it.
struct TypesetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "typeset",
    abstract: HelpText.typeset.text,
    discussion: HelpText.aboutTypeset.text)

  @Argument(
    help: ArgumentHelp(.latex, valueName: "latex"),
    transform: TypedWord.asTyped)
  var latex: [String]

  @Option(help: ArgumentHelp(.formulaColumns, valueName: "n"))
  var width: Int?

  @Flag(help: .says(.asciiOnly))
  var ascii = false

  func run() throws {
    if let width, width < 1 {
      throw Failure.outOfRange(
        option: "--width", text: String(width), range: .columns)
    }
    let isFine = latex == ["-"] ? try printLines() : try print(TypedWord.joined(latex))
    if !isFine { throw ExitCode(ExitStatus.badLesson.rawValue) }
  }

  private func printLines() throws -> Bool {
    guard let bytes = FileBytes.readAll(STDIN_FILENO) else {
      throw Failure.file(FileFailure(.read, FileFailure.standardInput, code: errno))
    }
    var isFine = true
    var isFirst = true
    // Windows ends lines with \r\n, which is one character.
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
      let isPrinted = try print(String(line), line: index + 1, after: isFirst ? "" : "\n")
      isFine = isPrinted && isFine
      isFirst = isFirst && !isPrinted
    }
    return isFine
  }

  /// - Returns: whether there was nothing wrong with it.
  private func print(_ source: String, line: Int? = nil, after gap: String = "") throws -> Bool {
    let formula = Formula(source)
    func complain(_ diagnostic: FormulaDiagnostic) {
      let place = line.map {
        "\(FileFailure.standardInput):\($0):\(diagnostic.column(in: source)): "
      }
      Output.complain(diagnostic, in: source, at: place ?? "")
    }
    formula.diagnostics.forEach(complain)
    guard !formula.hasErrors else { return false }
    let tier = ascii ? GlyphTier.ascii : EnvironmentLocale.glyphTier()
    let picture = formula.picture(
      TypesettingOptions(tier: tier, width: width ?? TextWidth.current()))
    try Output.write(gap + picture.lines.map { $0.trimmingBlanks + "\n" }.joined())
    guard let width, let overflow = formula.overflow(of: picture, beyond: width) else {
      return true
    }
    complain(overflow)
    return false
  }
}

extension FormulaDiagnostic {
  /// From 1, in characters.
  fileprivate func column(in source: String) -> Int {
    String(decoding: source.utf8.prefix(range.lowerBound), as: UTF8.self).count + 1
  }
}
