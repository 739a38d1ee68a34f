import Foundation

/// A script of the repository, run on the program that the tests are about.
struct Script {
  let name: String
  var home: TemporaryFolder
  var environment: [String: String] = [:]

  init(_ name: String) throws {
    self.name = name
    home = try TemporaryFolder()
  }

  /// Where the program is that `--from` is to take.
  static let build = URL(filePath: Tutor.binary).deletingLastPathComponent().path

  func run(_ arguments: [String]) throws -> Tutor.Outcome {
    let path = Repository.root.appending(path: "scripts/" + name).path
    return try run(program: path, arguments)
  }

  /// Any program, in the same home.
  func run(program: String, _ arguments: [String]) throws -> Tutor.Outcome {
    let pinned = [
      "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    let (output, errors) = (home.file("out-\(UUID())"), home.file("err-\(UUID())"))
    defer { for file in [output, errors] { unlink(file) } }
    let status = try Spawn(
      program: program, arguments: arguments, environment: pinned.merging(environment) { $1 },
      folder: home.path, output: output, errors: errors
    ).run()
    return Tutor.Outcome(
      status: status, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
