public import Notation

/// The names that formulas may use, each with its kind and perhaps a definition.
///
/// A formula that uses any other name gets a diagnostic, never a guess.
public struct Names: Hashable, Sendable {
  private var table: [String: Name]
  /// What has been resolved with these names.
  private(set) var store = DefinitionStore()

  public init(_ names: [Name] = []) {
    table = [:]
    for name in names { declare(name) }
  }

  public static func == (a: Names, b: Names) -> Bool { a.table == b.table }

  public func hash(into hasher: inout Hasher) { hasher.combine(table) }

  public subscript(spelling: String) -> Name? { table[spelling] }

  public var all: [Name] { table.values.sorted { $0.spelling < $1.spelling } }

  /// Declares a name, in place of what it was before.
  public mutating func declare(_ name: Name) {
    table[name.spelling] = name
    store = DefinitionStore()
  }

  public mutating func declare(_ spelling: String, _ kind: NameKind, isVariable: Bool = false) {
    declare(Name(spelling, kind, isVariable: isVariable))
  }

  /// Whether a subscript of this spelling picks entries: a declared index, or a small letter that
  /// is nothing else.
  func mayBeIndex(_ spelling: String) -> Bool {
    if let name = table[spelling] { return name.kind == .index }
    return spelling.count == 1 && spelling.first.map { $0.isASCII && $0.isLowercase } ?? false
  }

  /// Gives a name its meaning: `p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}`, `H(P) = …`, `S = …`.
  ///
  /// A name that is new gets the kind that the left and the right side show. One that has a
  /// definition for the same number of arguments gets the new one instead.
  ///
  /// - Returns: what is wrong with it; with an error among them nothing has changed. A name that
  ///   would be defined by itself, directly or through others, is an error.
  @discardableResult
  public mutating func define(_ latex: String) -> [FormulaDiagnostic] {
    let formula = Formula(latex)
    guard !formula.hasErrors else { return formula.diagnostics }
    do throws(FormulaDiagnostic) {
      let definition = try Definition(formula, names: self)
      var candidate = self
      candidate.enter(definition)
      let resolver = Resolver(names: candidate)
      let body = try resolver.check(definition)
      let stray = body.freeIndices.filter {
        candidate[$0]?.meaning != .targetClass && !definition.indices.contains($0)
      }
      if !definition.indices.isEmpty, let index = stray.min() {
        throw FormulaDiagnostic(
          .indexOnRightOnly(index), range: 0..<latex.utf8.count)
      }
      candidate.settleKind(of: definition, body: body)
      let shadowed = shadowed(by: definition, at: formula.notation.range)
      self = candidate
      return formula.diagnostics + resolver.lints + shadowed
    } catch {
      return formula.diagnostics + [error]
    }
  }

  /// A note where a letter means something else than in the rest of the course.
  private func shadowed(by definition: Definition, at range: Range<Int>) -> [FormulaDiagnostic] {
    guard let name = table[definition.name], name.kind == .index, definition.parameters.isEmpty
    else { return [] }
    return [
      FormulaDiagnostic(
        .lint, DefinitionProblem.indexElsewhere(name.spelling),
        range: range)
    ]
  }

  /// Gives a name a definition without looking whether it has a meaning.
  mutating func enter(_ definition: Definition) {
    let arity = definition.parameters.count
    var name = table[definition.name] ?? Name(definition.name, definition.presumedKind)
    // Another shape than before: the definition decides.
    if arity == 0, definition.indices.isEmpty || !name.kind.hasEntries || name.kind == .function {
      name.kind = definition.presumedKind
    }
    if arity > 0, name.definitions[0] == nil { name.kind = .function }
    name.definitions[arity] = definition
    table[definition.name] = name
    store = DefinitionStore()
  }

  /// The axes and the shape of a name without arguments follow from its right side.
  private mutating func settleKind(of definition: Definition, body: ResolvedDefinition) {
    guard definition.parameters.isEmpty, var name = table[definition.name] else { return }
    switch (body.axes.count, body.body.sort) {
    case (0, .scalar): name.kind = .scalar
    case (0, .matrix): name.kind = .matrix(rows: .classes, columns: .classes)
    case (0, _): if name.kind != .distribution { name.kind = .vector(.classes) }
    case (1, _): if name.kind != .distribution { name.kind = .vector(body.axes[0]) }
    default: name.kind = .matrix(rows: body.axes[0], columns: body.axes[1])
    }
    if let original = definition.original, table[original]?.kind == .distribution {
      name.kind = .distribution
    }
    table[definition.name] = name
    store = DefinitionStore()
  }
}

extension NameKind {
  /// Whether a subscript picks an entry of it.
  var hasEntries: Bool {
    switch self {
    case .vector, .matrix, .distribution: true
    case .scalar, .function, .index: false
    }
  }

  var axes: [Axis] {
    switch self {
    case .vector(let axis): [axis]
    case .matrix(let rows, let columns): [rows, columns]
    case .distribution: [.classes]
    case .scalar, .function, .index: []
    }
  }

  var sort: Expression.Sort {
    switch self {
    case .vector, .distribution: .vector
    case .matrix: .matrix
    case .scalar, .function, .index: .scalar
    }
  }
}
