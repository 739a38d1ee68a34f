import Notation

extension ExpressionReader {
  /// Functions that need no definition.
  static let builtIns: Set<String> = [
    "exp", "log", "ln", "max", "min", "diag", "tr", "trace",
  ]

  /// Functions that the field writes and that nothing here evaluates.
  private static let notationOnly: Set<String> = [
    "arg", "argmax", "argmin", "arg max", "arg min", "lim", "lim inf", "lim sup", "inf", "sup",
    "det", "gcd", "Pr",
  ]

  /// An upright name: one of the built-in functions, or one that was declared.
  func readFunction(
    _ name: String, lower: Notation?, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    items.advance()
    if let lower, let whole = Spelling.subscripted(name, by: lower), isKnown(whole, in: scope) {
      return try readApplied(whole, indices: nil, item: item, &items, in: scope)
    }
    if names[name] != nil || scope.parameters[name] != nil {
      let indices: [Expression]? =
        if let lower { try readIndices(lower, of: name, in: scope) } else { nil }
      return try readApplied(name, indices: indices, item: item, &items, in: scope)
    }
    guard Self.builtIns.contains(name) else {
      guard Self.notationOnly.contains(name) else { throw undefined(item, in: scope) }
      throw FormulaDiagnostic("\(name) is notation only: it has no value", range: item.range)
    }
    return try readBuiltIn(name, lower: lower, item, &items, in: scope)
  }

  func readBuiltIn(
    _ name: String, lower: Notation?, _ item: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let start = items.position - 1
    switch name {
    case "max", "min":
      return try readExtreme(name == "max", lower: lower, item, &items, in: scope)
    case "log":
      let base = try readBase(lower, in: scope)
      let argument = try readArgument(of: item, &items, in: scope)
      return Expression(
        .logarithm(argument, base), argument.sort, node: item.id,
        range: items.range(from: start))
    default: break
    }
    if let lower {
      throw FormulaDiagnostic("\\\(name) takes no index", range: lower.range)
    }
    let argument = try readArgument(of: item, &items, in: scope)
    let range = items.range(from: start)
    switch name {
    case "exp":
      return Expression(.exponential(argument), argument.sort, node: item.id, range: range)
    case "ln":
      return Expression(.logarithm(argument, .natural), argument.sort, node: item.id, range: range)
    case "diag":
      guard argument.sort == .vector else {
        throw FormulaDiagnostic("diag takes a vector", range: argument.range)
      }
      return Expression(.apply(.diagonal, [argument]), .matrix, node: item.id, range: range)
    default:
      guard argument.sort == .matrix else {
        throw FormulaDiagnostic("a trace takes a matrix", range: argument.range)
      }
      return Expression(.apply(.trace, [argument]), .scalar, node: item.id, range: range)
    }
  }

  private func readBase(
    _ lower: Notation?, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression.Base {
    guard let lower else { return .unit }
    let base = try read(lower, in: scope)
    switch base.kind {
    case .number(2, _): return .two
    case .number(10, _): return .ten
    case .name("e"): return .natural
    default:
      guard base.sort == .scalar else { throw notScalar(base, in: "the base of a logarithm") }
      return .other(base)
    }
  }

  /// Rule 9: a fence or braces; else one factor, after which nothing may stand that could belong
  /// to it.
  func readArgument(
    of function: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let next = items.next else {
      throw FormulaDiagnostic("this function needs an argument", range: function.range)
    }
    if let sign = Sign(next) {
      throw FormulaDiagnostic(
        "\(sign.spelling) stands where the function's argument should; put that in brackets",
        range: next.range)
    }
    var argument: Expression
    if next.fenced != nil || next.isGroup {
      items.advance()
      argument = try readAtom(next, in: scope)
    } else if case .script(let base?, _, _, _, _) = next.kind, base.fenced != nil {
      throw FormulaDiagnostic(
        "it is unclear whether the script belongs to the function or to its argument; put brackets "
          + "around what it belongs to", range: next.range)
    } else {
      argument = try readFactor(&items, in: scope)
      if let after = items.next, belongsToProduct(after) {
        throw FormulaDiagnostic(
          "it is unclear whether this belongs to the function's argument too; put that in brackets",
          range: after.range)
      }
    }
    guard argument.sort != .truth else { throw truthAsNumber(argument) }
    return argument
  }

  /// Whether an item would go on with a product.
  func belongsToProduct(_ item: Notation) -> Bool {
    guard let sign = Sign(item) else { return true }
    if case .factor = sign { return true }
    return false
  }

  /// max(a, b), max_k z_k, max z.
  private func readExtreme(
    _ isMaximum: Bool, lower: Notation?, _ item: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let start = items.position - 1
    if let lower {
      let (binder, inner, index) = try readBinder(
        lower: lower, upper: nil, before: items.rest, in: scope)
      let body = try readArgument(of: item, &items, in: inner)
      guard body.sort == .scalar else { throw notScalar(body, in: "a maximum over an index") }
      return Expression(
        .big(isMaximum ? .max : .min, binder.counting(index), body: body), .scalar, node: item.id,
        range: items.range(from: start))
    }
    var arguments: [Expression] = []
    if let fence = items.next?.fenced {
      let parts = Items(fence).split { $0 == .comma }
      items.advance()
      for part in parts { arguments.append(try read(all: part, in: scope)) }
    } else {
      arguments = [try readArgument(of: item, &items, in: scope)]
    }
    for argument in arguments {
      guard argument.sort == .scalar || arguments.count == 1 && argument.sort == .vector else {
        throw notScalar(argument, in: "a maximum of several")
      }
    }
    return Expression(
      .apply(isMaximum ? .max : .min, arguments), .scalar, node: item.id,
      range: items.range(from: start))
  }
}

extension Notation {
  /// Braces, which hold their contents together.
  fileprivate var isGroup: Bool {
    if case .row = kind { return true }
    return false
  }
}
