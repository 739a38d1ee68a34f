import Lessons
import Meaning
import Notation
import TextGrid

/// The search over titles, headings and text.
struct SearchScreen: ListScreen {
  var line = TextLine()
  var selection = 0
  /// Where the text stands, found when it was typed.
  var hits: [Hit] = []

  struct Hit: Hashable, Sendable {
    var lesson: Int
    var step: Int
    /// The block in which it stands, where that is a text.
    var block: Int?
    /// The line that is shown for it.
    var text: String
  }

  static let sections = [KeySection(title: .helpSearchMode, takesText: true)]

  static let bindings =
    [
      Binding(
        71, LessonScreen.anywhere + MenuScreen.sections, ["/"], .helpSearch, word: .search
      ) { $0.screens.open(SearchScreen()) }.inMenu(17)
    ] + listBindings + [
      Binding(36, sections, [.enter], .helpOpen, word: .open, with { $0.open(&$1) })
    ]

  func count(in model: Model) -> Int { hits.count }

  func title(in model: Model) -> ScreenTitle {
    ScreenTitle(left: model.plain(model.words(.searchTitle)))
  }

  /// Text goes into the line; arrows, Enter and Esc are the key table's.
  func type(_ key: Key, _ model: inout Model) -> [Effect]? {
    var typed = self
    guard KeyTable.binding(for: key, in: Self.sections[0]) == nil, typed.line.edit(with: key)
    else { return nil }
    typed.selection = 0
    typed.hits = model.maker.hits(of: typed.line.text, model.snapshotRequest)
    model.screens.show(typed)
    return []
  }

  private func open(_ model: inout Model) {
    guard hits.indices.contains(selection) else {
      model.notice = model.words(.nothingFound, line.text)
      return
    }
    let hit = hits[selection]
    model.go(to: Model.Place(lesson: hit.lesson, step: hit.step))
    if let block = hit.block { model.reveal(block: block) }
  }
}

extension SnapshotMaker {
  /// The places where a text stands, each with its line: sentences with the learner's numbers.
  mutating func hits(of text: String, _ request: SnapshotRequest) -> [SearchScreen.Hit] {
    request.course.search(text).map { found in
      let blocks = request.course.lessons[found.lesson].steps[found.step].blocks
      return SearchScreen.Hit(
        lesson: found.lesson, step: found.step,
        block: found.block.flatMap { blocks.firstIndex(of: $0) }, text: line(of: found, request))
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
      return sentenceText(
        of: value, decimals: request.example.decimals, request.tier, request.words)
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
