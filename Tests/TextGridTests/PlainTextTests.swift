import Testing
import TextGrid

@Suite("ASCII and input methods")
struct PlainTextTests {
  @Test(
    "signs are spelled out",
    arguments: [
      ("pᵢ − yᵢ", "p_i - y_i"), ("z₁₂ → ∞", "z_12 -> inf"), ("∂L/∂z", "dL/dz"), ("x²", "x^2"),
      ("“log”", "\"log\""), ("ŷ", "y^"), ("a ≠ b", "a != b"), ("θ", "theta"), ("가", "??"),
    ])
  func spellings(text: String, spelled: String) {
    #expect(asciiText(text) == spelled)
  }

  @Test("whatever goes in, ASCII comes out")
  func alwaysASCII() {
    for value in stride(from: UInt32(0xA0), to: 0x2FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(asciiText(String(Character(scalar))).utf8.allSatisfy { $0 < 0x80 }, "\(value)")
    }
  }

  @Test("the two-set jamo stand for the letters on their keys")
  func jamo() {
    let jamo = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
    #expect(String(jamo.map(plainCharacter)) == "qwertyuiopasdfghjklzxcvbnm")
  }

  @Test("full-width signs stand for their ASCII forms")
  func fullWidth() {
    #expect(String("？／－１．５。\u{3000}".map(plainCharacter)) == "?/-1.5. ")
  }
}
