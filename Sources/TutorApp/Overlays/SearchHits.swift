import Lessons
import Meaning
import Notation
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
    search.hits = maker.hits(of: search.line.text, snapshotRequest)
    overlay = .search(search)
    return []
  }
}

extension SnapshotMaker {
  /// The places where a text stands, each with its line: sentences with the learner's numbers.
  fileprivate mutating func hits(of text: String, _ request: SnapshotRequest) -> [Search.Hit] {
    request.course.search(text).map { found in
      Search.Hit(lesson: found.lesson, step: found.step, text: line(of: found, request))
    }
  }

  private mutating func line(of hit: Course.Hit, _ request: SnapshotRequest) -> String {
    var there = request
    there.place = Model.Place(lesson: hit.lesson, step: hit.step)
    let key = HitKey(hit: hit, example: there.effectiveExample, tier: request.tier)
    if let known = hitLines[key] { return known }
    let names = names(of: hit.lesson, in: request.course)
    let bindings = there.numbers.bindings
    var values = 0
    let made = hit.text { formula in
      values += 1
      let value: Result<Value, FormulaDiagnostic>
      do throws(FormulaDiagnostic) {
        value = .success(try Reading(formula, names: names).value(bindings: bindings))
      } catch {
        value = .failure(error)
      }
      return sentenceText(of: value, decimals: request.example.decimals, request.tier)
    }
    work.count(.read, values)
    work.count(.evaluated, values)
    hitLines.keep(made, for: key)
    return made
  }
}

/// What the line of a hit is made from.
struct HitKey: Hashable {
  var hit: Course.Hit
  var example: Example
  var tier: GlyphTier
}
