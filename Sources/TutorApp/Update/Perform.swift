import Lessons
import TextGrid

extension Model {
  /// Carries an action out. Every case is one call: the work is in the file named after it.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .nextStep: moveStep(by: 1)
    case .previousStep: moveStep(by: -1)
    case .nextLesson: moveLesson(by: 1)
    case .previousLesson: moveLesson(by: -1)
    case .scrollUp: scroll(by: -1)
    case .scrollDown: scroll(by: 1)
    case .scrollLeft: scrollSideways(by: -8)
    case .scrollRight: scrollSideways(by: 8)
    case .scrollToTop: scrollToStart()
    case .scrollToEnd: scrollToEnd()
    case .openMenu: openMenu()
    case .nextRegion: moveRegion(by: 1)
    case .previousRegion: moveRegion(by: -1)
    case .edit: focus = .editor(firstField)
    case .nextField: moveField(by: 1)
    case .previousField: moveField(by: -1)
    case .raise: nudge(by: 0.1)
    case .lower: nudge(by: -0.1)
    case .raiseByOne: nudge(by: 1)
    case .lowerByOne: nudge(by: -1)
    case .type: startTyping("")
    case .takeNumber: takeTyped()
    case .takeAndGoOn: if takeTyped() { moveField(by: 1) }
    case .takeAndGoBack: if takeTyped() { moveField(by: -1) }
    case .dropNumber: typing = nil
    case .addClass: addClass()
    case .deleteClass: deleteClass()
    case .cycleTarget: cycleTarget()
    case .cycleUnit: cycleUnit()
    case .cycleDecimals: cycleDecimals()
    case .cellUp: moveCell(rows: -1, columns: 0)
    case .cellDown: moveCell(rows: 1, columns: 0)
    case .cellLeft: moveCell(rows: 0, columns: -1)
    case .cellRight: moveCell(rows: 0, columns: 1)
    case .undo: undo()
    case .redo: redo()
    case .reset: reset()
    case .toggleFigures: toggleFigures()
    case .selectUp: moveSelection(by: -1)
    case .selectDown: moveSelection(by: 1)
    case .pageUp: moveSelection(by: -max(1, size.rows - 4))
    case .pageDown: moveSelection(by: max(1, size.rows - 4))
    case .open: return openSelection()
    case .openPlayground: openPlayground()
    case .closePlayground: isPlaygroundOpen = false
    case .openLedger: openLedger()
    case .toggleNumbers: toggleNumbers()
    case .inspect: openInspection()
    case .walkLeft: walkTerm(by: -1)
    case .walkRight: walkTerm(by: 1)
    case .walkOutward: walkOutward()
    case .walkInward: walkInward()
    case .nextFormula: walkFormula(by: 1)
    case .previousFormula: walkFormula(by: -1)
    case .showCommand: overlay = .command
    case .copyCommand: return [.copyToClipboard(commandLine)]
    case .search: overlay = .search(Search())
    case .help: overlay = .help(scroll: 0)
    case .leave: leave()
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  /// One level outward: editor → lesson; an overlay closes. Never quits.
  mutating func leave() {
    if overlay != nil {
      overlay = nil
    } else {
      focus = .lesson
      clampScroll()
    }
  }

  private mutating func toggleNumbers() {
    showsNumbers = !substitutes
    if case .inspection = overlay { overlay = nil }
    notice = words(showsNumbers ? .showsNumbers : .showsSymbols)
    clampScroll()
  }

  /// Whether the key row should offer the action here.
  func allows(_ action: Action) -> Bool {
    switch action {
    case .toggleFigures: return lesson.offersFigures
    case .scrollRight: return snapshot.page.excess > 0
    case .redo: return history.canRedo
    case .undo: return history.canUndo
    case .nextRegion: return stepHasPanel || focus != .lesson
    case .addClass: return example.classCount < Example.classCounts.upperBound
    case .openLedger, .inspect, .toggleNumbers: return !snapshot.readings.claims.isEmpty
    case .deleteClass: return example.classCount > Example.classCounts.lowerBound
    default: return true
    }
  }
}
