/// Letters that carry a font or an accent in their one character: `ℝ`, `𝐳`, `𝟙`, `ŷ`; and `½`.
enum TypedLetters {
  /// What LaTeX writes with a command and braces; nil for a character that stands for itself.
  static func kind(of character: Character, at range: Range<Int>) -> Notation.Kind? {
    guard !character.isASCII else { return nil }
    func symbol(_ letter: Character) -> Notation {
      let name = SymbolTable.name(of: letter)
      let symbol = SymbolTable.symbol(name) ?? Symbol(name, .ordinary)
      return Notation(.symbol(symbol), range: range, id: 0)
    }
    if let (above, below) = fractions[character] {
      return .fraction(
        numerator: Notation(.number(above), range: range, id: 0),
        denominator: Notation(.number(below), range: range, id: 0))
    }
    if let (letter, accent) = accented[character] { return .accent(accent, symbol(letter)) }
    let scalars = character.unicodeScalars
    if let last = scalars.last, scalars.count > 1, let accent = accents[last.value] {
      let base = Character(String(String.UnicodeScalarView(scalars.dropLast())))
      let inner = kind(of: base, at: range) ?? symbol(base).kind
      return .accent(accent, Notation(inner, range: range, id: 0))
    }
    guard scalars.count == 1, let value = scalars.first?.value else { return nil }
    guard let (letter, font) = letterlike[value] ?? alphanumeric(value) else { return nil }
    let plain =
      letter.isASCIIDigit ? Notation(.number(String(letter)), range: range, id: 0) : symbol(letter)
    return font.map { .font($0, plain) } ?? plain.kind
  }

  private static let fractions: [Character: (String, String)] = [
    "½": ("1", "2"), "⅓": ("1", "3"), "⅔": ("2", "3"), "¼": ("1", "4"), "¾": ("3", "4"),
    "⅕": ("1", "5"), "⅖": ("2", "5"), "⅗": ("3", "5"), "⅘": ("4", "5"), "⅙": ("1", "6"),
    "⅛": ("1", "8"), "⅒": ("1", "10"),
  ]

  // MARK: Accents

  private static let accents: [UInt32: Accent] = [
    0x302: .hat, 0x304: .bar, 0x305: .overline, 0x303: .tilde, 0x307: .dot, 0x308: .ddot,
    0x30C: .check, 0x301: .acute, 0x300: .grave, 0x306: .breve, 0x30A: .ring, 0x20D7: .vec,
    0x332: .underline,
  ]

  /// The mark of an accent, to be put on a letter.
  static func mark(of accent: Accent) -> UnicodeScalar? {
    accents.filter { $0.value == (accent == .widehat ? .hat : accent) }.keys.sorted().first
      .flatMap(UnicodeScalar.init)
  }

  /// `ŷ` in one code point. Characters that look the same are equal, so that two code points, which
  /// can be put together here, find it.
  private static let accented: [Character: (Character, Accent)] = {
    var letters: [Character: (Character, Accent)] = [:]
    let latin = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for (mark, accent) in accents {
      guard let mark = UnicodeScalar(mark) else { continue }
      for letter in latin { letters[Character("\(letter)\(mark)")] = (letter, accent) }
    }
    return letters
  }()

  // MARK: Fonts

  private typealias Letter = (letter: Character, font: Font?)

  /// Unicode has these letters outside its alphabets.
  private static let letterlike: [UInt32: Letter] = {
    var letters: [UInt32: Letter] = [:]
    for (glyphs, plain, font) in [
      ("ℂℍℕℙℚℝℤ", "CHNPQRZ", Font.mathbb), ("ℬℰℱℋℐℒℳℛℯℊℴ", "BEFHILMRego", .mathcal),
      ("ℭℌℨ", "CHZ", .mathfrak),
    ] {
      for (glyph, letter) in zip(glyphs.unicodeScalars, plain) {
        letters[glyph.value] = (letter, font)
      }
    }
    letters[0x210E] = ("h", nil)
    return letters
  }()

  /// The block of mathematical alphabets, U+1D400 to U+1D7FF, which other programs' formulas are
  /// copied with.
  private static func alphanumeric(_ value: UInt32) -> Letter? {
    func letter(_ first: UInt32, _ alphabet: String, _ fonts: [Font?]) -> Letter? {
      let letters = Array(alphabet)
      guard value >= first, Int(value - first) < letters.count * fonts.count else { return nil }
      let place = Int(value - first)
      return (letters[place % letters.count], fonts[place / letters.count])
    }
    guard (0x1D400...0x1D7FF).contains(value) else { return nil }
    return letter(
      0x1D400, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
      [
        .mathbf, nil, .boldsymbol, .mathcal, .mathcal, .mathfrak, .mathbb, .mathfrak, .mathsf,
        .mathbf, .mathsf, .mathbf, .mathtt,
      ])
      ?? letter(
        0x1D6A8, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰφϱϖ",
        [.mathbf, nil, .boldsymbol, .mathbf, .boldsymbol])
      ?? letter(0x1D7CE, "0123456789", [.mathbf, .mathbb, .mathsf, .mathbf, .mathtt])
  }
}
