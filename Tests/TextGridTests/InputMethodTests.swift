import Testing
import TextGrid

@Suite("Input methods")
struct InputMethodTests {
  @Test("the two-set jamo are the letters on the same keys")
  func jamo() {
    let rows = [
      ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"), ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"), ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"),
    ]
    for (jamo, letters) in rows {
      #expect(String(jamo.map(plainCharacter)) == letters)
      #expect(
        jamo.map { Key.character($0).normalized } == letters.map { Key.character($0) })
    }
  }

  @Test("full-width signs are their ASCII forms")
  func fullWidth() {
    let plain = String((UInt32(0x21)...0x7E).compactMap(Unicode.Scalar.init).map(Character.init))
    let wide = (UInt32(0xFF01)...0xFF5E).compactMap(Unicode.Scalar.init).map(Character.init)
    #expect(String(wide.map(plainCharacter)) == plain)
    #expect(plainCharacter("。") == ".")
    #expect(plainCharacter("\u{3000}") == " ")
    #expect(String("【】「」".map(plainCharacter)) == "[][]")
  }

  @Test("the signs of numbers are plain")
  func numbers() {
    #expect(String("−－–１２．３。".map(plainCharacter)) == "---12.3.")
  }

  @Test("other characters and other keys stay")
  func others() {
    for character in "aZ?é한中" { #expect(plainCharacter(character) == character) }
    for key in [Key.up, .control("c"), .function(1), .paste("ㅂ")] { #expect(key.normalized == key) }
  }
}
