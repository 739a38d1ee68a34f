import Notation

/// Which scripts can be drawn with raised and lowered characters: all of a script, or none of it.
enum CompactScripts {
  static let longest = 5

  static let lower = table(ScriptCharacters.lower, "", "")
  static let upper = table(ScriptCharacters.upper, "×⊤ᵀ*⋆†′∘", "ˣᵀᵀ*⋆†′°")

  private static func table(
    _ pairs: [(plain: Character, small: Character)], _ signs: String, _ raised: String
  ) -> [String: String] {
    var table: [String: String] = [:]
    table.reserveCapacity(pairs.count + signs.count)
    for (plain, small) in pairs { table[String(plain)] = String(small) }
    for (sign, small) in zip(signs, raised) { table[String(sign)] = String(small) }
    return table
  }
}
