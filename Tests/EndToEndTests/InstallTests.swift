import Foundation
import Testing

@Suite("`scripts/install`")
struct InstallTests {
  /// What is installed besides the lessons.
  static let files: Set<String> = [
    "bin/softmax-tutor", "share/bash-completion/completions/softmax-tutor",
    "share/fish/vendor_completions.d/softmax-tutor.fish", "share/man/man1/softmax-tutor.1",
    "share/zsh/site-functions/_softmax-tutor",
  ]

  /// The lessons of the repository, as they are named where they are installed.
  static let lessons: Set<String> = Set(
    Folder.files(of: Repository.root.appending(path: "lessons").path)
      .filter { $0.contains("/") }.map { "share/softmax-tutor/course/" + $0 })

  let script: Script
  /// A name that a careless script takes apart.
  let prefix: String

  init() throws {
    script = try Script("install")
    prefix = script.home.file("my 'own' $HOME/접두사")
  }

  func install(_ arguments: String...) throws -> Tutor.Outcome {
    try script.run(["--from", Script.build, "--prefix", prefix] + arguments)
  }

  func uninstall() throws -> Tutor.Outcome {
    try script.run(["--uninstall", "--prefix", prefix])
  }

  /// Lengthens the list of what was installed.
  func addToRecord(_ lines: String) throws {
    let record = prefix + "/share/softmax-tutor/installed"
    let text = try String(contentsOfFile: record, encoding: .utf8)
    try (text + lines).write(toFile: record, atomically: false, encoding: .utf8)
  }

  /// The installed program.
  func tutor(_ arguments: String...) throws -> Tutor.Outcome {
    try script.run(program: prefix + "/bin/softmax-tutor", arguments)
  }

  @Test("puts each file where it belongs, and the program works from there")
  func installs() throws {
    let outcome = try install()
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.contains(prefix + "/bin/softmax-tutor"))
    let files = Set(Folder.files(of: prefix))
    #expect(Self.lessons.count >= 7)
    #expect(files == Self.files.union(Self.lessons).union(["share/softmax-tutor/installed"]))
    let built = try Tutor().run(["print", "--all"])
    let installed = try tutor("print", "--all")
    #expect(built.output.count > 10_000)
    #expect(installed.output == built.output && installed.errors == "")
  }

  @Test("a link to the program, in a folder of programs, finds the same lessons")
  func link() throws {
    _ = try install()
    let link = script.home.file("tutor")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: prefix + "/bin/softmax-tutor")
    #expect(try script.run(program: link, ["list"]).output == Tutor().run(["list"]).output)
  }

  @Test("the completions are what the program generates, and bash can read its own")
  func completions() throws {
    _ = try install()
    let completed = try script.run(
      program: "bash",
      [
        "-c", "source \"$1\" && complete -p softmax-tutor", "bash",
        prefix + "/share/bash-completion/completions/softmax-tutor",
      ])
    #expect(completed.status == 0 && completed.errors == "")
    #expect(completed.output.hasSuffix(" softmax-tutor\n"))
    for (shell, file) in [
      ("zsh", "share/zsh/site-functions/_softmax-tutor"),
      ("fish", "share/fish/vendor_completions.d/softmax-tutor.fish"),
    ] {
      let text = try String(contentsOfFile: prefix + "/" + file, encoding: .utf8)
      #expect(text == (try tutor("--generate-completion-script", shell).output))
      #expect(text.contains("progress"))
    }
  }

  @Test("removed, nothing is left and nothing else is gone")
  func uninstalls() throws {
    try script.home.write("mine", to: "my 'own' $HOME/접두사/share/man/man1/other.1")
    try script.home.write("mine", to: "my 'own' $HOME/접두사/bin/other")
    let before = Folder.contents(of: script.home.path)
    _ = try install()
    #expect(Folder.contents(of: script.home.path) != before)
    let outcome = try uninstall()
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(Folder.contents(of: script.home.path) == before)
  }

  @Test("folders that it made go with it, the prefix and those above it too")
  func foldersAbove() throws {
    _ = try install()
    _ = try uninstall()
    #expect(Folder.contents(of: script.home.path) == [])
  }

  @Test("what others have put into its folders stays")
  func strangersStay() throws {
    _ = try install()
    try script.home.write("mine", to: "my 'own' $HOME/접두사/share/softmax-tutor/notes")
    #expect(try uninstall().status == 0)
    #expect(Folder.files(of: prefix) == ["share/softmax-tutor/notes"])
  }

  @Test("installed over itself, it is still removed whole, and what it no longer has goes")
  func again() throws {
    _ = try install()
    let first = Folder.contents(of: prefix)
    let old = "share/softmax-tutor/course/en/99-old.md"
    try script.home.write("old", to: "my 'own' $HOME/접두사/" + old)
    try addToRecord("file \(old)\n")
    let outcome = try install()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(Folder.contents(of: prefix) == first)
    _ = try uninstall()
    #expect(Folder.contents(of: script.home.path) == [])
  }

  @Test("a file that it didn't put there is neither overwritten nor removed")
  func stranger() throws {
    let path = try script.home.write("mine", to: "my 'own' $HOME/접두사/bin/softmax-tutor")
    let outcome = try install()
    #expect(outcome.status == 1 && outcome.errors.contains(path))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(Folder.files(of: prefix) == ["bin/softmax-tutor"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test(
    "a record that names files elsewhere removes none of them",
    arguments: ["../victim", "share/../../victim", "/victim"])
  func forgedRecord(path: String) throws {
    _ = try install()
    let victim = try script.home.write("mine", to: "my 'own' $HOME/victim")
    let named = path == "/victim" ? victim : path
    try addToRecord("file \(named)\nabove \(victim)\n")
    #expect(try uninstall().status == 0)
    #expect(FileManager.default.fileExists(atPath: victim))
  }

  @Test("by default it goes to ~/.local, where the learner's own lessons have their folder too")
  func local() throws {
    try script.home.write(
      OwnLessonTests.lesson, to: ".local/share/softmax-tutor/lessons/90-mine.md")
    let before = Folder.contents(of: script.home.path)
    #expect(try script.run(["--from", Script.build]).status == 0)
    let list = try script.run(program: script.home.file(".local/bin/softmax-tutor"), ["list"])
    #expect(list.errors == "")
    #expect(list.output.contains("mine  ") && list.output.contains("softmax  "))
    #expect(try script.run(["--uninstall"]).status == 0)
    #expect(Folder.contents(of: script.home.path) == before)
  }

  @Test(
    "a prefix may be written as the shell hands it on",
    arguments: [
      ("--prefix=~/there", "there"), ("--prefix=there/", "there"), ("--prefix=./a/../a", "a"),
    ])
  func spelledPrefix(flag: String, folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: script.home.file("a"), withIntermediateDirectories: false)
    #expect(try script.run(["--from", Script.build, flag]).status == 0)
    #expect(Folder.files(of: script.home.file(folder)).contains("bin/softmax-tutor"))
    #expect(try script.run(["--uninstall", flag]).status == 0)
    #expect(Folder.contents(of: script.home.path) == ["a/"])
  }

  @Test(
    "what it can't do is one sentence and a status",
    arguments: [
      (["--uninstall", "--prefix", "empty"], 66, "nothing is installed"),
      (["--from", "nowhere"], 66, "nowhere"), (["--prefix"], 64, "--prefix"),
      (["--prefix="], 64, "--prefix"), (["--colour"], 64, "--colour"), (["here"], 64, "here"),
      (["--from", Script.build, "--prefix", "file/in/the/way"], 1, "file/in/the/way"),
    ])
  func refusals(arguments: [String], status: Int32, named: String) throws {
    try script.home.write("", to: "file")
    let outcome = try script.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains(named))
    #expect(outcome.output == "")
    #expect(Folder.contents(of: script.home.path) == ["file"])
  }
}
