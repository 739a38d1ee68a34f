import Notation

extension Definition {
  /// Takes `f_i(x) = …` apart.
  init(_ formula: Formula, names: Names) throws(FormulaDiagnostic) {
    guard let (left, right) = Self.sides(of: formula) else {
      throw FormulaDiagnostic(
        .noDefinition, suggestion: "S = \\sum_k e^{z_k}",
        range: 0..<formula.source.utf8.count)
    }
    if let second = right.first(where: { Sign($0).map(Self.claims) ?? false }) {
      throw FormulaDiagnostic(.severalEqualsSigns, range: second.range)
    }
    var side = LeftSide(names: names)
    try side.read(left)
    guard !Self.isReserved(side, in: names) else {
      throw FormulaDiagnostic(
        .hasItsMeaning(side.name), range: left[0].range)
    }
    self.init(
      formula, name: side.name, indices: side.indices, subscriptVariable: side.subscriptVariable,
      parameters: side.parameters)
  }

  /// What mathematics has given a meaning: functions, constants, and the indices that are chosen. A
  /// vector or a function of one's own may take an index's letter, or π and δ: `t_k = y_k`.
  private static func isReserved(_ side: LeftSide, in names: Names) -> Bool {
    if side.name == "e" || Function.named(side.name)?.isReserved ?? false { return true }
    let isLetter = ["\\pi", "\\delta"].contains(side.name) || names[side.name]?.kind == .index
    return isLetter && (side.indices.count != 1 || names[side.name]?.meaning == .eulersNumber)
      && side.parameters.isEmpty
  }

  private static func claims(_ sign: Sign) -> Bool {
    if case .relation = sign { return true }
    return false
  }
}

/// The left side of a definition while it is taken apart.
private struct LeftSide {
  let names: Names
  var name = ""
  var indices: [String] = []
  var subscriptVariable: String?
  var parameters: [String] = []

  init(names: Names) { self.names = names }

  mutating func read(_ items: [Notation]) throws(FormulaDiagnostic) {
    try readName(items[0])
    guard items.count > 1 else { return }
    var fence = items[1]
    if case .script(let base?, let lower?, nil, 0, _) = fence.kind, indices.isEmpty {
      try readIndices(lower)
      fence = base
    }
    guard items.count == 2, let arguments = fence.fenced else {
      throw FormulaDiagnostic(
        .leftSide,
        range: items[1].range)
    }
    var spellings: [String] = []
    for argument in Items(arguments).split({ $0 == .comma || $0 == .bar }) {
      guard argument.all.count == 1, let spelling = Spelling.of(argument.all[0]) else {
        throw FormulaDiagnostic(.argumentNotAName, range: arguments.range)
      }
      spellings.append(spelling)
    }
    // P(x) = … says what the entries of P are; H(P) = … what H does.
    if names[name]?.kind == .distribution, indices.isEmpty {
      indices = spellings
    } else if let kind = names[name]?.kind, kind.hasEntries, !indices.isEmpty,
      spellings.allSatisfy({ names[$0]?.isVariable ?? false })
    {
      return
    } else {
      parameters = spellings
    }
  }

  private mutating func readName(_ notation: Notation) throws(FormulaDiagnostic) {
    if let whole = Spelling.of(notation), names[whole] != nil || !notation.hasSubscript {
      name = whole
      return
    }
    guard case .script(let base?, let lower?, nil, let primes, _) = notation.kind,
      let spelling = Spelling.of(base)
    else {
      throw FormulaDiagnostic(.notAName, range: notation.range)
    }
    name = spelling + String(repeating: "'", count: primes)
    try readIndices(lower)
    if indices.isEmpty, let whole = Spelling.of(notation) { name = whole }
  }

  /// Index names make entries; anything else is part of the name.
  private mutating func readIndices(_ lower: Notation) throws(FormulaDiagnostic) {
    var found: [String] = []
    let written = Items.flattened(lower)
    let isCounted = written.contains { if case .number = $0.kind { true } else { false } }
    guard !written.contains(where: { Self.joins($0) }), !isCounted || written.count == 1 else {
      throw FormulaDiagnostic(
        .indexNotAName,
        suggestion: "J_{i,j}", range: lower.range)
    }
    for item in written where Sign(item) != .comma {
      if case .script(let base?, let inner?, nil, 0, _) = item.kind,
        let variable = Spelling.of(base), let index = Spelling.of(inner),
        names[variable]?.kind.hasEntries ?? false, isIndex(index)
      {
        subscriptVariable = variable
        found.append(index)
      } else if let index = Spelling.of(item), isIndex(index) {
        found.append(index)
      } else {
        return
      }
    }
    guard Set(found).count == found.count else {
      throw FormulaDiagnostic(.equalIndices, range: lower.range)
    }
    indices = found
  }

  private static func joins(_ item: Notation) -> Bool {
    switch Sign(item) {
    case .plus?, .minus?, .factor?, .relation?: true
    default: false
    }
  }

  private func isIndex(_ spelling: String) -> Bool { names.mayBeIndex(spelling) }
}

extension Notation {
  fileprivate var hasSubscript: Bool {
    if case .script(_, .some, _, _, _) = kind { return true }
    return false
  }
}
