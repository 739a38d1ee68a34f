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

  package static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    // By bytes: to tell characters apart would take most of the time to a tutor's first formula.
    for line in (ordinaryAndBinary + "\n" + others).utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      guard fields.count == 4, let atomClass = classes[fields[1]] else { continue }
      entries[fields[0]] = Entry(
        symbol: Symbol(fields[0], atomClass), unicode: fields[2], ascii: fields[3])
    }
    return entries
  }()

  /// The name of a character as it was typed: itself, or for a sign such as `≤` its command's.
  package static func name(of character: Character) -> String {
    // ASCII stands for itself, and most formulas need no more.
    character.isASCII ? String(character) : namesByGlyph[character] ?? String(character)
  }

  /// A sign typed as itself (`≤`, `α`, `−`) is the same as its command.
  private static let namesByGlyph: [Character: String] = {
    var names: [Character: String] = ["−": "-", "·": "cdot", "∗": "*", "′": "'", "…": "ldots"]
    for name in entries.keys.sorted() {
      guard let entry = entries[name], entry.unicode.count == 1,
        let glyph = entry.unicode.first, !glyph.isASCII, names[glyph] == nil
      else { continue }
      names[glyph] = name
    }
    return names
  }()

  private static let classes: [String: Symbol.AtomClass] = [
    "ord": .ordinary, "op": .operation, "bin": .binary, "rel": .relation, "open": .opening,
    "close": .closing, "punct": .punctuation, "inner": .inner,
  ]
}
