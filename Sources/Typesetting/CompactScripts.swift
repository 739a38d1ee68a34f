import Notation

/// Raised and lowered characters of Unicode. It has no subscript b c d f g q w y z, so a script is
/// drawn with them only if all of it has them.
enum CompactScripts {
  static let longest = 5

  static let lower: [String: String] = table(
    "0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  static let upper: [String: String] = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyz×ABDEGHIJKLMNOPRTUVW⊤ᵀ*⋆†′∘",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻˣᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀᵀ*⋆†′°")

  private static func table(_ plain: String, _ small: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(plain, small).map { (String($0), String($1)) })
  }
}
