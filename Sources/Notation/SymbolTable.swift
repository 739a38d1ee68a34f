/// The signs that a formula may name: command, TeX class, and how each tier draws it.
///
/// One table serves the parser (class), the typesetter (glyphs) and the search for the nearest
/// known command (names). Unicode glyphs are one column wide and found in common fonts; nothing
/// comes from the mathematical alphanumeric block, which no monospace font has.
package enum SymbolTable {
  package struct Entry {
    package var symbol: Symbol
    package var unicode: String
    package var ascii: String
  }

  /// Names that mean the same sign as another one, which is the name the tree carries.
  package static let aliases: [String: String] = [
    "ne": "neq", "le": "leq", "ge": "geq", "leqslant": "leq", "geqslant": "geq",
    "to": "rightarrow", "gets": "leftarrow", "land": "wedge", "lor": "vee", "lnot": "neg",
    "owns": "ni", "dots": "ldots", "dotsc": "ldots", "dotso": "ldots", "dotsb": "cdots",
    "dotsm": "cdots", "dotsi": "cdots", "thicksim": "sim",
    "thickapprox": "approx", "vert": "|", "ast": "*", "lbrack": "[", "rbrack": "]",
    "empty": "emptyset", "restriction": "upharpoonright", "colonequals": ":=",
    "coloneqq": ":=", "coloneq": ":=", "defeq": ":=", "transpose": "top", "slash": "/",
    "minus": "-", "varpropto": "propto", "square": "Box",
    "longmapsto": "mapsto", "hslash": "hbar", "gt": ">", "lt": "<",
    "shortmid": "mid", "doublecup": "cup", "blacksquare": "Box", "qed": "Box",
    "independent": "Perp", "upmodels": "Perp", "varparallel": "parallel",
    "shortparallel": "parallel", "hdots": "ldots", "ldotp": ".", "cdotp": "cdot",
    "textless": "<", "textgreater": ">",
  ]

  /// The sign of that name; nil if there is none.
  package static func symbol(_ name: String) -> Symbol? {
    (index.line(name) { atomClass(of: $0) } ?? nil).map { Symbol(name, $0) }
  }

  /// The sign of that name, and how it is drawn; nil if there is none.
  package static func entry(_ name: String) -> Entry? {
    index.line(name) { line in
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 3, let atomClass = atomClass(of: line) else { return nil }
      return Entry(
        symbol: Symbol(name, atomClass), unicode: String(decoding: words[1], as: UTF8.self),
        ascii: String(decoding: words[2], as: UTF8.self))
    } ?? nil
  }

  /// The names of all signs, aliases aside.
  package static var names: [String] { index.words }

  private static let index = LineIndex(ordinaryAndBinary + "\n" + others, capacity: 1024)

  /// The class that the words begin with.
  private static func atomClass(of words: some Collection<UInt8>) -> Symbol.AtomClass? {
    classes.first { words.starts(with: $0.word.utf8) }?.atomClass
  }

  private static let classes: [(word: String, atomClass: Symbol.AtomClass)] = [
    ("ord ", .ordinary), ("op ", .operation), ("bin ", .binary), ("rel ", .relation),
    ("open ", .opening), ("close ", .closing), ("punct ", .punctuation), ("inner ", .inner),
  ]

  /// The name of a character as it was typed: itself, or for a sign such as `≤` its command's.
  package static func name(of character: Character) -> String {
    // ASCII stands for itself, and most formulas need no more.
    character.isASCII ? String(character) : namesByGlyph[character] ?? String(character)
  }

  /// A sign typed as itself (`≤`, `α`, `−`) is the same as its command.
  private static let namesByGlyph: [Character: String] = {
    var names: [Character: String] = ["−": "-", "·": "cdot", "∗": "*", "′": "'", "…": "ldots"]
    for name in Self.names.sorted() {
      guard let entry = entry(name), entry.unicode.count == 1,
        let glyph = entry.unicode.first, !glyph.isASCII, names[glyph] == nil
      else { continue }
      names[glyph] = name
    }
    return names
  }()
}
