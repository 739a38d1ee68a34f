import Testing
import TextGrid

@testable import CursesTerminal

/// The decoder alone: characters that terminfo did not match, in, keys out.
@Suite("Key decoder")
struct KeyDecoderTests {
  private func keys(_ text: String, thenSilence: Bool = true) -> [Key] {
    var decoder = KeyDecoder()
    var readings = text.unicodeScalars.flatMap { decoder.take(.scalar($0)) }
    if thenSilence { readings += decoder.runOut() }
    return readings.compactMap { reading in
      if case .key(let key) = reading { return key }
      return nil
    }
  }

  @Test("characters, control characters and the four that have names")
  func plain() {
    #expect(keys("aㅂ。") == [.character("a"), .character("ㅂ"), .character("。")])
    #expect(keys("\u{1}\u{3}\u{1A}") == [.control("a"), .control("c"), .control("z")])
    #expect(keys("\t\r\n\u{8}\u{7F}") == [.tab, .enter, .enter, .backspace, .backspace])
    #expect(keys("\u{0}\u{85}\u{1D}").isEmpty)
  }

  @Test("Esc alone is Esc, once nothing follows")
  func escape() {
    #expect(keys("\u{1B}", thenSilence: false).isEmpty)
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
  }

  @Test("Esc and a letter are both: so come Alt and a letter, and a script's keys")
  func escapeAndLetter() {
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
    #expect(keys("\u{1B}]") == [.escape, .character("]")])
    #expect(keys("\u{1B}]n") == [.escape, .character("]"), .character("n")])
    #expect(keys("\u{1B}O") == [.escape, .character("O")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test(
    "keys in every spelling that terminals use",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[1;2D", .left),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete),
      ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[[C", .function(3)),
      ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
      ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
      ("\u{1B}Op", .character("0")), ("\u{1B}On", .character(".")), ("\u{1B}Om", .character("-")),
    ])
  func spellings(bytes: String, key: Key) {
    #expect(keys(bytes, thenSilence: false) == [key])
  }

  @Test(
    "reports that nobody asked for are nothing, and what follows is read",
    arguments: [
      "\u{1B}[?64;1;2c", "\u{1B}[I", "\u{1B}[O", "\u{1B}[2~", "\u{1B}[99;1:2u", "\u{1B}[24;80R",
      "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\",
      "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[<0;3;4m", "\u{1B}[<35;3;4M",
    ])
  func reports(bytes: String) {
    #expect(keys(bytes + "x") == [.character("x")])
  }

  @Test("a torn sequence is nothing, and takes no key with it")
  func torn() {
    #expect(keys("\u{1B}[1;5").isEmpty)
    #expect(keys("\u{1B}[1;\u{1B}[B") == [.down])
    #expect(keys("\u{1B}[1;한") == [.character("한")])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 99) + "x").last == .character("x"))
  }

  @Test("the answer to the probe is a place")
  func cursorReport() {
    var decoder = KeyDecoder()
    let readings = "\u{1B}[24;3R".unicodeScalars.flatMap { decoder.take(.scalar($0)) }
    #expect(readings == [.cursorReport(row: 24, column: 3)])
  }

  @Test("a paste is one text without control characters, whoever matched its marks")
  func paste() {
    let pasted = "1,2\r3\u{7}\t가\u{202E}\u{1B}[31mx\u{1B}y"
    let expected = Key.paste("1,2 3 가xy")
    #expect(keys("\u{1B}[200~\(pasted)\u{1B}[201~q") == [expected, .character("q")])
    var decoder = KeyDecoder()
    var readings = decoder.take(.pasteStart)
    readings += pasted.unicodeScalars.flatMap { decoder.take(.scalar($0)) }
    readings += decoder.take(.key(.up)) + decoder.take(.pasteEnd)
    #expect(readings == [.key(expected)])
  }

  @Test("commands in a paste stay text, even if its end is late")
  func pasteIsText() {
    var decoder = KeyDecoder()
    _ = decoder.take(.pasteStart)
    #expect("q\u{3}\r".unicodeScalars.flatMap { decoder.take(.scalar($0)) }.isEmpty)
    #expect(decoder.patience(escapeDelay: 25) == 2000)
    #expect(decoder.runOut() == [.key(.paste("q "))])
    #expect(decoder.patience(escapeDelay: 25) == nil)
  }

  @Test("a very long paste arrives as one, cut at its limit")
  func longPaste() {
    var decoder = KeyDecoder()
    _ = decoder.take(.pasteStart)
    for _ in 0..<KeyDecoder.longestPaste + 5 { _ = decoder.take(.scalar("7")) }
    let text = String(repeating: "7", count: KeyDecoder.longestPaste)
    #expect(decoder.take(.pasteEnd) == [.key(.paste(text))])
  }

  @Test("a press and a wheel turn have a place counted from 0")
  func mouse() {
    #expect(
      keys("\u{1B}[<64;5;7M\u{1B}[<0;1;1M") == [
        .mouse(MouseEvent(kind: .wheelUp, position: Position(row: 6, column: 4))),
        .mouse(MouseEvent(kind: .press, position: Position(row: 0, column: 0))),
      ])
  }

  @Test("any bytes leave the decoder between keys after a silence", arguments: UInt64(0)..<200)
  func anyBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "\u{1B}", "[", "]", "O", "P", "1", ";", "~", "A", "R", "M", "<", "한", "\u{7}", "\\", "200~",
    ]
    let text = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    var decoder = KeyDecoder()
    for scalar in text.unicodeScalars { _ = decoder.take(.scalar(scalar)) }
    _ = decoder.runOut()
    #expect(decoder.state == .ground)
    #expect(decoder.take(.scalar("x")) == [.key(.character("x"))])
  }
}
