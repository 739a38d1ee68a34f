import Notation

// Functions of the table
extension Resolver {
  /// A function of the table with its argument: a bracket, or for a prefix one factor (rule 9).
  func apply(
    _ function: Function, _ named: Named, _ word: Syntax.Word, _ scripts: Syntax.Scripts,
    _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    if case .notation(let instead) = function.rule { throw notation(function, instead, named) }
    // Spelled in another way, or by a program, it is a name of the course.
    if case .defined = function.rule {
      var own = named
      own.spelling = function.name
      return try resolveDefined(own, &factors, in: scope)
    }
    if let lower = named.lower, let binder = scripts.lower?.binder {
      return try applyOverIndex(function, binder.get(), lower, named, &factors, in: scope)
    }
    let base = try base(of: function, named, in: scope)
    let (arguments, end, after) = try arguments(of: function, named, &factors, in: scope)
    let range = named.syntax.range.lowerBound..<max(named.syntax.range.upperBound, end)
    let value = try apply(
      function, base, arguments, named, Syntax(.word(word), node: named.syntax.node, range: range),
      in: scope)
    guard let after else { return value }
    return try addScripts(after.scripts, to: value, after.syntax, in: scope)
  }

  private func apply(
    _ function: Function, _ base: LogarithmFoot, _ arguments: [Expression], _ named: Named,
    _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort) -> Expression {
      Expression(kind, sort, at: syntax)
    }
    if let other = function.ofVector, arguments[0].sort == .vector,
      let name = names[other], let definition = name.definitions[1]
    {
      lint(.readAsOther(named.spelling, other: other), at: named.syntax.range)
      let shape = ParameterShape(sort: .vector, axes: axes(of: arguments[0], in: scope))
      let meaning = try self.definition(definition, shapes: [shape], at: syntax.range)
      return make(
        .call(Application(definition: meaning, indices: [], arguments: arguments)), .vector)
    }
    switch function.rule {
    case .entrywise:
      let argument = arguments[0]
      guard argument.sort != .truth else { throw truthAsNumber(argument) }
      if named.primes > 0 {
        guard argument.sort == .scalar else { throw noSlope(named) }
        return make(.slope(.table(function), order: named.primes, at: argument), .scalar)
      }
      switch base {
      case .none: return make(.apply(function, [argument]), argument.sort)
      case .named(let other): return make(.apply(other, [argument]), argument.sort)
      case .other(let foot): return make(.logarithm(argument, base: foot), argument.sort)
      }
    case .whole(let takes, let shape, _):
      guard named.primes == 0 else { throw noSlope(named) }
      guard let sort = shape(arguments.map(\.sort)) else {
        throw FormulaDiagnostic(
          .takesOther(function.name, domain: takes), range: arguments[0].range)
      }
      return make(.apply(function, arguments), sort)
    case .defined, .notation: throw notation(function, nil, named)
    }
  }

  private func notation(
    _ function: Function, _ instead: String?, _ named: Named
  ) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .notationOnly(function.name), suggestion: instead,
      range: named.syntax.range)
  }

  func noSlope(_ named: Named) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .primeOfVector,
      suggestion: "\\frac{\\partial p_i}{\\partial z_j}", range: named.syntax.range)
  }

  // MARK: Bases

  /// What stands at the foot of a logarithm.
  private enum LogarithmFoot {
    case none
    case named(Function)
    case other(Expression)
  }

  private func base(
    of function: Function, _ named: Named, in scope: Scope
  ) throws(FormulaDiagnostic) -> LogarithmFoot {
    guard let lower = named.lower else { return .none }
    guard function.name == "log", let foot = try lower.indices.get().first?.syntax else {
      throw FormulaDiagnostic(.takesNoIndex(function.latex), range: lower.range)
    }
    switch foot.kind {
    case .number("2"): return .named(try self.function("log2", at: foot))
    case .number("10"): return .named(try self.function("log10", at: foot))
    case .word where foot.word == "e" && names["e"]?.meaning == .eulersNumber:
      return .named(try self.function("ln", at: foot))
    default:
      return .other(try resolveNumber(foot, in: scope, place: .baseOfLogarithm))
    }
  }

  // MARK: Arguments

  private typealias Arguments = (
    all: [Expression], end: Int, after: (scripts: Syntax.Scripts, syntax: Syntax)?
  )

  private func arguments(
    of function: Function, _ named: Named, _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Arguments {
    if let (bracket, scripts, syntax) = factors.bracket {
      if let scripts, function.isPrefix, scripts.upper != nil {
        throw FormulaDiagnostic(
          .unclearScript, range: syntax.range)
      }
      guard function.arguments.contains(bracket.parts.count) else {
        let only = function.arguments.lowerBound == function.arguments.upperBound
        // A list in brackets is one vector.
        if only, function.arguments.lowerBound == 1 {
          _ = factors.take()
          return ([try resolve(bracket, in: scope)], syntax.range.upperBound, nil)
        }
        throw FormulaDiagnostic(
          .takesArguments(
            function.name, count: function.arguments.lowerBound, not: bracket.parts.count),
          range: bracket.range)
      }
      _ = factors.take()
      var all: [Expression] = []
      for part in bracket.parts { all.append(try resolve(part.content.get(), in: scope)) }
      if all.count == 1 { (all[0].node, all[0].range) = (bracket.node, bracket.range) }
      return (all, bracket.range.upperBound, scripts.map { ($0, syntax) })
    }
    guard let next = factors.beside else {
      throw FormulaDiagnostic(
        .needsArgument(function.latex),
        suggestion: "\(function.latex)(…)", range: named.syntax.range)
    }
    guard function.isPrefix else {
      throw FormulaDiagnostic(
        .needsArgumentInBrackets(function.name), suggestion: "\(function.latex)(…)",
        range: named.syntax.range)
    }
    let argument = try resolveFactor(&factors, in: scope)
    if let after = factors.next {
      throw FormulaDiagnostic(
        .unclearArgument,
        range: after.signRange ?? after.syntax.range)
    }
    guard argument.sort != .truth else { throw truthAsNumber(argument) }
    return ([argument], max(next.range.upperBound, argument.range.upperBound), nil)
  }

  // MARK: Over an index

  /// max_k z_k, argmax_k p_k: over all values of the index.
  private func applyOverIndex(
    _ function: Function, _ binder: Syntax.Binder, _ lower: Syntax.Lower, _ named: Named,
    _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let signs: [String: Expression.BigSign] = [
      "max": .max, "min": .min, "argmax": .argmax, "argmin": .argmin,
    ]
    guard let sign = signs[function.name] else {
      throw FormulaDiagnostic(.takesNoIndex(function.latex), range: lower.range)
    }
    let body = Factors.words(of: factors)
    var bound = try bind(binder, mentionedIn: body, in: scope)
    let arguments = try arguments(of: function, named, &factors, in: bound.scope)
    guard arguments.all.count == 1, arguments.all[0].sort == .scalar else {
      throw notScalar(arguments.all[0], in: .maximumOverIndex)
    }
    bound.settle()
    return Expression(
      .big(sign, bound.binder, body: arguments.all[0]), .scalar, node: named.syntax.node,
      range: named.syntax.range.lowerBound..<max(named.syntax.range.upperBound, arguments.end))
  }
}

extension Factors {
  /// The words in what follows.
  fileprivate static func words(of factors: Factors) -> Set<String> {
    factors.next?.syntax.allWords ?? []
  }
}

extension Function {
  /// As LaTeX writes it, for a sentence about it.
  var latex: String {
    if name.hasPrefix("\\") { return name }
    return isPrefix && !name.contains(" ") ? "\\\(name)" : "\\operatorname{\(name)}"
  }
}
