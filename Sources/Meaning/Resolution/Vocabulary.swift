/// What letters mean in the formulas at hand where it differs from the rest of the course.
///
/// Books write p and q for two distributions: beside a q, p is the target and q the softmax. And
/// behind 𝔼 or a Σ over outcomes, p(x) is the density of a distribution P that is named there.
struct Vocabulary: Sendable {
  /// Letter → name.
  private(set) var letters: [String: String] = [:]
  /// The same where the letter stands before an outcome in brackets.
  private(set) var densities: [String: String] = [:]
  /// Capital letters that stand above a sum: the number of what its index counts.
  private(set) var limits: Set<String> = []

  init() {}

  init(of syntax: [Syntax], names: Names) {
    let words = syntax.reduce(into: Set<String>()) { $0.formUnion($1.allWords) }
    let isCoursesOwn = ["p", "q"].allSatisfy { names[$0] == Names.course[$0] }
    if isCoursesOwn, names["y"]?.kind == .distribution {
      for (density, name) in [("p", "P"), ("q", "Q")]
      where words.contains(density)
        && syntax.contains(where: { $0.names(distribution: name) })
        && !syntax.contains(where: { $0.weighs(by: density) })
      {
        densities[density] = name
      }
      let used =
        densities.isEmpty
        ? words
        : syntax.reduce(into: Set<String>()) { $0.formUnion($1.wordsBesideDensities) }
      if used.contains("p"), used.contains("q") { letters["p"] = "y" }
    }
    for part in syntax { limits.formUnion(part.limitWords) }
    limits = limits.filter { names[$0] == nil || names[$0]?.meaning == .exampleCount }
  }
}

extension Syntax {
  /// Words other than those that stand before an outcome in brackets, as in p(x).
  fileprivate var wordsBesideDensities: Set<String> {
    if case .word(let word) = kind { return [word.spelling] }
    guard case .factors(let factors) = kind else {
      return parts.reduce(into: []) { $0.formUnion($1.wordsBesideDensities) }
    }
    var words: Set<String> = []
    for (position, factor) in factors.enumerated() {
      if factor.syntax.word != nil, position + 1 < factors.count,
        factors[position + 1].sign == .beside,
        case .bracket(let bracket) = factors[position + 1].syntax.kind, bracket.parts.count == 1,
        case .success(let content) = bracket.parts[0].content, content.word != nil
      {
        continue
      }
      words.formUnion(factor.syntax.wordsBesideDensities)
    }
    return words
  }

  /// Whether a name stands alone where a distribution is asked for: under 𝔼, or as an argument.
  fileprivate func names(distribution name: String) -> Bool {
    if case .bracket(let bracket) = kind, bracket.parts.count > 1,
      bracket.parts.contains(where: { (try? $0.content.get())?.word == name })
    {
      return true
    }
    return weighs(by: name) || parts.contains { $0.names(distribution: name) }
  }

  /// Whether an expectation weighs its outcomes by a distribution of that name.
  fileprivate func weighs(by name: String) -> Bool {
    if case .expectation(let expectation) = kind, expectation.weights.word == name { return true }
    return parts.contains { $0.weighs(by: name) }
  }

  /// Single capital letters that stand above a Σ.
  fileprivate var limitWords: Set<String> {
    var words = parts.reduce(into: Set<String>()) { $0.formUnion($1.limitWords) }
    if case .big(let big) = kind, let limit = big.binder.upper?.word, limit.count == 1,
      limit.first?.isUppercase ?? false
    {
      words.insert(limit)
    }
    return words
  }
}
