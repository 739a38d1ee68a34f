import ArgumentParser
import TutorApp

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `progress`: where progress is kept, and moving it.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: HelpText.progress.text,
    subcommands: [Path.self, Export.self, Import.self, Reset.self], defaultSubcommand: Path.self)

  static var file: ProgressFile { ProgressFile(path: Directories().progressFile) }

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: HelpText.progressPath.text)

    func run() throws { try Output.writeLine(file.path) }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: HelpText.progressExport.text)

    @Argument(
      help: ArgumentHelp(.exportFile, valueName: "file"),
      transform: TypedWord.asTyped)
    var target: String?

    func run() throws {
      let file = ProgressCommand.file
      let progress = try file.usable()
      let bytes = ProgressFile.encode(progress)
      guard let target, target != "-" else {
        return try Output.write(String(decoding: bytes, as: UTF8.self))
      }
      do { try FileBytes.replace(target, with: bytes) } catch { throw Failure.file(error) }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: HelpText.progressImport.text)

    @Argument(
      help: ArgumentHelp(.importFile, valueName: "file"),
      transform: TypedWord.asTyped)
    var source: String

    func run() throws {
      let progress = try ProgressFile(path: source).usable()
      let file = ProgressCommand.file
      do { try file.merge(progress) } catch { throw Failure.file(error) }
      try Output.writeLine(
        CommandWords.of(.ofCommands)(.imported, progress.lesson, "\(progress.step)"))
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: HelpText.progressReset.text)

    func run() throws {
      let file = ProgressCommand.file
      do {
        guard try FileBytes.read(file.path) != nil else {
          return try Output.writeLine(CommandWords.of(.ofCommands)(.nothingToReset))
        }
        try Output.writeLine(
          CommandWords.of(.ofCommands)(.begunAnew, try file.setAside()))
      } catch let error as FileFailure { throw Failure.file(error) }
    }
  }
}

extension ProgressFile {
  /// What the file holds, or the reason why it holds nothing to use.
  fileprivate func usable() throws(Failure) -> Progress {
    let content: Content
    do {
      content = path == "-" ? try Self.fromStandardInput() : try read()
    } catch { throw .file(error) }
    switch content {
    case .progress(let progress): return progress
    case .none: throw .file(FileFailure(.read, path, code: ENOENT))
    case .unusable(let fault): throw .notProgress(path, reason: fault.description)
    }
  }

  private static func fromStandardInput() throws(FileFailure) -> Content {
    guard let bytes = FileBytes.readAll(STDIN_FILENO) else {
      throw FileFailure(.read, FileFailure.standardInput, code: errno)
    }
    return decode(bytes)
  }
}
