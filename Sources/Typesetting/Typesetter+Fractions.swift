import Notation
import TextGrid

extension Typesetter {
  /// A bar in display and text; `a/b` in scripts and on one row, unless a part is taller than that.
  func fractionAtom(
    _ upper: Notation, _ lower: Notation, _ node: Notation, _ context: Context
  ) -> Atom {
    let inner =
      context.isLinear ? context : context.with(context.isScript ? .script : .text)
    let over = box(upper, inner)
    let under = box(lower, inner)
    if context.isLinear || (context.isScript && over.height == 1 && under.height == 1) {
      return linearFraction(upper, over, lower, under, node, context)
    }
    var atom = Atom(stackedFraction(over, under, node, context), .inner, node)
    atom.isFraction = true
    return atom
  }

  func stackedFraction(_ over: Box, _ under: Box, _ node: Notation, _ context: Context) -> Box {
    var width = max(over.width, under.width, 1)
    // A bar inside that is as wide would look like the same bar.
    if max(over.bar, under.bar) >= width { width += 2 }
    let bar = word(String(repeating: isASCII ? "-" : "─", count: width), node, context.fixed(.body))
    var result = Box.stacked([over, bar, under], baselineOf: 1)
    result.bar = width
    result.isTall = true
    return result
  }

  private func linearFraction(
    _ upper: Notation, _ over: Box, _ lower: Notation, _ under: Box, _ node: Notation,
    _ context: Context
  ) -> Atom {
    let slash = word("/", node, context.fixed(.body))
    let parts = [
      isSum(upper) ? wrapped(over, "(", ")", node, context) : over, slash,
      isSum(lower) || isProduct(lower) ? wrapped(under, "(", ")", node, context) : under,
    ]
    var atom = Atom(.beside(parts), context.isScript ? .ordinary : .inner, node)
    atom.isFraction = !context.isScript
    return atom
  }

  /// Whether a part of `a/b` needs brackets: it holds a sign that binds less than the stroke.
  private func isSum(_ node: Notation) -> Bool {
    let items = flat(node)
    return items.enumerated().contains { index, item in
      switch item.kind {
      case .symbol(let symbol):
        symbol.atomClass == .relation || symbol.atomClass == .punctuation || symbol.name == "/"
          || (symbol.atomClass == .binary && index > 0)
      case .fraction: true
      default: false
      }
    }
  }

  /// Several factors under the stroke: all but `∂x`, `dx` and a function with its fence.
  private func isProduct(_ node: Notation) -> Bool {
    let items = flat(node).filter { if case .space = $0.kind { false } else { true } }
    guard items.count > 1 else { return false }
    if isDifferential(items[0]) { return items.count > 2 }
    var index = 0
    if case .bigOperator = scriptBase(items[0]).kind { return items.count > 1 }
    if case .function = scriptBase(items[0]).kind { index = 1 }
    if case .text = scriptBase(items[0]).kind { index = 1 }
    if index == 0, items.count == 2, case .fence = items[1].kind { return false }
    return items.count - index > 1
  }

  private func isDifferential(_ node: Notation) -> Bool {
    switch node.kind {
    case .symbol(let symbol): ["partial", "d"].contains(symbol.name)
    case .font(_, let body): isDifferential(body)
    case .row(let items): items.count == 1 && isDifferential(items[0])
    default: false
    }
  }

  /// Whether `√x` would seem to end before `x` does.
  private func bindsLooser(_ node: Notation) -> Bool {
    switch scriptBase(node).kind {
    case .fraction, .bigOperator, .function: true
    default: false
    }
  }

  /// Whether a fraction after this node needs brackets on one row: `log (a/b)`.
  func takesArgument(_ node: Notation) -> Bool {
    switch scriptBase(node).kind {
    case .function(_, let limits): !limits
    default: false
    }
  }

  /// Whether a fraction has a factor right before or after it.
  func standsBesideFactor(_ index: Int, in items: [Notation]) -> Bool {
    guard case .fraction = items[index].kind else { return false }
    func isFactor(_ item: Notation?, before: Bool) -> Bool {
      guard let item else { return false }
      let base = flat(scriptBase(item)).first ?? item
      switch base.kind {
      case .symbol(let symbol): return symbol.atomClass == .ordinary && symbol.name != "/"
      case .number, .fraction, .radical, .fence, .font, .accent, .matrix: return true
      case .function, .bigOperator: return !before
      case .row(let items): return !items.isEmpty
      default: return false
      }
    }
    func isShown(_ item: Notation) -> Bool {
      switch item.kind {
      case .space, .style, .phantom: false
      default: true
      }
    }
    return isFactor(items[..<index].last(where: isShown), before: true)
      || isFactor(items[(index + 1)...].first(where: isShown), before: false)
  }

  /// The base of a script, in brackets where the picture would give the script to a part of it:
  /// `√x²`, or a fraction's numerator.
  func bracketed(_ base: Notation) -> Notation {
    guard let only = flat(base).first, flat(base).count == 1 else { return base }
    switch only.kind {
    case .fraction, .radical:
      return Notation(
        .fence(
          open: .leftParenthesis, body: only, close: .rightParenthesis, growth: .whenTall),
        range: base.range, id: base.id)
    default: return base
    }
  }

  private func scriptBase(_ node: Notation) -> Notation {
    if case .script(let base?, _, _, _, _) = node.kind { return base }
    return node
  }

  func flat(_ node: Notation) -> [Notation] {
    guard case .row(let items) = node.kind else { return [node] }
    return items.count == 1 ? flat(items[0]) : items
  }

  func wrapped(_ box: Box, _ open: String, _ close: String, _ node: Notation, _ context: Context)
    -> Box
  {
    let plain = context.fixed(.body)
    return .beside([word(open, node, plain), box, word(close, node, plain)])
  }

  // MARK: Radicals

  func radical(_ index: Notation?, _ radicand: Notation, _ node: Notation, _ context: Context)
    -> Box
  {
    let inner = box(radicand, context.style == .display ? context.with(.text) : context)
    let plain = context.fixed(.body)
    let degree = index.map { box($0, context.with(.script)) }
    if inner.height == 1, degree?.height ?? 1 == 1 {
      let isOne = flat(radicand).count == 1 && !isASCII && !bindsLooser(flat(radicand)[0])
      let body = isOne || isFenced(radicand) ? inner : wrapped(inner, "(", ")", node, context)
      return .beside([radicalSign(degree, node, plain), body])
    }
    let bar = isASCII ? "_" : "─"
    let top = word(
      (isASCII ? " " : "┌") + String(repeating: bar, count: inner.width + 1), node, plain)
    var rows = top.rows
    let side = word(isASCII ? "| " : "│ ", node, plain).rows[0]
    for row in inner.rows { rows.append(side + row) }
    var sign = Box(rows: rows, baseline: inner.baseline + 1)
    let foot = word(isASCII ? "\\" : "╲", node, plain)
    var hook = Array(repeating: [Picture.Glyph](), count: sign.height)
    hook[sign.height - 1] = foot.rows[0]
    if let degree, degree.height == 1, sign.height > 1 {
      hook[sign.height - 2] = raised(degree).rows[0]
      hook[sign.height - 1] =
        Array(repeating: .blank, count: max(0, degree.width - 1)) + foot.rows[0]
    }
    let left = Box(rows: hook, baseline: sign.baseline)
    sign = .beside([left, sign])
    sign.isTall = inner.isTall
    return sign
  }

  private func radicalSign(_ degree: Box?, _ node: Notation, _ context: Context) -> Box {
    guard let degree else { return word(isASCII ? "sqrt" : "√", node, context) }
    let text = degree.rows[0].map(\.text).joined()
    if isASCII {
      return .beside([word("root", node, context), wrapped(degree, "[", "]", node, context)])
    }
    if let sign = ["3": "∛", "4": "∜"][text] {
      // The sign stands for the degree too, so that inspecting the degree finds it.
      return word(sign, node, context).mapGlyphs {
        var glyph = $0
        glyph.node = degree.rows[0].first?.node
        return glyph
      }
    }
    return .beside([raised(degree), word("√", node, context)])
  }

  private func raised(_ degree: Box) -> Box {
    guard !isASCII else { return degree }
    return degree.mapGlyphs {
      var glyph = $0
      glyph.text = CompactScripts.upper[$0.text] ?? $0.text
      return glyph
    }
  }

  private func isFenced(_ node: Notation) -> Bool {
    let items = flat(node)
    guard items.count == 1, case .fence = items[0].kind else { return false }
    return true
  }
}
