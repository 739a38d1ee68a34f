/// What non-ASCII characters are called in ASCII.
enum AsciiSpellings {
  /// Raised and lowered characters: the mark before them, and what they stand for.
  static let scripts: [Character: (mark: Character, plain: Character)] = {
    var table: [Character: (mark: Character, plain: Character)] = [:]
    func add(_ mark: Character, _ from: String, _ to: String) {
      for (special, plain) in zip(from, to) { table[special] = (mark, plain) }
    }
    add("_", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx")
    add("^", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵀ", "0123456789+-=()T")
    add("^", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz")
    return table
  }()

  static let signs: [Character: String] = {
    var table: [Character: String] = [
      "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "×": "*", "·": ".", "⋅": ".", "÷": "/",
      "±": "+-", "∓": "-+", "≤": "<=", "≥": ">=", "≪": "<<", "≫": ">>", "≠": "!=", "≈": "~=",
      "∼": "~", "≃": "~=", "∝": "~", "≡": "==", "≔": ":=", "≜": ":=",
      "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "↦": "|->", "↑": "^",
      "↓": "v", "▸": ">", "◂": "<", "▶": ">", "◀": "<", "▴": "^", "▾": "v", "▲": "^", "▼": "v",
      "›": ">", "‹": "<", "⏎": "CR", "∞": "inf", "∑": "sum", "Σ": "sum", "∏": "prod", "∂": "d",
      "∇": "grad", "√": "sqrt", "∫": "int", "∈": "in", "∉": "not in", "⊂": "in", "∪": "or",
      "∩": "and", "∅": "{}", "∀": "for all", "∃": "exists", "¬": "not ", "∧": "and", "∨": "or",
      "‖": "||", "∥": "||", "∣": "|", "⊙": "(.)", "⊗": "(x)", "⊕": "(+)", "⊤": "T", "′": "'",
      "″": "''", "ℓ": "l", "∎": "#", "⟨": "<", "⟩": ">", "⌊": "[", "⌋": "]", "⌈": "[", "⌉": "]",
      "…": "...", "⋯": "...", "⋮": ":", "⋱": ".", "“": "\"", "”": "\"", "„": "\"", "‘": "'",
      "’": "'", "«": "<<", "»": ">>", "✓": "ok", "✔": "ok", "✗": "x", "✘": "x", "●": "*",
      "○": ".", "◆": "*", "◇": ".", "∘": "o", "•": "-", "½": "1/2", "⅓": "1/3", "⅔": "2/3",
      "¼": "1/4", "¾": "3/4", "°": "deg", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O",
      "ł": "l", "Ł": "L", "ı": "i", "§": "sec. ", "©": "(c)",
      "ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℂ": "C", "ℙ": "P", "𝔼": "E", "𝕀": "I", "𝟙": "1",
      "ℒ": "L", "ℋ": "H", "ℱ": "F", "ℰ": "E", "ℬ": "B", "ℛ": "R", "ℐ": "I", "ℳ": "M",
      "。": ".", "、": ",", "「": "\"", "」": "\"", "『": "\"", "』": "\"",
    ]
    addBoxes(to: &table)
    addGreek(to: &table)
    // Every blank of Unicode is one; the invisible operators are nothing.
    for value in [0xA0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A]
      + [0x202F, 0x205F, 0x3000]
    {
      if let scalar = Unicode.Scalar(UInt32(value)) { table[Character(scalar)] = " " }
    }
    // Full-width forms are ASCII, 0xFEE0 further on.
    for value in UInt32(0x21)...0x7E {
      guard let plain = Unicode.Scalar(value), let wide = Unicode.Scalar(value + 0xFEE0) else {
        continue
      }
      table[Character(wide)] = String(plain)
    }
    return table
  }()

  /// Letters with a mark. A hat, bar or tilde means something in a formula and is written behind
  /// the letter; other marks are left out. Keys compare canonically: both spellings of `ŷ` are one.
  static let accented: [Character: String] = {
    var table: [Character: String] = [:]
    let kept: [(mark: UInt32, spelling: String)] = [(0x302, "^"), (0x303, "~"), (0x304, "-")]
    let dropped: [UInt32] = [0x300, 0x301, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x327, 0x328]
    for letter in UInt8(ascii: "A")...UInt8(ascii: "z") {
      let plain = Character(Unicode.Scalar(letter))
      guard plain.isLetter else { continue }
      for (mark, spelling) in kept + dropped.map({ ($0, "") }) {
        guard let scalar = Unicode.Scalar(mark) else { continue }
        var text = String.UnicodeScalarView()
        text.append(Unicode.Scalar(letter))
        text.append(scalar)
        table[Character(String(text))] = String(plain) + spelling
      }
    }
    return table
  }()

  private static func addBoxes(to table: inout [Character: String]) {
    let rows: [(String, String)] = [
      ("─╌┄╴╶", "-"), ("━═", "="), ("│┃║╎┆╵╷", "|"), ("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛", "+"),
      ("█▉▊▋▌▍▎▏▐▀▄▁▂▃▅▆▇▖▗▘▙▚▛▜▝▞▟", "#"), ("░", "."), ("▒", ":"), ("▓", "*"),
      ("⎡⎢⎣", "["), ("⎤⎥⎦", "]"), ("⎛⎠", "/"), ("⎝⎞", "\\"), ("⎜⎟⎪", "|"), ("⎧⎭", "/"),
      ("⎩⎫", "\\"),
      ("⎨", "<"), ("⎬", ">"),
    ]
    for (signs, spelling) in rows { for sign in signs { table[sign] = spelling } }
    // Braille cells of a plot: a dot where any dot is.
    for value in UInt32(0x2801)...0x28FF {
      if let scalar = Unicode.Scalar(value) { table[Character(scalar)] = "*" }
    }
    table["\u{2800}"] = " "
  }

  private static func addGreek(to table: inout [Character: String]) {
    let names = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "o", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
      "omega",
    ]
    for (letter, name) in zip("αβγδεζηθικλμνξοπρστυφχψω", names) { table[letter] = name }
    let variants = ["epsilon", "phi", "theta", "sigma", "rho", "mu"]
    for (letter, name) in zip("ϵϕϑςϱµ", variants) { table[letter] = name }
    let capitals = ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Phi", "Psi", "Omega"]
    for (letter, name) in zip("ΓΔΘΛΞΠΦΨΩ", capitals) { table[letter] = name }
  }
}
