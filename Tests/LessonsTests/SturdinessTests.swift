import Lessons
import SoftmaxCore
import Testing

@Suite("whatever the text")
struct SturdinessTests {
  /// A shipped lesson with a few bytes cut, doubled or replaced by what means something.
  private func damaged(_ seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    let texts = ShippedCourse.files.map(\.text)
    var characters = Array(texts[Int.random(in: texts.indices, using: &random)])
    let odd = Array("{}$*_`[]()<>!&\\#-|~:'\"\n\u{0}\u{1B}\u{FEFF}é한\r")
    for _ in 0..<Int.random(in: 1...12, using: &random) where !characters.isEmpty {
      let place = Int.random(in: characters.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(odd[Int.random(in: odd.indices, using: &random)], at: place)
      case 2: characters[place] = odd[Int.random(in: odd.indices, using: &random)]
      default:
        let end = min(characters.count, place + Int.random(in: 1...400, using: &random))
        characters.removeSubrange(place..<end)
      }
    }
    return String(characters)
  }

  @Test(
    "the reader ends, points into the file, and keeps no control character",
    arguments: 0..<120 as Range<UInt64>)
  func damage(seed: UInt64) {
    let text = damaged(seed)
    let (lesson, diagnostics) = Draft.parse(text)
    let count = text.utf8.count { $0 == 10 } + 1
    for diagnostic in diagnostics {
      #expect((1...count).contains(diagnostic.line))
      #expect(diagnostic.column >= 1 && diagnostic.column <= diagnostic.sourceLine.count + 1)
      #expect(!diagnostic.sourceLine.unicodeScalars.contains { $0.value < 32 })
    }
    #expect(lesson != nil || !diagnostics.isEmpty)
    for step in lesson?.steps ?? [] {
      let words = step.plainText.joined(separator: " ") + step.title + step.id
      #expect(!words.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 0x7f })
    }
  }

  @Test("every beginning of a lesson is read to its end", arguments: ShippedCourse.files.indices)
  func beginnings(index: Int) throws {
    let text = ShippedCourse.files[index].text
    for length in stride(from: 0, to: text.count, by: 397) {
      let beginning = String(text.prefix(length))
      let (lesson, diagnostics) = Draft.parse(beginning)
      #expect(lesson != nil || !diagnostics.isEmpty)
      let lines = beginning.utf8.count { $0 == 10 } + 1
      #expect(diagnostics.allSatisfy { (1...lines).contains($0.line) })
    }
  }

  @Test(
    "depth costs no more than length",
    arguments: ["{", "[", "*", "**a ", "$", "`", "> ", "- ", "\\", "<!--", "&a"])
  func depth(piece: String) {
    let (_, diagnostics) = Draft.parse(Draft.step(String(repeating: piece, count: 2000)))
    #expect(diagnostics.count <= 4100)
  }
}
