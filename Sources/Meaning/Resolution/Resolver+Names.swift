import Notation

extension Resolver {
  /// A word with its scripts, and the arguments it takes from the factors behind it.
  func resolveWord(
    _ word: Syntax.Word, _ scripts: Syntax.Scripts?, _ syntax: Syntax, _ factors: inout Factors,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let scripts = scripts ?? Syntax.Scripts()
    if let exponential = try resolveExponential(word, scripts, syntax, in: scope) {
      return exponential
    }
    var named = Named(
      spelling: vocabulary.letters[word.spelling] ?? word.spelling, lower: scripts.lower,
      primes: scripts.primes, syntax: syntax)
    if named.primes > 0, isKnown(named.primed, in: scope) {
      (named.spelling, named.primes) = (named.primed, 0)
    }
    if let lower = scripts.lower?.spelling {
      let whole = "\(named.spelling)_{\(lower)}"
      if isKnown(whole, in: scope) || Function.named(whole) != nil {
        (named.spelling, named.lower) = (whole, nil)
      }
    }
    if let special = try resolveSpecial(named, in: scope) {
      return try addUpper(scripts.upper, to: special, syntax, in: scope)
    }
    if let (density, outcome) = try resolveDensity(named, factors, in: scope) {
      _ = factors.take()
      named.spelling = density
      let whole = try whole(density, at: syntax, in: scope)
      let range = syntax.range.lowerBound..<outcome.range.upperBound
      return try element(of: whole, at: [outcome], node: syntax.node, range: range, in: scope)
    }
    let value: Expression
    if let function = tableFunction(named.spelling, in: scope) {
      value = try apply(function, named, word, scripts, &factors, in: scope)
      if scripts.upper == nil || function.isPrefix { return value }
    } else {
      guard isKnown(named.spelling, in: scope) || vocabulary.limits.contains(named.spelling) else {
        throw undefined(named, in: scope)
      }
      guard named.primes == 0 else {
        return try resolveSlope(of: named, &factors, in: scope)
      }
      value = try resolveName(named, scripts, &factors, in: scope)
      // x^{(i)}_j has its example already.
      if case .example? = scripts.upper, named.lower != nil, value.sort == .scalar { return value }
    }
    return try addUpper(scripts.upper, to: value, syntax, in: scope)
  }

  /// A word, what is left of its subscript once the name is known, and its place.
  struct Named {
    var spelling: String
    var lower: Syntax.Lower?
    var primes: Int
    var syntax: Syntax

    /// With its primes, as part of the name.
    var primed: String { spelling + String(repeating: "'", count: primes) }
  }

  func isKnown(_ spelling: String, in scope: Scope) -> Bool {
    scope.indices[spelling] != nil || scope.parameters[spelling] != nil || names[spelling] != nil
  }

  /// The function of the table that a spelling means where no name of that spelling is defined.
  private func tableFunction(_ spelling: String, in scope: Scope) -> Function? {
    isKnown(spelling, in: scope) ? nil : Function.named(spelling)
  }

  /// `e^x`.
  private func resolveExponential(
    _ word: Syntax.Word, _ scripts: Syntax.Scripts, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    guard word.spelling == "e", scripts.lower == nil, scripts.primes == 0,
      names["e"]?.meaning == .eulersNumber, scope.indices["e"] == nil
    else { return nil }
    let exponent: Expression
    switch scripts.upper {
    case .power(let syntax, _)?: exponent = try resolve(syntax, in: scope)
    case .example(let syntax, _)?: exponent = try resolve(syntax, in: scope)
    case .refused(let diagnostic)?: throw diagnostic
    case .transpose?, nil: return nil
    }
    guard exponent.sort == .scalar || exponent.sort == .vector else {
      throw notScalar(exponent, in: .exponent)
    }
    return Expression(.exponential(exponent), exponent.sort, at: syntax)
  }

  /// Names that a subscript makes without being declared: e_t and δ_{ij}.
  private func resolveSpecial(
    _ named: Named, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    guard let lower = named.lower, named.primes == 0 else { return nil }
    let syntax = named.syntax
    if named.spelling == "e", names["e"]?.meaning == .eulersNumber, scope.indices["e"] == nil {
      guard let index = try indices(lower, axes: [.classes], in: scope).first else { return nil }
      return Expression(.oneHot(index), .vector, at: syntax)
    }
    if named.spelling == "\\delta", !isKnown("\\delta", in: scope) {
      let pair = try indices(lower, axes: [.classes, .classes], in: scope)
      guard pair.count == 2 else { return nil }
      let same = Expression(
        .comparison(.equal, pair[0], pair[1]), .truth, node: syntax.node, range: lower.range)
      return Expression(.indicator(same), .scalar, at: syntax)
    }
    return nil
  }

  /// p(x) where a distribution P is named: its density there.
  private func resolveDensity(
    _ named: Named, _ factors: Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> (name: String, outcome: Expression)? {
    guard named.lower == nil, named.primes == 0,
      let name = vocabulary.densities[named.spelling], let (bracket, scripts, _) = factors.bracket,
      scripts == nil, let outcome = try resolveOutcomeIndex(bracket, in: scope)
    else { return nil }
    return (name, outcome)
  }

  // MARK: Names

  /// A name, perhaps with indices, and the arguments that follow it if it takes any (rules 7, 8).
  func resolveName(
    _ named: Named, _ scripts: Syntax.Scripts, _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let syntax = named.syntax
    let isBound = scope.indices[named.spelling] != nil || scope.parameters[named.spelling] != nil
    let spelling = isBound ? named.spelling : original(of: named.spelling)
    var picked: [Expression]?
    if let lower = named.lower {
      picked = try indices(lower, of: spelling, in: scope)
    }
    // A power comes before any bracket that follows.
    let bracket = scripts.upper == nil ? factors.bracket : nil
    if !isBound, let name = names[spelling], let bracket {
      let parts = bracket.bracket.parts
      if name.definitions[parts.count] != nil, picked == nil || name.kind == .function {
        _ = factors.take()
        let call = try resolveCall(
          name, indices: picked, parts, syntax, until: bracket.syntax, in: scope)
        guard let scripts = bracket.scripts else { return call }
        return try addScripts(scripts, to: call, bracket.syntax, in: scope)
      }
    }
    let whole = try whole(spelling, at: syntax, in: scope)
    if let lower = named.lower, case .example(let example, _)? = scripts.upper,
      whole.sort == .matrix
    {
      return try exampleEntry(of: whole, example, lower, syntax, in: scope)
    }
    let isDistribution = isDistribution(spelling, in: scope)
    var value = whole
    if let picked {
      value = try element(
        of: whole, at: picked, node: syntax.node, range: syntax.range, in: scope)
    }
    guard let bracket else { return value }
    return try resolveBracket(
      bracket, behind: value, picked != nil, spelling, isDistribution, &factors, in: scope)
  }

  /// The name that an alias stands for: q is p.
  func original(of spelling: String) -> String {
    var spelling = spelling
    for _ in 0..<16 {
      guard let target = names[spelling]?.definitions[0]?.original,
        let name = names[target], name.kind.hasEntries == names[spelling]?.kind.hasEntries,
        name.kind != .index
      else { return spelling }
      spelling = target
    }
    return spelling
  }

  /// The name as a whole.
  func whole(
    _ spelling: String, at syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort) -> Expression {
      Expression(kind, sort, at: syntax)
    }
    if let bound = scope.indices[spelling] {
      return make(.index(Expression.Index(name: spelling, level: bound.level)), .scalar)
    }
    if let (shape, position) = scope.parameters[spelling] {
      return make(
        .parameter(Expression.Parameter(name: spelling, position: position)), shape.sort)
    }
    var spelling = original(of: spelling)
    if names[spelling] == nil, vocabulary.limits.contains(spelling), names["n"] != nil {
      // Above a sum of the same formula it is the number of classes.
      lint(.readAsClassCount(spelling), suggestion: "n", at: syntax.range)
      spelling = "n"
    }
    guard let name = names[spelling] else {
      throw undefined(
        Named(spelling: spelling, lower: nil, primes: 0, syntax: syntax), in: scope)
    }
    if name.kind == .index { return index(named: spelling, at: syntax) }
    if let definition = name.definitions[0] {
      let meaning = try self.definition(definition, shapes: [], at: syntax.range)
      return make(
        .call(Application(definition: meaning, indices: [], arguments: [])), name.kind.sort)
    }
    guard name.kind != .function else {
      throw FormulaDiagnostic(
        .argumentsInBrackets, suggestion: "H(P)", range: syntax.range)
    }
    return make(
      .name(
        Expression.GivenName(
          spelling: spelling, slot: names.store.slot(of: spelling), meaning: name.meaning,
          axes: name.kind.axes)), name.kind.sort)
  }

  /// An index that is chosen outside.
  func index(named spelling: String, at syntax: Syntax) -> Expression {
    note(freeIndex: spelling)
    return Expression(.index(Expression.Index(name: spelling, level: nil)), .scalar, at: syntax)
  }

  func isDistribution(_ spelling: String, in scope: Scope) -> Bool {
    if let parameter = scope.parameters[spelling] { return parameter.shape.isDistribution }
    return scope.indices[spelling] == nil && names[spelling]?.kind == .distribution
  }

  func undefined(_ named: Named, in scope: Scope) -> FormulaDiagnostic {
    let (spelling, range) = (named.primed, named.syntax.range)
    if spelling == "E" || spelling.hasPrefix("E_") {
      return FormulaDiagnostic(
        .incompleteExpectation,
        suggestion: "\\mathbb{E}_{x \\sim P}[\u{2026}]", range: range)
    }
    if named.primes > 0, isKnown(named.spelling, in: scope) {
      return FormulaDiagnostic(
        .primeOfSeveral,
        suggestion: "\\frac{\\partial \(named.spelling)}{\\partial z_i}", range: range)
    }
    if vocabulary.limits.contains(spelling) || Self.classCounts.contains(spelling) {
      return FormulaDiagnostic(
        .notDefinedClassCount(spelling), suggestion: "n", range: range)
    }
    // A slip of the finger seldom hits the first letter; with one letter it may hit anything.
    let known = (names.all.map(\.spelling) + scope.parameters.keys.sorted()).filter {
      $0.first { $0.isLetter }?.lowercased() == spelling.first { $0.isLetter }?.lowercased()
    }
    return FormulaDiagnostic(
      .notDefined(spelling), suggestion: nearestName(to: spelling, among: known),
      range: range)
  }

  private static let classCounts: Set<String> = ["K", "C", "M", "V"]
}

extension Syntax.Bracket {
  /// What it holds, if that is one thing.
  var only: Syntax? {
    guard parts.count == 1 else { return nil }
    return try? parts[0].content.get()
  }

  /// P(Y = k | x): the second part is what it is conditioned on.
  var isConditional: Bool { parts.count == 2 && parts[0].condition != nil }
}
