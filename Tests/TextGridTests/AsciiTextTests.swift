import Testing

@testable import TextGrid

@Suite("ASCII text")
struct AsciiTextTests {
  @Test(
    "signs of the course have a spelling",
    arguments: [
      ("→ − × · ≤ ≥ ≠ ≈", "-> - * . <= >= != ~="),
      ("∞ Σ ∂ ✓ ▸ █", "inf sum d ok > #"),
      ("α θ Ω", "alpha theta Omega"),
      ("“so” – it’s", "\"so\" - it's"),
      ("┌─┐│└┘", "+-+|++"),
    ])
  func signs(text: String, ascii: String) { #expect(asciiText(text) == ascii) }

  @Test(
    "scripts share one mark and are bracketed only where they must be",
    arguments: [
      ("p₁ e² zᵢ", "p_1 e^2 z_i"), ("z₁₂", "z_12"), ("10⁻³", "10^-3"), ("zᵢ₊₁", "z_(i+1)"),
      ("e⁽ᶻ⁾", "e^(z)"), ("x₁²", "x_1^2"), ("Wᵀx", "W^Tx"),
    ])
  func scripts(text: String, ascii: String) { #expect(asciiText(text) == ascii) }

  @Test(
    "a spelling of letters keeps away from letters beside it",
    arguments: [
      ("∇L", "grad L"), ("αβ", "alpha beta"), ("2π", "2pi"), ("√2", "sqrt 2"), ("∂p/∂z", "dp/dz"),
      ("−∞", "-inf"), ("θ₁", "theta_1"), ("(θ)", "(theta)"), ("p∈Δ", "p in Delta"),
    ])
  func gaps(text: String, ascii: String) { #expect(asciiText(text) == ascii) }

  @Test("hats stand behind their letter, whichever way they are encoded")
  func hats() {
    #expect(asciiText("ŷ = y\u{302}, p\u{302}, x\u{304}") == "y^ = y^, p^, x-")
    #expect(asciiText("café, Kullback–Leibler, naïve") == "cafe, Kullback-Leibler, naive")
  }

  @Test("anything else becomes a question mark, and marks alone nothing")
  func unknown() {
    #expect(asciiText("정보 🙂 \u{200B}") == "?? ? ")
  }

  @Test("ASCII stays as it is, anything becomes ASCII", arguments: UInt64(0)..<50)
  func laws(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = awkwardText(20, using: &generator)
    let ascii = asciiText(text)
    #expect(ascii.allSatisfy { $0.isASCII })
    #expect(asciiText(ascii) == ascii)
  }

  @Test("any scalar becomes ASCII")
  func everyScalar() {
    for value in stride(from: UInt32(0xA0), to: 0x2FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(asciiText(String(scalar)).utf8.allSatisfy { $0 < 0x80 }, "\(value)")
    }
  }

  @Test("every spelling is ASCII")
  func tables() {
    #expect(AsciiSpellings.signs.values.allSatisfy { $0.allSatisfy { $0.isASCII } })
    #expect(AsciiSpellings.scripts.values.allSatisfy { $0.plain.isASCII })
    #expect(AsciiSpellings.accented["ŷ"] == "y^")
  }

  @Test("what the panels and formulas draw with is never a question mark")
  func glyphsOfTheCourse() {
    let drawn =
      "∂∑∏∫∇×·≠≤∈√∞→⇒ℓ─│━═▀█●○…−⋅ℝ⊤ᵀⁱᵢⱼ₀ŷ⎡⎛⎧╴░▚⣿⋯⋮✓▸─│┌┐└┘├┤┬┴┼‖∥⟨⟩▏▎▍▌▋▊▉▁▂▃▄▅▆▇½𝔼𝟙"
    #expect(!asciiText(drawn).contains("?"), "\(asciiText(drawn))")
  }
}
