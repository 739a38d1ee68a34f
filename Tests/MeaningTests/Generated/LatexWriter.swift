import SoftmaxCore

/// Writes terms in LaTeX, each time in other words: the many spellings that people have for one
/// thing. What it writes has one meaning by the rules of `docs/meaning.md`.
struct LatexWriter {
  var random: SplitMix64
  /// Whether it writes what other people's notes have besides: \hat y for p, a minus right behind
  /// Σ, cases as an array …
  let isWide: Bool

  init(_ random: SplitMix64, isWide: Bool = false) {
    self.random = random
    self.isWide = isWide
  }

  mutating func pick(_ spellings: String...) -> String {
    spellings[Int.random(in: 0..<spellings.count, using: &random)]
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// Now and then, where everything may be written.
  mutating func isWideNow() -> Bool { isWide && chance(30) }

  /// The whole formula.
  mutating func formula(_ term: Term) -> String {
    let text = text(term)
    guard isWideNow() else { return text }
    return pick("\\boxed{\(text)}", "{\\displaystyle \(text)}", "\\large \(text)")
  }

  mutating func text(_ term: Term) -> String { piece(term).text }

  mutating func piece(_ term: Term) -> Piece {
    switch term {
    case .number(let digits): Piece(digits, .primary)
    case .scalar("L"): Piece(isWideNow() ? "\\mathcal{L}" : "L", .primary)
    case .scalar(let name): Piece(isWideNow() ? "\\cancel{\(name)}" : name, .primary)
    case .vector(let name), .matrix(let name): Piece(fonts(name), .primary)
    case .count(let index): Piece(text(index), .primary)
    case .entry(let body, let index): entry(body, index)
    case .matrixEntry(let body, let row, let column): matrixEntry(body, row, column)
    case .apply(let operation, let parts): apply(operation, parts)
    case .call(let name, let argument): Piece(name + bracket(text(argument), round: true), .factor)
    case .sum(let binder, let body): big("\\sum", binder, body)
    case .product(let binder, let body):
      Piece(bigSign("\\prod", binder) + " " + bracket(text(body)), .product, isOpen: true)
    case .maximum(let binder, let body):
      Piece(pick("\\max", "\\max\\limits") + "_{\(binder.name)} " + bracket(text(body)), .factor)
    case .expectation(let weights, let body):
      Piece(
        (isWideNow() ? "\\operatorname{E}" : pick("\\mathbb{E}", "E", "\\mathrm{E}"))
          + "_{x \\sim \(weights)}"
          + square(text(body)), .factor)
    case .outcome(let name): Piece(name + "(x)", .factor)
    case .indicator(let condition): indicator(condition)
    case .cases(let condition, let first, let second): cases(condition, first, second)
    case .derivative(let body, let variable): derivative(body, variable)
    case .gradient(let body): gradient(body)
    case .jacobian(let body):
      Piece("\\frac{\\partial \(text(body))}{\\partial \(fonts("z"))}", .factor)
    }
  }

  // MARK: Names and indices

  private mutating func fonts(_ name: String) -> String {
    if name == "p", isWideNow() { return pick("\\hat{y}", "\\hat y", "\\hat{\\mathbf{y}}") }
    guard name.count == 1, chance(25) else { return name }
    return pick("\\mathbf{\(name)}", "\\boldsymbol{\(name)}", "\\mathrm{\(name)}")
  }

  func text(_ index: Term.Index) -> String {
    switch index {
    case .fixed(let number): String(number)
    case .name(let name): name
    }
  }

  private mutating func entry(_ body: Term, _ index: Term.Index) -> Piece {
    let place = text(index)
    let script = chance(60) ? "_\(place)" : "_{\(place)}"
    if case .vector(let name) = body {
      return Piece(fonts(name) + script, .primary)
    }
    if case .apply(.softmax, let parts) = body {
      let name =
        isWideNow()
        ? "\\sigma" : pick("\\operatorname{softmax}", "\\text{softmax}", "\\mathrm{softmax}")
      let argument = bracket(text(parts[0]), round: true)
      return Piece(chance(30) ? name + script + argument : name + argument + script, .factor)
    }
    return Piece(bracket(text(body)) + script, .factor)
  }

  private mutating func matrixEntry(
    _ body: Term, _ row: Term.Index, _ column: Term.Index
  ) -> Piece {
    // Two digits side by side are a number, except behind a name.
    let isShort = [row, column].allSatisfy { if case .name = $0 { true } else { false } }
    let separator = isShort && chance(40) ? "" : pick(",", ", ")
    let script = "_{\(text(row))\(separator)\(text(column))}"
    if case .matrix(let name) = body { return Piece(fonts(name) + script, .primary) }
    return Piece(bracket(text(body)) + script, .factor)
  }

  // MARK: Brackets

  mutating func bracket(_ text: String, round: Bool = false) -> String {
    let forms = [
      "(\(text))", "(\(text))", "\\left(\(text)\\right)", "\\big(\(text)\\big)",
      "\\bigl(\(text)\\bigr)", "\\Big( \(text) \\Big)", "( \(text) )",
    ]
    if !round, chance(20) { return square(text) }
    return forms[Int.random(in: 0..<forms.count, using: &random)]
  }

  private mutating func square(_ text: String) -> String {
    pick("[\(text)]", "\\left[ \(text) \\right]", "\\big[\(text)\\big]")
  }

  /// As a factor that takes in nothing that follows.
  mutating func factor(_ term: Term) -> Piece {
    let found = piece(term)
    guard found.level < .factor || found.isOpen || found.hasSlash else { return found }
    return Piece(bracket(found.text), .primary)
  }

  /// As what may carry a script.
  mutating func primary(_ term: Term) -> Piece {
    let found = piece(term)
    guard found.level < .primary || found.isOpen else { return found }
    return Piece(bracket(found.text), .primary)
  }

  // MARK: Big signs

  private mutating func big(_ sign: String, _ binder: Term.Binder, _ body: Term) -> Piece {
    let head = bigSign(sign, binder)
    let inside = piece(body)
    if isWide, case .apply(.negate, _) = body {
      return Piece(head + " " + inside.text, .product, isOpen: true)
    }
    let text = inside.level == .terms || chance(15) ? bracket(inside.text) : inside.text
    return Piece(head + " " + text, .product, isOpen: true)
  }

  private mutating func bigSign(_ sign: String, _ binder: Term.Binder) -> String {
    let name = binder.name
    var head = sign
    if chance(15) { head = pick("\\displaystyle ", "\\textstyle ", "") + head }
    if chance(15) { head += pick("\\limits", "\\nolimits") }
    switch binder.range {
    case .all where isWideNow(): return head + "_\(name)^{}"
    case .all:
      return head
        + pick(
          "_\(name)", "_{\(name)}", "_{\(name)=1}^n", "_{\(name) = 1}^{n}", "_\(name)^n")
    case .from(let first): return head + "_{\(name)=\(first)}^n"
    case .to(let last): return head + "_{\(name) = 1}^{\(last)}"
    case .except(let index): return head + "_{\(name) \(pick("\\neq", "\\ne")) \(text(index))}"
    }
  }

  // MARK: Conditions

  private mutating func indicator(_ condition: Term.Condition) -> Piece {
    let (left, right) = (text(condition.left), text(condition.right))
    let claim = "\(left) \(condition.isEqual ? "=" : "\\neq") \(right)"
    if case (.name, .name) = (condition.left, condition.right), condition.isEqual, chance(40) {
      return Piece(pick("\\delta_{\(left)\(right)}", "\\delta_{\(left),\(right)}"), .factor)
    }
    return Piece(
      pick(
        "\\mathbb{1}(\(claim))", "\\mathbb{1}[\(claim)]", "\\mathbb{1}_{\(claim)}",
        "\\mathbb{I}(\(claim))", "\\mathbb{1}\\{\(claim)\\}"), .factor)
  }

  private mutating func cases(_ condition: Term.Condition, _ first: Term, _ second: Term) -> Piece {
    let (left, right) = (text(condition.left), text(condition.right))
    let (yes, no) = condition.isEqual ? ("=", "\\neq") : ("\\neq", "=")
    let otherwise = pick("\\text{otherwise}", "\(left) \(no) \(right)")
    let word = pick("", "\\text{if } ")
    let comma = isWideNow() ? "," : ""
    let when = isWideNow() ? "(\(left) \(yes) \(right))" : "\(word)\(left) \(yes) \(right)"
    let rows =
      "\(text(first))\(comma) & \(when) \\\\ \(text(second))\(comma) & \(otherwise)"
    if isWideNow() {
      let body = "\\left\\{ \\begin{array}{ll} \(rows) \\end{array} \\right."
      return Piece("(\(body))", .primary)
    }
    return Piece("(\\begin{cases} \(rows) \\end{cases})", .primary)
  }
}
