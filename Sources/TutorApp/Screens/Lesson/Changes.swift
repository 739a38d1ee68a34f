import Lessons
import SoftmaxCore
import TextGrid

extension Model {
  /// Takes a changed example, remembering the old one. Changes of one `run` are undone together.
  mutating func change(to changed: Example, run: String? = nil) {
    guard changed != example else { return }
    history.record(example, run: run)
    mark(history.latest { _ in true } ?? example, before: changed)
    replaceExample(with: changed)
  }

  /// Where the bars ended stays marked after a change of the numbers; another cell, unit or number
  /// of decimals moves no bar.
  private mutating func mark(_ old: Example, before changed: Example) {
    var alike = changed
    (alike.i, alike.j) = (old.i, old.j)
    (alike.unit, alike.decimals) = (old.unit, old.decimals)
    if alike != old { previous = old }
  }

  mutating func undo() {
    guard let previous = history.undo(from: example) else {
      notice = words(.nothingToUndo)
      return
    }
    mark(example, before: previous)
    replaceExample(with: previous)
  }

  mutating func redo() {
    guard let next = history.redo(from: example) else {
      notice = words(.nothingToRedo)
      return
    }
    mark(example, before: next)
    replaceExample(with: next)
  }

  private mutating func replaceExample(with other: Example) {
    let isAtFocus = isAtFocus
    example = other
    // A change may have taken classes away, or a line more of the text.
    if case .editor(let field) = focus, !fields.contains(field) {
      focus = .editor(.logit(example.classCount - 1))
    }
    if isAtFocus { showFocus() } else { clampScroll() }
  }

  /// The lesson's own example. Decimals and unit stay as the learner likes them.
  mutating func reset() {
    var fresh = lesson.example
    fresh.decimals = example.decimals
    change(to: fresh)
    notice = words(.wasReset)
  }

  mutating func cycleUnit() {
    let units = InformationUnit.allCases
    let next = ((units.firstIndex(of: example.unit) ?? 0) + 1) % units.count
    var changed = example
    changed.unit = units[next]
    change(to: changed)
    notice = words(.unitIs, words.name(of: changed.unit))
  }

  /// 4 → 6 → 8 → 10 → 0 → 2 → 4.
  mutating func cycleDecimals() {
    var changed = example
    let most = Example.decimalCounts.upperBound
    changed.decimals = example.decimals >= most ? 0 : min(most, example.decimals + 2)
    change(to: changed)
    notice = words(.decimalsAre, String(changed.decimals))
  }

  /// Class 1, 2 … n, then a soft target, then class 1 again.
  mutating func cycleTarget() {
    let old = stepUsesReference ? example.reference : example.target
    let count = example.classCount
    let isHot = old.allSatisfy { $0 == 0 || $0 == 1 }
    let next = isHot ? (old.firstIndex(of: 1) ?? -1) + 1 : 0
    let weights = next < count ? Example.oneHot(next, of: count) : softWeights(count)
    var changed = example
    if stepUsesReference { changed.reference = weights } else { changed.target = weights }
    change(to: changed)
    let name = stepUsesReference ? "P" : "y"
    notice =
      next < count
      ? words(.targetIs, name, String(next + 1))
      : words(
        .targetIsSoft, name,
        weights.map { formatted($0, decimals: example.decimals, tier: tier) }
          .joined(separator: ", "))
  }

  /// The lesson's own P where it has as many classes, else falling weights.
  private func softWeights(_ count: Int) -> [Double] {
    let own = lesson.example.reference
    if own.count == count, own.filter({ $0 > 0 }).count > 1 { return own }
    return Example.descendingWeights(count)
  }

  /// The notes' rounded numbers, or back to the learner's own.
  mutating func toggleFigures() {
    guard lesson.offersFigures else {
      let titles = course.lessons.filter(\.offersFigures).map(\.title)
      notice = words(.noFigures, titles.joined(separator: ", "))
      return
    }
    if example.givenProbabilities != nil {
      // The history knows what the figures replaced, however often one went back and forth.
      var own = history.latest { $0.givenProbabilities == nil } ?? lesson.example
      own.decimals = example.decimals
      change(to: own)
      notice = words(.figuresLeft)
    } else {
      change(to: PublishedFigure.example(decimals: example.decimals))
      notice = words(.figuresLoaded)
    }
  }
}
