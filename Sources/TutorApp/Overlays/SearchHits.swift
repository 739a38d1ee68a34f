import Lessons
import TextGrid

extension Model {
  /// Keys of the search window: text goes into the line, arrows walk the hits.
  ///
  /// nil for keys that the key table handles (arrows, Enter, Esc, Ctrl-C).
  mutating func typedInSearch(_ key: Key) -> [Effect]? {
    guard case .search(var search) = overlay, Binding.action(for: key, in: .search) == nil,
      search.line.edit(with: key)
    else { return nil }
    search.selection = 0
    overlay = .search(search)
    return []
  }
}
