/// Random numbers that a seed determines (Steele, Lea & Flood, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts of everything that makes a grid hard: wide, combining, joined, control and plain.
func awkwardText(_ length: Int, using generator: inout SplitMix64) -> String {
  let pieces = [
    "a", "7", " ", "p\u{302}", "\u{304}", "한", "中", "。", "🙂", "👩\u{200D}🔬", "🇰🇷", "☁\u{FE0F}", "─",
    "∂",
    "\u{1B}[31m", "\t", "\n", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2028}",
    "\u{1112}\u{1161}\u{11AB}",
    "\u{200B}", "ﾟ", "नि", "𝐩", "\u{FEFF}", "\u{3000}", "\u{A0}",
  ]
  return (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
}
