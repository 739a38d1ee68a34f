public import Notation

/// A ```live block: which panel, of what.
public struct PanelRequest: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case bars, matrix, curve, stack, gradient, terms, temperature, sigmoid, units, hardmax
  }

  /// What `terms:` splits into a sum over the classes.
  public enum Terms: String, Hashable, Sendable, CaseIterable {
    case entropy
    case divergence = "kl"
    case crossEntropy = "cross-entropy"
  }

  public var kind: Kind
  /// The formula the panel shows, where its kind takes one.
  public var formula: Formula? { located?.value }
  var located: Located<Formula>?
  /// Set where the kind is `terms`.
  public var terms: Terms?
  public var line: Int

  init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
