import Notation
import TextGrid

/// What a delimiter is built of, for each tier.
struct FencePieces {
  var single: String
  var top: String
  var filler: String
  var bottom: String
  /// A brace's point, or an angle's, on the baseline row.
  var middle: String?
  /// For two rows, where a middle has no place.
  var needsThreeRows = false

  static func of(_ delimiter: Delimiter, _ tier: GlyphTier) -> FencePieces {
    let ascii = tier == .ascii
    func pieces(_ single: String, _ column: String, _ plain: String) -> FencePieces {
      let parts = (ascii ? plain : column).map(String.init)
      return FencePieces(single: single, top: parts[0], filler: parts[1], bottom: parts[2])
    }
    switch delimiter {
    case .leftParenthesis: return pieces("(", "⎛⎜⎝", "/|\\")
    case .rightParenthesis: return pieces(")", "⎞⎟⎠", "\\|/")
    case .leftBracket: return pieces("[", "⎡⎢⎣", "[[[")
    case .rightBracket: return pieces("]", "⎤⎥⎦", "]]]")
    case .bar: return pieces("|", "│││", "|||")
    case .leftFloor: return pieces(ascii ? "floor(" : "⌊", "⎢⎢⎣", "[[[")
    case .rightFloor: return pieces(ascii ? ")" : "⌋", "⎥⎥⎦", "]]]")
    case .leftCeiling: return pieces(ascii ? "ceil(" : "⌈", "⎡⎢⎢", "[[[")
    case .rightCeiling: return pieces(ascii ? ")" : "⌉", "⎤⎥⎥", "]]]")
    case .slash: return pieces("/", "╱╱╱", "///")
    case .backslash: return pieces("\\", "╲╲╲", "\\\\\\")
    case .doubleBar:
      let bar = ascii ? "||" : "‖"
      return FencePieces(single: bar, top: bar, filler: bar, bottom: bar)
    case .leftBrace:
      return ascii
        ? FencePieces(
          single: "{", top: "/", filler: "|", bottom: "\\", middle: "<", needsThreeRows: true)
        : FencePieces(
          single: "{", top: "⎧", filler: "⎪", bottom: "⎩", middle: "⎨", needsThreeRows: true)
    case .rightBrace:
      return ascii
        ? FencePieces(
          single: "}", top: "\\", filler: "|", bottom: "/", middle: ">", needsThreeRows: true)
        : FencePieces(
          single: "}", top: "⎫", filler: "⎪", bottom: "⎭", middle: "⎬", needsThreeRows: true)
    case .leftAngle:
      return ascii
        ? FencePieces(single: "<", top: "/", filler: "|", bottom: "\\", middle: "<")
        : FencePieces(single: "⟨", top: "╱", filler: "│", bottom: "╲")
    case .rightAngle:
      return ascii
        ? FencePieces(single: ">", top: "\\", filler: "|", bottom: "/", middle: ">")
        : FencePieces(single: "⟩", top: "╲", filler: "│", bottom: "╱")
    }
  }

  /// The pieces from top to bottom.
  func column(height: Int, baseline: Int) -> [String] {
    guard height > 1 else { return [single] }
    var column = [top] + Array(repeating: filler, count: height - 2) + [bottom]
    if let middle, height > 2 { column[min(max(1, baseline), height - 2)] = middle }
    return column
  }
}
