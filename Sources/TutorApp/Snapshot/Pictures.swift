import Lessons
import Notation
import TextGrid
import Typesetting

/// Typeset formulas, each made once for a width and a set of characters.
struct Pictures: Sendable {
  /// A formula of a lesson, or one that nobody wrote: numbers in place of its names, a term of it.
  enum Source: Hashable {
    case formula(Formula)
    case notation(Notation)

    var notation: Notation {
      switch self {
      case .formula(let formula): formula.notation
      case .notation(let notation): notation
      }
    }
  }

  private struct Key: Hashable {
    var source: Source
    /// nil for one row, however wide.
    var width: Int?
    var tier: GlyphTier
    var spacing: LineSpacing
  }

  private var kept = Memory<Key, Picture>(limit: 512)

  /// The roles of the course's names: the same colour for a name in every formula and panel.
  static let symbolRoles: [String: Role] = [
    "z": .scores, "p": .probabilities, "q": .probabilities, "Q": .probabilities, "y": .target,
    "P": .target, "S": .sum, "L": .loss, "H": .loss, "D_{KL}": .loss,
  ]

  /// How far apart lines of a derivation are set.
  var spacing = LineSpacing.apart

  private static let options = TypesettingOptions(roles: symbolRoles)

  /// - Parameter width: columns it may take in two dimensions; nil for one row, as in a sentence.
  mutating func picture(
    of source: Source, width: Int? = nil, _ tier: GlyphTier, _ work: inout Work
  ) -> Picture {
    let key = Key(
      source: source, width: width, tier: tier, spacing: width == nil ? .apart : spacing)
    if let known = kept[key] { return known }
    var options = Self.options
    options.tier = tier
    options.lineSpacing = spacing
    options.width = max(1, width ?? 400)
    let made =
      width == nil ? typesetInline(source.notation, options) : typeset(source.notation, options)
    work.count(.typeset)
    kept.keep(made, for: key)
    return made
  }
}
