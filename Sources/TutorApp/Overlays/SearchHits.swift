import Lessons
import Meaning
import Notation
import TextGrid

extension Model {
  func searchHits(_ search: Search) -> [Course.Hit] { course.search(search.line.text) }

  /// What stands in the line of each hit: sentences with the learner's numbers in them.
  func texts(of hits: ArraySlice<Course.Hit>) -> [String] {
    var namesByLesson: [Int: Names] = [:]
    return hits.map { hit in
      let lesson = course.lessons[hit.lesson]
      let usesReference = lesson.usesReference(in: lesson.steps[hit.step])
      let bindings = effectiveExample(usesReference: usesReference).bindings
      return hit.text { formula in
        let names = namesByLesson[hit.lesson] ?? lesson.names
        namesByLesson[hit.lesson] = names
        return liveText { () throws(FormulaDiagnostic) in
          try Reading(formula, names: names).value(bindings: bindings)
        }
      }
    }
  }

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
