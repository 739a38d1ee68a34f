import Foundation
import Testing

/// `print LESSON:STEP --svg`, and the picture that the README opens with.
@Suite("A step as a picture")
struct PictureTests {
  /// The README names the command that made its picture.
  @Test("the README's picture is what its command draws")
  func readme() throws {
    let readme = try String(
      contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("](docs/screen.svg)"))
    let line = try #require(
      readme.firstMatch(of: /<!-- softmax-tutor (print .+ --svg.*) > docs\/screen\.svg -->/))
    let arguments = line.output.1.split(separator: " ").map(String.init)
    let outcome = try Tutor().run(arguments)
    #expect(outcome.status == 0 && outcome.errors == "")
    let file = Repository.root.appending(path: "docs/screen.svg")
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard outcome.output != found else { return }
    guard ProcessInfo.processInfo.environment["RECORD"] != nil else {
      Issue.record("docs/screen.svg is another picture; scripts/record draws it anew")
      return
    }
    try outcome.output.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("docs/screen.svg drawn anew; look at it, then run again without RECORD")
  }

  @Test("size, palette and numbers are those asked for")
  func options() throws {
    let tutor = try Tutor()
    func picture(_ options: String...) throws -> String {
      let outcome = try tutor.run(["print", "softmax:3", "--svg"] + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    let plain = try picture()
    #expect(plain.hasPrefix("<svg ") && plain.hasSuffix("</svg>\n"))
    #expect(plain.contains("viewBox=\"0 0 736 472\""))
    #expect(try picture("--columns", "120", "--rows", "40").contains("viewBox=\"0 0 1096 776\""))
    let light = try picture("--theme", "light")
    #expect(light.contains("fill=\"#ffffff\"") && !plain.contains("fill=\"#ffffff\""))
    #expect(try picture("--logits", "1000,1001,1002").contains("0.0900"))
  }

  @Test(
    "what does not go together is refused with a sentence",
    arguments: [
      ("print softmax --columns 80", "add --svg"), ("print softmax --rows 30", "add --svg"),
      ("print --all --svg", "name a lesson"), ("print softmax --svg --width 60", "--columns"),
      ("print softmax --svg --columns 5", "a number from 20 to 300"),
      ("print softmax --svg --rows 1000", "a number from 6 to 120"),
      ("print softmax --theme light", "add --svg"),
    ])
  func refused(line: String, sentence: String) throws {
    let outcome = try Tutor().run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
