import Notation

/// Makes notation that nobody wrote: its ranges are empty, its ids are given at the end.
enum NotationMaker {
  static func node(_ kind: Notation.Kind) -> Notation { Notation(kind, range: 0..<0, id: 0) }

  static func row(_ items: [Notation]) -> Notation {
    items.count == 1 ? items[0] : node(.row(items))
  }

  static func sign(_ name: String, _ atomClass: Symbol.AtomClass = .binary) -> Notation {
    node(.symbol(Symbol(name, atomClass)))
  }

  static func function(_ name: String) -> Notation {
    node(.function(name: name, limits: name == "max" || name == "min"))
  }

  static func fence(_ body: Notation) -> Notation {
    node(
      .fence(
        open: .leftParenthesis, body: body, close: .rightParenthesis, growth: .whenTall))
  }

  static func script(_ base: Notation, lower: Notation? = nil, upper: Notation? = nil) -> Notation {
    node(.script(base: base, lower: lower, upper: upper, primes: 0, limits: .automatic))
  }

  static func list(_ entries: [Notation]) -> Notation {
    row(Array(entries.map { [$0] }.joined(separator: [sign(",", .punctuation)])))
  }

  /// A number, without its sign. Whole numbers need no decimals: formulas are no tables.
  static func unsigned(_ number: ShownNumber) -> Notation {
    switch number.size {
    case .undefined: return node(.text([.words("undefined")]))
    case .infinite: return sign("infty", .ordinary)
    case .plain(let digits):
      let whole = number.isWhole ? digits.prefix { $0 != "." } : Substring(digits)
      return node(.number(String(whole)))
    case .power(let digits, let exponent):
      let size = node(.number(String(exponent.magnitude)))
      let power = script(
        node(.number("10")), upper: exponent < 0 ? node(.row([sign("-"), size])) : size)
      return node(.row([node(.number(digits)), sign("times"), power]))
    }
  }

  static func relation(_ relation: Relation) -> Notation {
    let names: [Relation: String] = [
      .equal: "=", .approximate: "approx", .unequal: "neq", .lessOrEqual: "leq",
      .greaterOrEqual: "geq", .less: "<", .greater: ">", .definition: ":=",
    ]
    return sign(names[relation] ?? "=", .relation)
  }
}
