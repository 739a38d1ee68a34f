/// A piece of LaTeX with the tree it parsed to.
///
/// `notation` is always there, whatever the source: what could not be read is a `.broken` node, and
/// `diagnostics` says why. `Formula(source)` is total: no input traps, hangs or is dropped silently.
public struct Formula: Hashable, Sendable {
  public let source: String
  public let notation: Notation
  public let diagnostics: [FormulaDiagnostic]

  public init(_ source: String) {
    self.source = source
    let (notation, diagnostics) = NotationParser.parse(source)
    self.notation = notation
    self.diagnostics = diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
