import TextGrid

/// The last row: `key:word` for what is valid now, most useful first. What does not fit is dropped
/// from the right; help and quit always stay.
func keyRow(_ model: Model, width: Int) -> String {
  let section = model.section
  let rows = KeyTable.all.filter { $0.sections.contains(section) && $0.word != nil }
  let kept = rows.filter(\.isAlwaysShown)
  let rest = rows.filter { !$0.isAlwaysShown && $0.isOffered(model) }
  func text(_ binding: Binding) -> String {
    let word = binding.otherWord(model) ?? binding.word
    return keyRowName(binding, in: section, model.tier) + ":" + model.words(word ?? .help)
  }
  let ending = kept.map(text).joined(separator: "  ")
  var row = ""
  for binding in rest {
    let entry = text(binding) + "  "
    guard cellWidth(of: row) + cellWidth(of: entry) + cellWidth(of: ending) + 2 <= width else {
      break
    }
    row += entry
  }
  return " " + row + ending
}

/// Pairs of opposite actions share one entry: `←→`, `↑↓`.
private func keyRowName(
  _ binding: Binding, in section: KeySection, _ tier: GlyphTier
) -> String {
  let own = binding.keys.first?.name(tier) ?? ""
  guard let pair = binding.pair,
    let other = KeyTable.all.first(where: {
      $0.help == pair.help && $0.sections.contains(section)
    })?.keys.first?.name(tier)
  else { return own }
  let names = pair.isFirst ? [own, other] : [other, own]
  return names.joined(separator: names.contains { $0.count > 1 } ? "/" : "")
}
