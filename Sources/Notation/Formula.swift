/// A piece of LaTeX with the tree it parses to.
///
/// `notation` is always there, whatever the source: what could not be read is a `.broken` node, and
/// `diagnostics` says why. `Formula(source)` is total: no input traps, hangs or is dropped silently.
///
/// It is parsed when its tree is first asked for: a lesson has fifty formulas, a screen five.
public struct Formula: Hashable, Sendable {
  public let source: String
  private let parsed: Once<(notation: Notation, diagnostics: [FormulaDiagnostic])>

  public init(_ source: String) {
    self.source = source
    parsed = Once { NotationParser.parse(source) }
  }

  public var notation: Notation { parsed.value.notation }
  public var diagnostics: [FormulaDiagnostic] { parsed.value.diagnostics }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The same source has the same tree.
  public static func == (one: Formula, other: Formula) -> Bool { one.source == other.source }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
