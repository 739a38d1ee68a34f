import TextGrid

/// The last row: `key:word` for what is valid now, most useful first. What does not fit is dropped
/// from the right; help and quit always stay.
func keyRow(_ model: Model, width: Int) -> String {
  let words = model.words
  let bindings = Binding.all.filter { $0.modes.contains(model.mode) && $0.word != nil }
  let (kept, rest) = (
    bindings.filter { Binding.alwaysShown.contains($0.action) },
    bindings.filter { !Binding.alwaysShown.contains($0.action) && model.allows($0.action) }
  )
  func text(_ binding: Binding) -> String {
    let key = Binding.keyRowName(binding, in: model.mode, model.tier)
    let brings = binding.action == .toggleNumbers && model.substitutes ? .symbols : binding.word
    return key + ":" + words(brings ?? .help)
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

extension Binding {
  static let alwaysShown: Set<Action> = [.help, .quit, .leave, .dropNumber, .closePlayground]

  /// Pairs of opposite actions share one entry: `←→`, `↑↓`.
  static func keyRowName(_ binding: Binding, in mode: Mode, _ tier: GlyphTier) -> String {
    let first = binding.keys.first?.name(tier) ?? ""
    guard let opposite = binding.action.opposite,
      let other = all.first(where: { $0.action == opposite && $0.modes.contains(mode) }),
      let second = other.keys.first?.name(tier)
    else { return first }
    let names = binding.action.precedesOpposite ? [first, second] : [second, first]
    return names.joined(separator: names.contains { $0.count > 1 } ? "/" : "")
  }
}

extension Action {
  /// Whether its key is the left or the upper one of the pair.
  fileprivate var precedesOpposite: Bool { [.raise, .raiseByOne, .cellUp].contains(self) }

  /// The action that the key row shows together with this one.
  var opposite: Action? {
    switch self {
    case .nextField: return .previousField
    case .raise: return .lower
    case .raiseByOne: return .lowerByOne
    case .selectDown: return .selectUp
    case .scrollDown: return .scrollUp
    case .nextLesson: return .previousLesson
    case .walkRight: return .walkLeft
    case .walkInward: return .walkOutward
    case .cellUp: return .cellDown
    default: return nil
    }
  }
}
