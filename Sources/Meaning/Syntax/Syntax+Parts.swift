extension Syntax {
  /// The syntax directly inside, scripts and binders included.
  var parts: [Syntax] {
    switch kind {
    case .number, .infinity, .word: []
    case .terms(let terms): terms.map(\.syntax)
    case .factors(let factors): factors.map(\.syntax)
    case .fraction(let upper, let lower): [upper, lower]
    case .root(let radicand, let degree): [degree, radicand].compactMap { $0 }
    case .bracket(let bracket):
      bracket.parts.flatMap { part -> [Syntax] in
        if let condition = part.condition { return condition.parts }
        return (try? part.content.get()).map { [$0] } ?? []
      }
    case .bars(_, let body): [body]
    case .scripted(let base, let scripts): [base] + scripts.parts
    case .big(let big):
      big.binder.parts.flatMap(\.inner) + [big.binder.upper, big.body].compactMap { $0 }
    case .derivative(let derivative): [derivative.body] + derivative.variables.map(\.syntax)
    case .expectation(let expectation): [expectation.weights, expectation.body]
    case .indicator(let condition): condition.parts
    case .matrix(let rows): rows.flatMap { $0 }
    case .cases(let cases): cases.flatMap { [$0.value] + ($0.condition?.parts ?? []) }
    }
  }

  /// The letters that it leaves unbound, as its own sums and expectations bind them.
  ///
  /// Σ_{i ≠ j} counts as binding both: which of the two it binds is what is asked.
  var freeWords: Set<String> {
    switch kind {
    case .word(let word): return [word.spelling]
    case .big(let big):
      let inside = (big.binder.parts.flatMap(\.inner) + [big.body]).reduce(into: Set<String>()) {
        $0.formUnion($1.freeWords)
      }
      let outside = big.binder.upper?.freeWords ?? []
      return inside.subtracting(big.binder.parts.flatMap(\.names)).union(outside)
    case .scripted(let base, let scripts):
      if case .success(let binder)? = scripts.lower?.binder {
        return base.freeWords.subtracting(binder.parts.flatMap(\.names))
      }
      return scripts.parts.reduce(into: base.freeWords) { $0.formUnion($1.freeWords) }
    case .factors(let factors):
      var words: Set<String> = []
      var bound: Set<String> = []
      for factor in factors {
        words.formUnion(factor.syntax.freeWords.subtracting(bound))
        // max_k binds in the factor that follows.
        bound = Set(factor.syntax.boundBehind)
      }
      return words
    default: return parts.reduce(into: []) { $0.formUnion($1.freeWords) }
    }
  }

  /// The names that a maximum over an index binds in what stands behind it.
  private var boundBehind: [String] {
    guard case .scripted(_, let scripts) = kind, case .success(let binder)? = scripts.lower?.binder
    else { return [] }
    return binder.parts.flatMap(\.names)
  }

  /// Every word in it, wherever it stands.
  var allWords: Set<String> {
    if case .word(let word) = kind { return [word.spelling] }
    return parts.reduce(into: []) { $0.formUnion($1.allWords) }
  }
}

extension Syntax.Scripts {
  var parts: [Syntax] {
    var parts: [Syntax] = []
    if let lower, case .success(let indices) = lower.indices {
      parts += indices.flatMap { $0.members.isEmpty ? [$0.syntax] : $0.members }
    }
    switch upper {
    case .example(let syntax, _)?, .power(let syntax, _)?: parts.append(syntax)
    case .transpose?, .refused?, nil: break
    }
    return parts
  }
}

extension Syntax.Condition {
  var parts: [Syntax] { comparisons.flatMap { [$0.left, $0.right] } }
}

extension Syntax.BinderPart {
  /// The names that it may bind.
  var names: [String] {
    switch self {
    case .names(let names, _): names
    case .from(let name, _), .member(let name, _, _): [name]
    case .condition(_, let left, let right): [left, right].compactMap { $0 }
    }
  }

  var inner: [Syntax] {
    switch self {
    case .names: []
    case .from(_, let first): [first]
    case .member(_, .range(let from, let to), _): [from, to]
    case .member: []
    case .condition(let condition, _, _): condition.parts
    }
  }
}
