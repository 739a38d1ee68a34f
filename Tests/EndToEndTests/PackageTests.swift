import Foundation
import Testing

@Suite("`scripts/package`")
struct PackageTests {
  static let hasDpkg = ["dpkg-deb", "dpkg-shlibdeps"]
    .allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) }

  /// The files of one run of the script.
  struct Made {
    /// Made once for all tests, in the build's folder, for nobody clears up after the last of them.
    static let shared = Result { try Made(in: Script.build + "/packages-of-tests") }

    var folder: String
    var outcome: Tutor.Outcome

    init(in folder: String) throws {
      self.folder = folder
      try? FileManager.default.removeItem(atPath: folder)
      var script = try Script("package")
      // Nothing is to be sent: the time goes into what is tested.
      script.environment = ["DPKG_DEB_COMPRESSOR_TYPE": "none"]
      outcome = try script.run(["--from", Script.build, "--to", folder])
    }

    /// The path of the one file whose name ends so.
    func file(_ ending: String) throws -> String {
      let names = Folder.files(of: folder).filter { $0.hasSuffix(ending) }
      #expect(names.count == 1, "\(names)")
      return folder + "/" + (try #require(names.first))
    }
  }

  let script: Script

  init() throws { script = try Script("package") }

  /// Runs a program that unpacks into the folder named last, and gives that folder.
  func unpacked(program: String, _ arguments: [String]) throws -> String {
    let target = script.home.file("unpacked-\(UUID())")
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let outcome = try script.run(program: program, arguments + [target])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return target
  }

  static let installed = InstallTests.files.union(InstallTests.lessons)

  @Test("the tarball is the prefix as it is installed, and runs where it is unpacked")
  func tarball() throws {
    let made = try Made.shared.get()
    #expect(made.outcome.status == 0, "\(made.outcome.errors)")
    let target = try unpacked(
      program: "tar", ["-x", "-z", "-f", try made.file(".tar.gz"), "-C"])
    let names = try FileManager.default.contentsOfDirectory(atPath: target)
    let name = try #require(names.first)
    let version = try Tutor().run(["--version"]).output.dropLast()
    #expect(names.count == 1 && name.hasPrefix("softmax-tutor-\(version)-"))
    #expect(
      Set(Folder.files(of: target + "/" + name))
        == Self.installed.union(["share/doc/softmax-tutor/LICENSE"]))
    let list = try script.run(program: "\(target)/\(name)/bin/softmax-tutor", ["list"])
    #expect(list.output == (try Tutor().run(["list"]).output) && list.errors == "")
  }

  @Test("each file has its checksum beside it, and the same sources give the same bytes")
  func checksums() throws {
    let (made, again) = (try Made.shared.get(), try Made(in: script.home.file("again")))
    let sums = Folder.files(of: made.folder).filter { $0.hasSuffix(".sha256") }
    #expect(sums.count == (Self.hasDpkg ? 2 : 1))
    for sum in sums {
      let text = try String(contentsOfFile: made.folder + "/" + sum, encoding: .utf8)
      #expect(text == (try String(contentsOfFile: again.folder + "/" + sum, encoding: .utf8)))
      let checked = try script.run(
        program: "bash",
        [
          "-c", "cd \"$1\" && { sha256sum -c \"$2\" || shasum -a 256 -c \"$2\"; }", "bash",
          made.folder, sum,
        ])
      #expect(checked.status == 0, "\(checked)")
    }
  }

  @Test(
    "the Debian package has its files, says what it is and needs, and runs where it is unpacked",
    .enabled(if: PackageTests.hasDpkg, "needs dpkg-deb and dpkg-shlibdeps"))
  func debianPackage() throws {
    let made = try Made.shared.get()
    let package = try made.file(".deb")
    let field = { try script.run(program: "dpkg-deb", ["-f", package, $0]).output.dropLast() }
    #expect(try field("Package") == "softmax-tutor")
    #expect(try field("Version") == Tutor().run(["--version"]).output.dropLast())
    #expect(try field("Depends").contains("libc6 (>= "))
    #expect(try field("Depends").contains("libncursesw6"))
    #expect(try field("Maintainer").hasSuffix(">"))
    #expect(try field("Description").contains("\n .\n"))

    let target = try unpacked(program: "dpkg-deb", ["-x", package])
    let moved = [
      "man/man1/softmax-tutor.1": "man/man1/softmax-tutor.1.gz",
      "zsh/site-functions/_softmax-tutor": "zsh/vendor-completions/_softmax-tutor",
    ]
    let wanted = Self.installed.map { path in
      "usr/" + moved.reduce(path) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
    let own = [
      "doc/softmax-tutor/changelog.gz", "doc/softmax-tutor/copyright",
      "lintian/overrides/softmax-tutor",
    ]
    #expect(Set(Folder.files(of: target)) == Set(wanted + own.map { "usr/share/" + $0 }))
    let list = try script.run(program: target + "/usr/bin/softmax-tutor", ["list"])
    #expect(list.output == (try Tutor().run(["list"]).output) && list.errors == "")

    // The sums that dpkg --verify goes by.
    let control = try unpacked(program: "dpkg-deb", ["-e", package])
    let checked = try script.run(
      program: "bash",
      ["-c", "cd \"$1\" && md5sum --quiet -c \"$2/md5sums\"", "bash", target, control])
    #expect(checked.status == 0, "\(checked)")
  }

  @Test(
    "the package belongs to root, whoever has made it",
    .enabled(if: PackageTests.hasDpkg, "needs dpkg-deb and dpkg-shlibdeps"))
  func owners() throws {
    let made = try Made.shared.get()
    let lines = try script.run(program: "dpkg-deb", ["-c", try made.file(".deb")]).output
      .split(separator: "\n")
    #expect(lines.count > 15)
    for line in lines {
      #expect(line.contains(" root/root "), "\(line)")
      let isProgram = line.hasSuffix("/bin/softmax-tutor")
      #expect(
        line.hasPrefix(line.hasSuffix("/") || isProgram ? "drwxr-xr-x" : "-rw-r--r--")
          || isProgram && line.hasPrefix("-rwxr-xr-x"), "\(line)")
    }
  }

  @Test(
    "what it can't do is one sentence and a status",
    arguments: [
      (["--from", "nowhere"], 66, "nowhere"), (["--to"], 64, "--to"), (["now"], 64, "now"),
      (["--from", Script.build, "--to", "file"], 1, "file"),
    ])
  func refusals(arguments: [String], status: Int32, named: String) throws {
    try script.home.write("", to: "file")
    let outcome = try script.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains(named))
  }
}
