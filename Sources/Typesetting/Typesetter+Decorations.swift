import Notation
import TextGrid

extension Typesetter {
  // MARK: Accents

  func accentAtom(_ accent: Accent, _ body: Notation, _ node: Notation, _ context: Context) -> Atom
  {
    var inner = context
    // A vector is bold, as in print, below its arrow.
    if accent == .vec, !isWideBody(body) { inner.emphasis.insert(.bold) }
    let base = box(body, inner)
    var atom = Atom(base, .ordinary, node)
    if accent == .vec, base.width == 1, context.isLinear, !isASCII {
      // Few fonts have this mark, and on one row there is no place for another.
      atom.box = base.mapGlyphs {
        var glyph = $0
        glyph.text += "\u{20D7}"
        return glyph
      }
      return atom
    }
    if base.width == 1, base.height == 1, !isASCII, let mark = Self.combining[accent] {
      atom.box = base.mapGlyphs {
        var glyph = $0
        glyph.text = Self.composed($0.text + mark)
        return glyph
      }
      return atom
    }
    if context.isLinear || (isASCII && context.isScript) {
      atom.box = linearAccent(accent, base, node, context)
      atom.isWordy = isASCII
      return atom
    }
    let width = max(1, base.width)
    let isUnder = accent == .underline
    let text: String =
      switch accent {
      case .overline, .bar: String(repeating: "_", count: width)
      case .underline: String(repeating: isASCII ? "-" : "‾", count: width)
      case .vec: String(repeating: isASCII ? "-" : "─", count: width - 1) + (isASCII ? ">" : "→")
      case .leftArrow:
        (isASCII ? "<" : "←") + String(repeating: isASCII ? "-" : "─", count: width - 1)
      case .widehat where width > 1:
        "/" + String(repeating: isASCII ? "-" : "‾", count: width - 2) + "\\"
      case .widetilde: String(repeating: "~", count: width)
      default: Self.marks[accent] ?? "^"
      }
    let mark = word(text, node, context)
    // A mark sits over its letter, not over the spaces beside it.
    atom.box = Box.stacked(isUnder ? [base, mark] : [mark, base], baselineOf: isUnder ? 0 : 1)
    atom.box.isTall = base.isTall
    if base.height == 1 {
      atom.box.scriptRows = atom.box.baseline..<atom.box.baseline + 1
    }
    return atom
  }

  private func isWideBody(_ node: Notation) -> Bool { flat(node).count > 1 }

  /// One code point where there is one: more fonts and terminals have ŷ than y with a mark.
  private static func composed(_ text: String) -> String {
    // Characters are equal if they look the same, however they are encoded.
    guard let character = text.first, text.count == 1,
      let index = precomposed.firstIndex(of: character)
    else { return text }
    return String(precomposed[index])
  }

  private static let precomposed: Set<Character> = Set(
    "âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐāēḡīōūȳĀĒḠĪŌŪȲãẽĩñõũṽỹÃẼĨÑÕŨṼỸȧḃċḋ"
      + "ėḟġḣṁṅȯṗṙṡṫẇẋẏżȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻäëḧïöẗüẅẍÿÄËḦÏÖÜẄẌŸǎčďěǧȟ"
      + "ǐǰǩľňǒřšťǔžǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽáćéǵíḱĺḿńóṕŕśúẃýźÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝ"
      + "ŹàèìǹòùẁỳÀÈÌǸÒÙẀỲăĕğĭŏŭĂĔĞĬŎŬåůẘẙÅŮ")

  private static let combining: [Accent: String] = [
    .hat: "\u{302}", .widehat: "\u{302}", .bar: "\u{304}", .overline: "\u{304}",
    .tilde: "\u{303}", .widetilde: "\u{303}", .dot: "\u{307}", .ddot: "\u{308}",
    .check: "\u{30C}", .acute: "\u{301}", .grave: "\u{300}", .breve: "\u{306}", .ring: "\u{30A}",
    .underline: "\u{332}", .dddot: "\u{20DB}",
  ]

  private static let marks: [Accent: String] = [
    .hat: "^", .widehat: "^", .tilde: "~", .widetilde: "~", .dot: ".", .ddot: "..",
    .dddot: "...", .check: "v", .acute: "'", .grave: "`", .breve: "u", .ring: "o",
  ]

  /// `y^` for one letter in ASCII, `hat(x + y)` for more.
  private func linearAccent(_ accent: Accent, _ base: Box, _ node: Notation, _ context: Context)
    -> Box
  {
    if isASCII, base.width == 1, accent != .leftArrow, accent != .vec {
      let mark = [.bar, .overline].contains(accent) ? "-" : Self.marks[accent] ?? "^"
      return .beside([base, word(mark, node, context)])
    }
    let name: String =
      switch accent {
      case .widehat: "hat"
      case .widetilde: "tilde"
      case .overline: "bar"
      case .leftArrow: "from"
      default: accent.rawValue
      }
    return .beside([word(name, node, context), wrapped(base, "(", ")", node, context)])
  }

  // MARK: Strikes

  /// A stroke through every cell; in ASCII, which has none, Markdown's marks around it: `~~x~~`.
  func cancelledAtom(_ body: Notation, _ node: Notation, _ context: Context) -> Atom {
    let inner = box(body, context)
    let mark = word("~~", node, context.fixed(.body))
    var atom = Atom(
      isASCII ? .beside([mark, inner, mark]) : inner.mapGlyphs(Self.struck), atomClass(of: body),
      node)
    atom.box.isTall = inner.isTall
    return atom
  }

  /// A wide character's right half has no text, and a mark would be lost there.
  private static func struck(_ glyph: Picture.Glyph) -> Picture.Glyph {
    var glyph = glyph
    if !glyph.text.isEmpty, glyph.node != nil || glyph.text != " " { glyph.text += "\u{336}" }
    return glyph
  }

  // MARK: Braces, stacks, frames

  func brace(
    _ side: BraceSide, _ body: Notation, _ label: Notation?, _ node: Notation, _ context: Context
  ) -> Box {
    let plain = context.fixed(.body)
    let text = label.map { box($0, context.with(.script)) }
    let inner = box(body, context)
    let width = max(3, inner.width)
    let left = (width - 3) / 2
    let right = width - 3 - left
    let line = isASCII ? (side == .under ? "_" : "-") : "─"
    let ends =
      isASCII
      ? (side == .under ? ("\\", "/") : ("/", "\\")) : (side == .under ? ("╰", "╯") : ("╭", "╮"))
    let point = text == nil || isASCII ? line : side == .under ? "┬" : "┴"
    let curve = word(
      ends.0 + String(repeating: line, count: left) + point + String(repeating: line, count: right)
        + ends.1, node, plain)
    let parts = [inner, curve] + (text.map { [$0] } ?? [])
    var result =
      side == .under
      ? Box.stacked(parts) : Box.stacked(parts.reversed(), baselineOf: parts.count - 1)
    result.isTall = true
    return result
  }

  func stack(_ node: Notation, _ context: Context) -> Box {
    guard case .stack(let base, let over, let under) = node.kind else { return Box() }
    let script = context.with(.script)
    let above = over.map { box($0, script) }
    let below = under.map { box($0, script) }
    let sign = arrow(base, atLeast: max(above?.width ?? 0, below?.width ?? 0) + 2, context)
    let middle = sign ?? box(base, context)
    var result = Box.stacked(
      [above, middle, below].compactMap { $0 }, baselineOf: above == nil ? 0 : 1)
    result.isTall = middle.isTall
    return result
  }

  /// An arrow long enough for what is written over it.
  private func arrow(_ base: Notation, atLeast width: Int, _ context: Context) -> Box? {
    let items = flat(base)
    guard items.count == 1, case .symbol(let symbol) = items[0].kind,
      let ends = Self.arrowEnds[symbol.name]
    else { return nil }
    let (left, line, right) = isASCII ? ends.ascii : ends.unicode
    let count = max(1, width - left.count - right.count)
    return word(left + String(repeating: line, count: count) + right, items[0], context)
  }

  private typealias ArrowParts = (String, String, String)
  private static let arrowEnds: [String: (unicode: ArrowParts, ascii: ArrowParts)] = [
    "rightarrow": (("", "─", "→"), ("", "-", ">")),
    "longrightarrow": (("", "─", "→"), ("", "-", ">")),
    "leftarrow": (("←", "─", ""), ("<", "-", "")),
    "leftrightarrow": (("←", "─", "→"), ("<", "-", ">")),
    "Rightarrow": (("", "═", "⇒"), ("", "=", ">")),
    "Leftarrow": (("⇐", "═", ""), ("<", "=", "")),
    "mapsto": (("├", "─", "→"), ("|", "-", ">")),
  ]

  func boxed(_ inner: Box, _ node: Notation, _ context: Context) -> Box {
    let plain = context.fixed(.body)
    let (corners, line, side) = isASCII ? ("++++", "-", "|") : ("┌┐└┘", "─", "│")
    let corner = corners.map(String.init)
    let bar = String(repeating: line, count: inner.width + 2)
    let edge = word(side, node, plain).rows[0]
    var rows = word(corner[0] + bar + corner[1], node, plain).rows
    for row in inner.rows { rows.append(edge + [.blank] + row + [.blank] + edge) }
    rows += word(corner[2] + bar + corner[3], node, plain).rows
    var box = Box(rows: rows, baseline: inner.baseline + 1)
    box.isTall = true
    return box
  }
}
