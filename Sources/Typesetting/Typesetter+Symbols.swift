import Notation
import TextGrid

extension Typesetter {
  func symbolAtom(_ symbol: Symbol, _ node: Notation, _ context: Context) -> Atom {
    var shown = context
    let text: String
    if let styled = Self.styledLetter(symbol.name, context.font) {
      text = isASCII ? symbol.name : styled.text
      shown.emphasis.formUnion(styled.emphasis)
    } else {
      shown.emphasis.formUnion(Self.emphasis(of: context.font))
      let entry = SymbolTable.entry(symbol.name)
      text = entry.map { isASCII ? $0.ascii : $0.unicode } ?? symbol.name
    }
    var atom = Atom(word(text, node, shown), symbol.atomClass, node)
    atom.name = symbol.name
    atom.isWordy = text.count > 1 && text.first?.isLetter == true
    return atom
  }

  static func emphasis(of font: Font?) -> Emphasis {
    switch font {
    case .mathbf, .boldsymbol: .bold
    case .mathcal, .mathscr, .mathfrak, .mathit: .italic
    default: []
    }
  }

  /// Double-struck and script letters that fonts have; the others are bold or slanted.
  private static func styledLetter(_ name: String, _ font: Font?) -> (
    text: String, emphasis: Emphasis
  )? {
    switch font {
    case .mathbb:
      let letters = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ"]
      return letters[name].map { ($0, []) } ?? (name.count == 1 ? (name, .bold) : nil)
    case .mathcal, .mathscr:
      let letters = [
        "L": "ℒ", "H": "ℋ", "F": "ℱ", "E": "ℰ", "B": "ℬ", "R": "ℛ", "I": "ℐ", "M": "ℳ",
      ]
      return letters[name].map { ($0, []) }
    default: return nil
    }
  }

  // MARK: Fonts and text

  func fontAtoms(
    _ font: Font, _ body: Notation, _ node: Notation, _ context: Context, next: Notation?
  ) -> [Atom] {
    var inner = context
    inner.font = font
    // Bold capitals side by side are a product of matrices.
    let isWord =
      isWord(body)
      && ([.mathrm, .mathsf, .mathtt, .mathit].contains(font) || letterCount(body) > 2)
    if isWord { inner = inner.fixed(.body) }
    let items = if case .row(let items) = body.kind { items } else { [body] }
    if case .text(let runs) = body.kind {
      inner.emphasis.formUnion(Self.emphasis(of: font))
      return [textAtom(runs, body, inner, next: next)]
    }
    var atoms = atoms(items, inner)
    guard isWord else { return atoms }
    for index in atoms.indices {
      atoms[index].left = .ordinary
      atoms[index].right = .ordinary
      if case .function = atoms[index].notation.kind, Self.emphasis(of: font) != [] {
        let emphasis = Self.emphasis(of: font)
        atoms[index].box = atoms[index].box.mapGlyphs {
          var glyph = $0
          glyph.style.emphasis.formUnion(emphasis)
          return glyph
        }
      }
    }
    // A gap before it as before a function, none but a letter's behind it.
    var atom = Atom(join(atoms, inner, node.id), .operation, node)
    atom.right = .ordinary
    atom.isWordy = true
    return [atom]
  }

  /// Two letters or more and nothing else, as in `\mathrm{KL}`: a word, not a product.
  func isWord(_ node: Notation) -> Bool {
    guard case .row(let items) = node.kind else { return false }
    if items.count == 1, case .function = items[0].kind { return true }
    return items.count > 1
      && items.allSatisfy {
        switch $0.kind {
        case .symbol(let symbol):
          symbol.name.count == 1 && (symbol.name.first?.isLetter == true || symbol.name == "-")
        case .space: true
        default: false
        }
      }
  }

  private func letterCount(_ node: Notation) -> Int {
    guard case .row(let items) = node.kind else { return 1 }
    if items.count == 1, case .function(let name, _) = items[0].kind { return name.count }
    return items.count
  }

  func textAtom(_ runs: [TextRun], _ node: Notation, _ context: Context, next: Notation?) -> Atom {
    var boxes: [Box] = []
    for run in runs {
      switch run {
      case .words(let words): boxes.append(word(words, node, context.fixed(.body)))
      case .formula(let formula):
        boxes.append(box(formula, context.with(context.isScript ? .script : .text)))
      }
    }
    var atom = Atom(boxes.isEmpty ? Box() : .beside(boxes), .ordinary, node)
    atom.startsInBlank = atom.firstCharacter == " "
    atom.endsInBlank = atom.lastCharacter == " "
    atom.isWordy = true
    // A word before a fence is a function's name.
    if case .fence? = next?.kind, case .words(let words)? = runs.first, runs.count == 1,
      words.count > 1, !words.contains(" ")
    {
      atom.left = .operation
    }
    return atom
  }

  // MARK: \not

  private static let negations = [
    "=": ("≠", "!="), "in": ("∉", "!in"), "ni": ("∌", "!ni"), "equiv": ("≢", "!=="),
    "subset": ("⊄", "!subset"), "supset": ("⊅", "!supset"), "subseteq": ("⊈", "!subseteq"),
    "supseteq": ("⊉", "!supseteq"), "<": ("≮", "!<"), ">": ("≯", "!>"), "leq": ("≰", "!<="),
    "geq": ("≱", "!>="), "sim": ("≁", "!~"), "approx": ("≉", "!~="), "simeq": ("≄", "!~-"),
    "cong": ("≇", "!~="), "exists": ("∄", "!exists"), "mid": ("∤", "!|"),
    "parallel": ("∦", "!||"), "rightarrow": ("↛", "-/>"), "Rightarrow": ("⇏", "=/>"),
    "leftarrow": ("↚", "</-"), "models": ("⊭", "!|="), "vdash": ("⊬", "!|-"),
  ]

  func negatedAtom(_ body: Notation, _ node: Notation, _ context: Context) -> Atom {
    if case .symbol(let symbol) = body.kind, let sign = Self.negations[symbol.name] {
      let text = isASCII ? sign.1 : sign.0
      var atom = Atom(word(text, body, context), symbol.atomClass, node)
      atom.isWordy = isASCII && text.last?.isLetter == true
      return atom
    }
    let inner = box(body, context)
    let box =
      isASCII
      ? Box.beside([word("!", node, context), inner])
      : inner.mapGlyphs {
        var glyph = $0
        if glyph.text != " ", !glyph.text.isEmpty { glyph.text += "\u{338}" }
        return glyph
      }
    return Atom(box, atomClass(of: body), node)
  }
}
