import Notation

/// What a sign between factors, terms or sides says.
enum Sign: Hashable {
  case plus, minus
  case factor(Expression.Factor.Sign)
  case relation(Relation)
  /// A relation without a value: ∈, ∼, ∝. It stays typeset only.
  case otherRelation(String)
  /// →, ⟹ and their like end a chain.
  case arrow
  case comma
  case bar
  /// A binary sign without a meaning here: ±, ∪, ∘.
  case unknown(String)

  init?(_ notation: Notation) {
    switch notation.kind {
    case .symbol(let symbol): self.init(symbol)
    case .negated(let body):
      guard case .relation(let relation)? = Sign(body), let negation = relation.negation else {
        return nil
      }
      self = .relation(negation)
    // `\overset{(a)}{=}` is an equals sign with a remark.
    case .stack(let base, _, _), .classed(_, let base), .colored(_, let base):
      self.init(base)
    case .row(let items) where items.count == 1: self.init(items[0])
    case .delimiter(.bar), .delimiter(.doubleBar): self = .bar
    default: return nil
    }
  }

  private init?(_ symbol: Symbol) {
    if let sign = Self.table[symbol.name] {
      self = sign
    } else if symbol.name.utf8.count < 5 {
      // Letters and short signs, nearly all there are: no name of an arrow is that short.
      switch symbol.atomClass {
      case .relation: self = .otherRelation(symbol.name)
      case .binary: self = .unknown(symbol.name)
      default: return nil
      }
    } else if symbol.name.lowercased().contains("arrow") || symbol.name.contains("mapsto") {
      self = .arrow
    } else if symbol.atomClass == .relation {
      self = .otherRelation(symbol.name)
    } else if symbol.atomClass == .binary {
      self = .unknown(symbol.name)
    } else {
      return nil
    }
  }

  private static let table: [String: Sign] = [
    "+": .plus, "-": .minus,
    "times": .factor(.times), "cdot": .factor(.dot), "*": .factor(.star), "/": .factor(.slash),
    "div": .factor(.slash), "odot": .factor(.elementwise),
    "=": .relation(.equal), "approx": .relation(.approximate), "simeq": .relation(.approximate),
    "neq": .relation(.unequal), "leq": .relation(.lessOrEqual), "geq": .relation(.greaterOrEqual),
    "<": .relation(.less), ">": .relation(.greater), ":=": .relation(.definition),
    "triangleq": .relation(.definition),
    ",": .comma, ";": .comma, "|": .bar, "||": .bar, "mid": .bar, "Vert": .bar, "parallel": .bar,
    "implies": .arrow, "iff": .arrow, "therefore": .arrow, "because": .arrow,
  ]

  /// How the sign is written, for a sentence about it; nil for an arrow, of which there are many.
  var spelling: String? {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .factor(let sign): sign.spelling
    case .relation(let relation): relation.rawValue
    case .otherRelation(let name), .unknown(let name): "\\\(name)"
    case .arrow: nil
    case .comma: ","
    case .bar: "|"
    }
  }
}

extension Notation {
  /// Whether it claims something of what stands around it.
  var isRelationSign: Bool {
    if case .relation? = Sign(self) { return true }
    return false
  }
}

extension Expression.Factor.Sign {
  /// How the sign is written, which a factor beside another does not need.
  var spelling: String {
    switch self {
    case .beside: ""
    case .times: "\\times"
    case .dot: "\\cdot"
    case .star: "*"
    case .slash: "/"
    case .elementwise: "\\odot"
    }
  }
}

extension Relation {
  var negation: Relation? {
    switch self {
    case .equal: .unequal
    case .unequal: .equal
    case .less: .greaterOrEqual
    case .greater: .lessOrEqual
    case .lessOrEqual: .greater
    case .greaterOrEqual: .less
    case .approximate, .definition: nil
    }
  }
}
