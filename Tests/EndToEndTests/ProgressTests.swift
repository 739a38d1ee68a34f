import Foundation
import Testing

@Suite("Progress and configuration on disk")
struct ProgressTests {
  /// Progress as another session would have written it.
  func progress(seen: [String: [String]], step: String = "three-scores", version: Int = 1) throws
    -> String
  {
    let example: [String: Any] = [
      "logits": [2, 1, 0], "target": [1, 0, 0], "reference": [0.5, 0.3, 0.2], "temperature": 1,
      "unit": "nats", "decimals": 4, "i": 0, "j": 1,
    ]
    let object: [String: Any] = [
      "version": version, "lesson": "softmax", "step": step, "seen": seen, "example": example,
    ]
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  func walk(_ tutor: Tutor, _ lines: String) throws -> Tutor.Outcome {
    try tutor.run(["--plain"], input: .text(lines + "\nq\n"))
  }

  @Test("the file stands where the XDG rules say; a relative value is ignored")
  func places() throws {
    let tutor = try Tutor()
    #expect(try tutor.run(["progress", "path"]).output == tutor.progressFile + "\n")
    let other = try Tutor(["XDG_STATE_HOME": "/tmp/elsewhere"])
    #expect(
      try other.run(["progress"]).output == "/tmp/elsewhere/softmax-tutor/progress.json\n")
    let relative = try Tutor(["XDG_STATE_HOME": "state"])
    #expect(try relative.run(["progress"]).output == relative.progressFile + "\n")
  }

  @Test("exported, reset and imported again, progress is the same")
  func exportAndImport() throws {
    let tutor = try Tutor()
    _ = try walk(tutor, "n\nz 3 1 0")
    let exported = try tutor.progress()
    #expect(try tutor.run(["progress", "export", "copy.json"]).status == 0)
    let reset = try tutor.run(["progress", "reset"])
    #expect(reset.status == 0)
    #expect(reset.output.contains(tutor.progressFile + ".bak"))
    #expect(try tutor.run(["progress", "export"]).status == 66)
    #expect(try tutor.run(["progress", "import", "copy.json"]).status == 0)
    let imported = try tutor.progress()
    for key in ["lesson", "step"] {
      #expect(imported[key] as? String == exported[key] as? String)
    }
    let seen = { (progress: [String: Any]) in
      (progress["seen"] as? [String: [String]])?.mapValues(Set.init)
    }
    #expect(seen(imported) == seen(exported))
    let example = { (progress: [String: Any]) in progress["example"] as? NSDictionary }
    #expect(example(imported) == example(exported))
  }

  @Test("what another session has seen in the meantime is never lost")
  func sessionsMerge() throws {
    let tutor = try Tutor()
    try tutor.home.write(
      try progress(seen: ["jacobian": ["own-score"]]), to: "other.json")
    // The other session writes while this one is open: between its first line and its last.
    let session = try Conversation(tutor)
    session.say("n")
    session.waitFor("1.2  ")
    #expect(try tutor.run(["progress", "import", "other.json"]).status == 0)
    session.say("n")
    session.waitFor("1.3  ")
    session.say("q")
    session.waitFor("Go on with: ")
    #expect(session.end() == 0)
    let seen = try #require(try tutor.progress()["seen"] as? [String: [String]])
    #expect(seen["jacobian"] == ["own-score"])
    #expect(try #require(seen["softmax"]).count >= 3)
  }

  @Test("ten imports at the same moment all arrive")
  func manyAtOnce() throws {
    let tutor = try Tutor()
    for number in 0..<10 {
      try tutor.home.write(
        try progress(seen: ["lesson\(number)": ["step"]]), to: "in\(number).json")
    }
    let outcome = try tutor.shell(
      "for n in 0 1 2 3 4 5 6 7 8 9; do \"$tutor\" progress import in$n.json & done; wait")
    #expect(outcome.errors == "")
    let seen = try #require(try tutor.progress()["seen"] as? [String: [String]])
    #expect(seen.count == 10)
    let left = try FileManager.default.contentsOfDirectory(atPath: tutor.stateFolder)
    #expect(left.filter { $0.hasSuffix(".tmp") } == [])
  }

  @Test(
    "a damaged or newer file is kept beside, said, and a clean one begun",
    arguments: ["{ \"version\": 1, \"lesson", "", "[]", "{\"version\": 999, \"all\": \"new\"}"])
  func unusableFile(text: String) throws {
    let tutor = try Tutor()
    let path = ".local/state/softmax-tutor/progress.json"
    try tutor.home.write(text, to: path)
    try tutor.home.write("an older one", to: path + ".bak")
    let outcome = try walk(tutor, "n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("progress.json.bak2"))
    #expect(
      try String(contentsOfFile: tutor.progressFile + ".bak", encoding: .utf8) == "an older one")
    #expect(try String(contentsOfFile: tutor.progressFile + ".bak2", encoding: .utf8) == text)
    #expect(try tutor.progress()["lesson"] as? String == "softmax")
  }

  @Test("without a person an unusable file is left as it is")
  func unusableFileUntouched() throws {
    let tutor = try Tutor()
    try tutor.home.write("damaged", to: ".local/state/softmax-tutor/progress.json")
    #expect(try tutor.run([]).status == 0)
    #expect(try tutor.run(["list"]).status == 0)
    #expect(try String(contentsOfFile: tutor.progressFile, encoding: .utf8) == "damaged")
    #expect(try tutor.run(["progress", "export"]).status == 65)
  }

  @Test("a place that can't be written is said once, and the course runs to its end")
  func unwritablePlace() throws {
    // A file where a folder should be: that stops root too.
    let tutor = try Tutor()
    try tutor.home.write("", to: ".local")
    let outcome = try walk(tutor, "n\nn\nz 1 2 3")
    #expect(outcome.status == 0)
    #expect(outcome.output.components(separatedBy: "Can't").count == 3)
    #expect(outcome.output.contains("1.3"))
    #expect(outcome.output.contains("Not saved"))
  }

  @Test("a saved lesson that is no longer there starts at the first, and says so")
  func lessonGone() throws {
    let tutor = try Tutor()
    let text = try progress(seen: [:]).replacingOccurrences(of: "\"softmax\"", with: "\"gone\"")
    try tutor.home.write(text, to: ".local/state/softmax-tutor/progress.json")
    let outcome = try walk(tutor, "")
    #expect(outcome.output.contains("gone"))
    #expect(outcome.output.contains("1.1"))
  }

  @Test("the configuration sets what the flags would; a flag stands over it")
  func configuration() throws {
    let tutor = try Tutor()
    try tutor.home.write("unit: bits\ndecimals: 2\n", to: ".config/softmax-tutor/config.yaml")
    let numbers = try walk(tutor, "numbers").output
    #expect(numbers.contains("z = 2.00, 1.00, 0.00") && numbers.contains("bits"))
    let flagged = try tutor.run(["--plain", "--unit", "nats"], input: .text("numbers\nq\n")).output
    #expect(flagged.contains("nats") && !flagged.contains(" bits\n"))
  }

  @Test(
    "a fault of the configuration is one sentence with its line, and then the defaults",
    arguments: [
      ("unit: bits\ndecimal: 3\n", ":2: ", "decimals"), ("theme: blue\n", ":1: ", "dark"),
      ("\n\ndecimals: many\n", ":3: ", "0 to 10"), ("unit: [bits\n", ":", "YAML"),
      ("just words", ":1: ", "unit: bits"),
    ])
  func configurationFault(text: String, place: String, named: String) throws {
    let tutor = try Tutor()
    try tutor.home.write(text, to: ".config/softmax-tutor/config.yaml")
    let outcome = try tutor.run([])
    #expect(outcome.status == 0)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("config.yaml" + place) && outcome.errors.contains(named))
  }
}

@Suite("Lessons of one's own")
struct OwnLessonTests {
  static let lesson = """
    ---
    title: My own lesson
    summary: A test
    ---

    ## First step
    <!-- id: first -->

    Words.

    """

  @Test(
    "they join the course, by flag, by variable and in the XDG folder",
    arguments: ["--lessons", "SOFTMAX_TUTOR_LESSONS", "XDG"])
  func joins(way: String) throws {
    var tutor = try Tutor()
    let folder = way == "XDG" ? ".local/share/softmax-tutor/lessons" : "mine"
    try tutor.home.write(Self.lesson, to: folder + "/90-mine.md")
    if way == "SOFTMAX_TUTOR_LESSONS" { tutor.environment[way] = tutor.home.file("mine") }
    let flags = way == "--lessons" ? [way, tutor.home.file("mine")] : []
    #expect(try tutor.run(["list"] + flags).output.contains("mine  "))
    let printed = try tutor.run(["mine"] + flags)
    #expect(printed.status == 0 && printed.output.contains("My own lesson"))
  }

  @Test("the line that goes on names the folder again")
  func goOn() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson, to: "mine/90-mine.md")
    let outcome = try tutor.run(
      ["mine", "--lessons", "mine", "--plain"], input: .text("q\n"))
    #expect(outcome.output.hasSuffix("Go on with: softmax-tutor --lessons mine\n"))
  }

  @Test("one with the name of a shipped lesson doesn't shadow it silently")
  func shadow() throws {
    let tutor = try Tutor()
    try tutor.home.write(Self.lesson, to: "mine/90-softmax.md")
    let outcome = try tutor.run(["softmax", "--lessons", "mine"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("90-softmax.md:1:1") && outcome.errors.contains("softmax"))
    #expect(!outcome.output.contains("My own lesson"))
  }

  @Test("a broken one is reported with its place, the others run; asked for, it is refused")
  func broken() throws {
    let tutor = try Tutor()
    try tutor.home.write("no front matter\n", to: "mine/90-broken.md")
    let others = try tutor.run(["softmax", "--lessons", "mine"])
    #expect(others.status == 0 && others.errors.contains("90-broken.md:1:1"))
    let asked = try tutor.run(["broken", "--lessons", "mine"])
    #expect(asked.status == 65 && asked.errors.contains("90-broken.md:1:1"))
    let checked = try tutor.run(["check", "mine"])
    #expect(checked.status == 65 && checked.output.contains("90-broken.md:1:1"))
    #expect(try tutor.run(["check", "mine/90-broken.md"]).status == 65)
  }

  @Test("a folder without lessons is said")
  func emptyFolder() throws {
    let tutor = try Tutor()
    try tutor.home.write("", to: "mine/notes.txt")
    let outcome = try tutor.run(["--lessons", "mine"])
    #expect(outcome.status == 66 && outcome.errors.contains("mine"))
  }
}
