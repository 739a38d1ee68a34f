/// Raised and lowered characters of Unicode, and what they are raised and lowered forms of.
///
/// There is no subscript b c d f g q w y z.
package enum ScriptCharacters {
  package static let lower = pairs(
    "0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  package static let upper = pairs(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ")

  /// What a lowered character stands for. The Greek ones are read, and not drawn: few fonts have them.
  static let lowered = inverse(lower + pairs("βγρφχ", "ᵦᵧᵨᵩᵪ"))
  static let raised = inverse(upper + pairs("βγδθφχ", "ᵝᵞᵟᶿᵠᵡ"))

  private static func pairs(_ plain: String, _ small: String) -> [(
    plain: Character, small: Character
  )] {
    // By scalars: each is a character, and looking for where one ends takes longer than the rest.
    zip(plain.unicodeScalars, small.unicodeScalars).map { (Character($0), Character($1)) }
  }

  private static func inverse(_ pairs: [(plain: Character, small: Character)]) -> [Character:
    Character]
  {
    Dictionary(uniqueKeysWithValues: pairs.map { ($0.small, $0.plain) })
  }
}
