import Lessons
import TextGrid

extension LessonScreen {
  static let bindings =
    steps + fields + typedNumber + cells + indices + regions + pages + example + ending

  private static let steps = [
    Binding(10, [reading], [.right, " "], .helpNextBeat, word: .next) { $0.moveBeat(by: 1) },
    Binding(11, [reading], [.left, .backspace], .helpPreviousBeat, word: .back) {
      $0.moveBeat(by: -1)
    },
    Binding(12, [panel, editor], [" "], .helpNextBeat) { $0.moveBeat(by: 1) },
    Binding(53, [reading], ["n", .pageDown], .helpNextStep, word: .step) { $0.moveStep(by: 1) }
      .paired(with: .helpPreviousStep).inMenu(17),
    Binding(53, [panel, editor], ["n"], .helpNextStep) { $0.moveStep(by: 1) },
    Binding(53, [reading], ["p", .pageUp], .helpPreviousStep) { $0.moveStep(by: -1) }.inMenu(18),
    Binding(53, [panel, editor], ["p"], .helpPreviousStep) { $0.moveStep(by: -1) },
    Binding(54, anywhere, [.end], .helpWholeStep, word: .whole) { $0.showWholeStep() }
      .inMenu(19).offered { !$0.showsWholeStep },
    Binding(66, anywhere, ["s"], .helpWholeSteps) { $0.toggleWholeSteps() }
      .inMenu(20).saying { $0.readsWholeSteps ? .beats : nil },
  ]

  private static let fields = [
    Binding(20, [editor], [.left, .backTab], .helpPreviousField) { $0.moveField(by: -1) },
    Binding(
      20, [editor], [.right, .tab], .helpNextField, word: .choose
    ) { $0.moveField(by: 1) }.paired(with: .helpPreviousField),
    Binding(
      21, [editor], [.up, "k"], .helpRaise, word: .nudge
    ) { $0.nudge(by: 0.1) }.paired(with: .helpLower, first: true),
    Binding(21, [editor], [.down, "j"], .helpLower) { $0.nudge(by: -0.1) },
    Binding(22, [editor], [.enter], .helpType, word: .typeNumber) { $0.startTyping("") },
    Binding(
      23, [editor], [.pageUp], .helpRaiseByOne, word: .byOne
    ) { $0.nudge(by: 1) }.paired(with: .helpLowerByOne, first: true),
    Binding(23, [editor], [.pageDown], .helpLowerByOne) { $0.nudge(by: -1) },
    Binding(24, [editor], ["a"], .helpAddClass, word: .addClass) { $0.addClass() }
      .inMenu(2).offered { $0.example.classCount < Example.classCounts.upperBound },
    Binding(24, [editor], ["x"], .helpDeleteClass, word: .deleteClass) { $0.deleteClass() }
      .inMenu(3).offered { $0.example.classCount > Example.classCounts.lowerBound },
  ]

  private static let typedNumber = [
    Binding(25, [typing], [.enter], .helpTakeNumber, word: .keep) { _ = $0.takeTyped() },
    Binding(25, [typing], [.tab], .helpTakeAndGoOn, word: .keepAndNext) {
      if $0.takeTyped() { $0.moveField(by: 1) }
    },
    Binding(25, [typing], [.backTab], .helpTakeAndGoBack) {
      if $0.takeTyped() { $0.moveField(by: -1) }
    },
    Binding(25, [typing], [.escape], .helpDropNumber, word: .cancel) { $0.typing = nil }
      .alwaysShown,
  ]

  private static let cells = [
    Binding(
      28, [panel], [.up, "k"], .helpCellUp, word: .moveCell
    ) { $0.moveCell(rows: -1, columns: 0) }.paired(with: .helpCellDown, first: true),
    Binding(28, [panel], [.down, "j"], .helpCellDown) { $0.moveCell(rows: 1, columns: 0) },
    Binding(28, [panel], [.left], .helpCellLeft) { $0.moveCell(rows: 0, columns: -1) },
    Binding(28, [panel], [.right], .helpCellRight) { $0.moveCell(rows: 0, columns: 1) },
  ]

  private static let indices = [
    Binding(41, [reading, panel, editor], [","], .helpPreviousI) { $0.moveIndex(i: -1) }
      .inMenu(21),
    Binding(41, [reading, panel, editor], ["."], .helpNextI, word: .nextI) { $0.moveIndex(i: 1) }
      .paired(with: .helpPreviousI).inMenu(22),
    Binding(41, [reading, panel, editor], [";"], .helpPreviousJ) { $0.moveIndex(j: -1) }
      .inMenu(23),
    Binding(41, [reading, panel, editor], ["'"], .helpNextJ, word: .nextJ) { $0.moveIndex(j: 1) }
      .paired(with: .helpPreviousJ).inMenu(24),
  ]

  private static let regions = [
    Binding(40, [reading, panel], ["e"], .helpEdit, word: .edit) {
      $0.focus = .editor($0.firstField)
    }.inMenu(1),
    Binding(40, [reading, panel], [.tab], .helpNextRegion, word: .region) {
      $0.moveRegion(by: 1)
    }.offered { $0.stepHasPanel || $0.focus != .lesson },
    Binding(40, [reading, panel], [.backTab], .helpPreviousRegion) { $0.moveRegion(by: -1) },
    Binding(43, anywhere, ["u"], .helpUndo, word: .undo) { $0.undo() }
      .inMenu(7).offered { $0.history.canUndo },
    Binding(
      46, anywhere + InspectionScreen.sections, ["v"], .helpNumbersReading, word: .numbers
    ) { $0.toggleNumbers() }
    .inMenu(12).offered { !$0.snapshot.readings.claims.isEmpty }
    .saying { $0.substitutes ? .symbols : nil },
  ]

  private static let pages = [
    Binding(51, anywhere, ["]"], .helpNextLesson, word: .lesson) { $0.moveLesson(by: 1) }
      .paired(with: .helpPreviousLesson),
    Binding(51, anywhere, ["["], .helpPreviousLesson) { $0.moveLesson(by: -1) },
    Binding(12, [reading], [.up, "k"], .helpScrollUp) { $0.scroll(by: -1) },
    Binding(12, [reading], [.down, "j"], .helpScrollDown, word: .scroll) { $0.scroll(by: 1) }
      .paired(with: .helpScrollUp).offered { $0.hiddenLines != (0, 0) },
    Binding(9, [reading], ["<"], .helpScrollLeft) { $0.scrollSideways(by: -8) }.inMenu(15),
    Binding(9, [reading], [">"], .helpScrollRight, word: .sideways) { $0.scrollSideways(by: 8) }
      .inMenu(16).offered { $0.snapshot.page.excess > 0 },
    Binding(54, anywhere, [.home, "g"], .helpScrollToTop) { $0.scroll = 0 },
  ]

  private static let example = [
    Binding(60, anywhere, ["t"], .helpTarget, word: .target) { $0.cycleTarget() }.inMenu(4),
    Binding(61, anywhere, ["b"], .helpUnit, word: .unit) { $0.cycleUnit() }.inMenu(5),
    Binding(62, anywhere, ["d"], .helpDecimals, word: .decimals) { $0.cycleDecimals() }.inMenu(6),
    Binding(63, anywhere, ["y"], .helpRedo, word: .redo) { $0.redo() }
      .inMenu(8).offered { $0.history.canRedo },
    Binding(64, anywhere, ["r"], .helpReset, word: .reset) { $0.reset() }.inMenu(9),
    Binding(65, anywhere, ["o"], .helpFigures, word: .figures) { $0.toggleFigures() }
      .inMenu(10).offered { $0.lesson.offersFigures },
  ]

  private static let ending = [
    Binding(80, [panel, editor], [.escape], .helpLeave, word: .leave) { $0.leaveRegion() }
      .alwaysShown,
    Binding.effect(82, anywhere, ["q"], .helpQuit, word: .quit) { _ in [.quit] }
      .inMenu(30).alwaysShown,
  ]
}
