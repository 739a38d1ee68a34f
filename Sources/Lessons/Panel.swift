public import Notation

/// A ```live block: which panel, of what.
public struct PanelRequest: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case bars, matrix, curve, stack, gradient, terms, temperature, sigmoid, units, hardmax, tangent
    case differences
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
  /// The numbers that the panel shows whatever the learner's are: those of the step's text. Unit
  /// and decimals are the learner's.
  public var example: Example?
  public var line: Int

  init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}

/// One thing for each name that a fence may have: whoever draws panels conforms, and a name without
/// its panel does not compile.
public protocol PanelNames {
  associatedtype Drawing
  var bars: Drawing { get }
  var matrix: Drawing { get }
  var curve: Drawing { get }
  var stack: Drawing { get }
  var gradient: Drawing { get }
  var terms: Drawing { get }
  var temperature: Drawing { get }
  var sigmoid: Drawing { get }
  var units: Drawing { get }
  var hardmax: Drawing { get }
  var tangent: Drawing { get }
  var differences: Drawing { get }
}

extension PanelNames {
  public subscript(kind: PanelRequest.Kind) -> Drawing {
    switch kind {
    case .bars: bars
    case .matrix: matrix
    case .curve: curve
    case .stack: stack
    case .gradient: gradient
    case .terms: terms
    case .temperature: temperature
    case .sigmoid: sigmoid
    case .units: units
    case .hardmax: hardmax
    case .tangent: tangent
    case .differences: differences
    }
  }
}

extension PanelRequest.Kind {
  /// What stands behind the name in a fence.
  enum Content { case nothing, formula, word }

  var content: Content {
    switch self {
    case .matrix, .tangent: .formula
    case .terms: .word
    default: .nothing
    }
  }
}
