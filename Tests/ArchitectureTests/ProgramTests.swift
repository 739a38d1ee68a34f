import Foundation
import Testing

/// What scripts and tests call is there, or is made sure of by who calls it.
@Suite("Programs that scripts and tests call")
struct ProgramTests {
  /// What is on every machine that the scripts are for, and who gives it.
  private static let given = [
    "POSIX": """
    awk basename cat chmod cp cut date diff dirname env find grep head id mkdir mv rm rmdir sed sh \
    sleep sort split stty tail tee touch tr uname xargs
    """,
    "Debian's essential packages and macOS": "bash clear du gzip mktemp tar",
    "Debian's essential packages, for what is Debian's alone": "dpkg md5sum sha256sum",
    "macOS, where sha256sum isn't": "shasum",
    "Swift, and what it asks for": "clang git strip swift swiftc",
  ]

  /// What a script asks for besides: its head says so, or it tries and goes on without.
  private static let asked: [String: Set<String>] = [
    "scripts/bare": ["chroot", "mount", "unshare"],
    "scripts/bench-formulas": ["python3"],
    "scripts/judge.py": ["python3"],
    "scripts/tools": ["sudo"],
  ]

  private static let everywhere = Set(
    given.values.flatMap { $0.split { $0.isWhitespace }.map(String.init) })

  private static let scripts: [String] =
    Architecture.names(in: Architecture.root.appending(path: "scripts")).map { "scripts/" + $0 }
    + [".ci/run", "Fuzzing/run"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Architecture.root.appending(path: path), encoding: .utf8)
  }

  /// What a script calls beyond what is given, and what it makes sure of, what it sources included.
  private static func needs(of path: String) throws -> (calls: Set<String>, ensured: Set<String>) {
    let text = try text(path)
    if text.hasPrefix("#!/usr/bin/env python3") { return (["python3"], []) }
    // It is given to a Python by a script, which has to see to that.
    if path.hasSuffix(".py") { return ([], []) }
    let sources = text.split(separator: "\n").compactMap { line -> String? in
      line.hasPrefix("# shellcheck source=") ? String(line.split(separator: "=")[1]) : nil
    }
    let own = ShellCommands(text)
    let sourced = try sources.map { ShellCommands(try Self.text($0)) }
    let functions = sourced.reduce(own.functions) { $0.union($1.functions) }
    let calls = own.programs.subtracting(functions).filter { !scripts.contains($0) }
    return (calls, sourced.reduce(own.ensured) { $0.union($1.ensured) })
  }

  @Test(
    "a script calls what is given, what it makes sure of, or what its head asks for",
    arguments: scripts)
  func script(path: String) throws {
    let (calls, ensured) = try Self.needs(of: path)
    let missing = calls.subtracting(Self.everywhere).subtracting(ensured)
      .subtracting(Self.asked[path] ?? [])
    #expect(missing == [], "nothing sees to it that \(path) finds these")
  }

  @Test("what scripts/run and scripts/test need is given or installed by them, all the way down")
  func forEveryone() throws {
    let everyone = ["scripts/run", "scripts/test", "scripts/build", "scripts/check-import"]
    #expect(Set(everyone).isDisjoint(with: Self.asked.keys))
    let (calls, ensured) = try Self.needs(of: "scripts/test")
    #expect(calls.isSuperset(of: ["swift"]))
    #expect(ensured.isSuperset(of: ["tmux", "swift", "dpkg-shlibdeps"]))
  }

  @Test("a test starts only programs that are given, that scripts/test installs, or asks for first")
  func tests() throws {
    let installed = try Self.needs(of: "scripts/test").ensured
    var found: Set<String> = []
    for source in Architecture.testSources where !source.path.hasSuffix("ProgramCallsTests.swift") {
      let calls = ProgramCalls(source.text)
      found.formUnion(calls.programs)
      let missing = calls.programs.subtracting(Self.everywhere).subtracting(installed)
        .subtracting(calls.ensured)
      #expect(missing == [], "nothing sees to it that \(source.path) finds these")
    }
    // It does look: these are called today.
    #expect(found.isSuperset(of: ["tmux", "bash", "stty", "head", "tar", "dpkg-deb", "sha256sum"]))
  }

  @Test("processes are started where the programs' names can be read off")
  func primitives() {
    let helpers: Set<String> = [
      "Tests/EndToEndTests/Support/Spawn.swift",
      "Tests/SoftmaxCoreTests/Arrays/AllocationTests.swift",
    ]
    let users = Architecture.testSources.filter { !ProgramCalls($0.text).primitives.isEmpty }
      .map(\.path).filter { !$0.hasPrefix("Tests/ArchitectureTests/Program") }
    #expect(Set(users).subtracting(helpers) == [])
    #expect(users.contains("Tests/EndToEndTests/Support/Spawn.swift"))
  }

  @Test("tests wait for what they expect, never for a time")
  func noFixedWaits() {
    let pauses = ["sleep(", "asyncAfter(", "RunLoop", "clock_nanosleep"]
    let users = Architecture.testSources.filter { source in
      pauses.contains(where: source.text.contains)
        || ProgramCalls(source.text).programs.contains("sleep")
    }.map(\.path).filter { !$0.hasPrefix("Tests/ArchitectureTests/Program") }
    // It asks again and again, and rests a little in between.
    #expect(users == ["Tests/EndToEndTests/Support/Processes.swift"])
  }
}
