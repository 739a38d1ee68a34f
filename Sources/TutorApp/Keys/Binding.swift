public import TextGrid

/// One row of the key table: an action, where it can be asked for, and by which keys.
///
/// Dispatch, the key row, the help page and the README's table all read `Binding.all`. Rows stand
/// in the order in which the key row shows them, most useful first.
public struct Binding: Hashable, Sendable {
  public var action: Action
  public var modes: Set<Mode>
  public var keys: [Key]
  /// The word beside the key in the key row; nil keeps the binding out of it.
  public var word: Phrase?
  /// What the help page says.
  public var help: Phrase

  init(_ action: Action, _ modes: Set<Mode>, _ keys: [Key], word: Phrase? = nil, help: Phrase) {
    self.action = action
    self.modes = modes
    self.keys = keys
    self.word = word
    self.help = help
  }

  /// The action that `key` asks for in `mode`.
  public static func action(for key: Key, in mode: Mode) -> Action? {
    index[mode]?[key]
  }

  private static let index: [Mode: [Key: Action]] = {
    var index: [Mode: [Key: Action]] = [:]
    for binding in all {
      for mode in binding.modes {
        for key in binding.keys { index[mode, default: [:]][key] = binding.action }
      }
    }
    return index
  }()
}

extension Binding {
  private static let screen: Set<Mode> = [.reading, .panel, .editor]
  private static let lists: Set<Mode> = [.menu, .search, .ledger]

  public static let all: [Binding] = [
    Binding(
      .nextStep, [.reading], [.right, " ", "n", .pageDown], word: .next, help: .helpNextStep),
    Binding(
      .previousStep, [.reading], [.left, .backspace, "p", .pageUp], word: .back,
      help: .helpPreviousStep),
    Binding(.nextStep, [.panel, .editor], [" ", "n"], help: .helpNextStep),
    Binding(.previousStep, [.panel, .editor], ["p"], help: .helpPreviousStep),

    Binding(.previousField, [.editor], [.left, .backTab], word: nil, help: .helpPreviousField),
    Binding(.nextField, [.editor], [.right, .tab], word: .choose, help: .helpNextField),
    Binding(.raise, [.editor], [.up, "k"], word: .nudge, help: .helpRaise),
    Binding(.lower, [.editor], [.down, "j"], help: .helpLower),
    Binding(.type, [.editor], [.enter], word: .typeNumber, help: .helpType),
    Binding(.raiseByOne, [.editor], [.pageUp], word: .byOne, help: .helpRaiseByOne),
    Binding(.lowerByOne, [.editor], [.pageDown], help: .helpLowerByOne),
    Binding(.addClass, [.editor], ["a"], word: .addClass, help: .helpAddClass),
    Binding(.deleteClass, [.editor], ["x"], word: .deleteClass, help: .helpDeleteClass),

    Binding(.takeNumber, [.typing], [.enter], word: .keep, help: .helpTakeNumber),
    Binding(.takeAndGoOn, [.typing], [.tab], word: .keepAndNext, help: .helpTakeAndGoOn),
    Binding(.takeAndGoBack, [.typing], [.backTab], help: .helpTakeAndGoBack),
    Binding(.dropNumber, [.typing], [.escape], word: .cancel, help: .helpDropNumber),

    Binding(.walkLeft, [.inspection], [.left], help: .helpWalkLeft),
    Binding(.walkRight, [.inspection], [.right], word: .walk, help: .helpWalkRight),
    Binding(.walkOutward, [.inspection], [.up, "k"], help: .helpWalkOutward),
    Binding(.walkInward, [.inspection], [.down, "j"], word: .walkParts, help: .helpWalkInward),
    Binding(.nextFormula, [.inspection], [.tab, " "], word: .nextFormula, help: .helpNextFormula),
    Binding(.previousFormula, [.inspection], [.backTab], help: .helpPreviousFormula),

    Binding(.cellUp, [.panel], [.up, "k"], word: .moveCell, help: .helpCellUp),
    Binding(.cellDown, [.panel], [.down, "j"], help: .helpCellDown),
    Binding(.cellLeft, [.panel], [.left], help: .helpCellLeft),
    Binding(.cellRight, [.panel], [.right], help: .helpCellRight),

    Binding(.selectUp, lists, [.up], word: nil, help: .helpSelectUp),
    Binding(.selectDown, lists, [.down], word: .choose, help: .helpSelectDown),
    Binding(.pageUp, lists.union([.help]), [.pageUp], help: .helpPageUp),
    Binding(.pageDown, lists.union([.help]), [.pageDown], help: .helpPageDown),
    Binding(.selectUp, [.menu, .ledger], ["k"], help: .helpSelectUp),
    Binding(.selectDown, [.menu, .ledger], ["j"], help: .helpSelectDown),
    Binding(.open, [.menu, .search], [.enter], word: .open, help: .helpOpen),
    Binding(.copyCommand, [.command], [.enter], word: .copy, help: .helpCopy),

    Binding(.edit, [.reading, .panel], ["e"], word: .edit, help: .helpEdit),
    Binding(.nextRegion, [.reading, .panel], [.tab], word: .region, help: .helpNextRegion),
    Binding(.previousRegion, [.reading, .panel], [.backTab], help: .helpPreviousRegion),
    Binding(.openMenu, screen, ["m"], word: .menu, help: .helpMenu),
    Binding(.undo, screen, ["u"], word: .undo, help: .helpUndo),
    Binding(.openLedger, screen, ["="], word: .check, help: .helpLedger),
    Binding(.inspect, screen, ["f"], word: .inspect, help: .helpInspect),
    Binding(
      .toggleNumbers, screen.union([.inspection]), ["v"], word: .numbers, help: .helpNumbersReading),
    Binding(.openPlayground, screen, ["l"], word: .line, help: .helpPlayground),
    Binding(.edit, [.playground], [.tab], word: .edit, help: .helpEdit),
    Binding(.closePlayground, [.playground], [.escape], word: .leave, help: .helpLeave),
    Binding(.openMenu, [.reading], [.escape], help: .helpMenu),
    Binding(.nextLesson, screen, ["]"], word: .lesson, help: .helpNextLesson),
    Binding(.previousLesson, screen, ["["], help: .helpPreviousLesson),
    Binding(.scrollUp, [.reading, .help], [.up, "k"], help: .helpScrollUp),
    Binding(.scrollDown, [.reading, .help], [.down, "j"], word: .scroll, help: .helpScrollDown),
    Binding(.scrollLeft, [.reading], [","], help: .helpScrollLeft),
    Binding(.scrollRight, [.reading], ["."], word: .sideways, help: .helpScrollRight),
    Binding(.scrollToTop, screen.union([.help, .menu]), [.home, "g"], help: .helpScrollToTop),
    Binding(.scrollToEnd, screen.union([.help, .menu]), [.end], help: .helpScrollToEnd),
    Binding(.cycleTarget, screen, ["t"], word: .target, help: .helpTarget),
    Binding(.cycleUnit, screen, ["b"], word: .unit, help: .helpUnit),
    Binding(.cycleDecimals, screen, ["d"], word: .decimals, help: .helpDecimals),
    Binding(.redo, screen, ["y"], word: .redo, help: .helpRedo),
    Binding(.reset, screen, ["r"], word: .reset, help: .helpReset),
    Binding(.toggleFigures, screen, ["o"], word: .figures, help: .helpFigures),
    Binding(.showCommand, screen, ["c"], word: .command, help: .helpCommand),
    Binding(.search, screen.union([.menu]), ["/"], word: .search, help: .helpSearch),
    Binding(
      .leave, [.panel, .editor, .menu, .search, .help, .command, .ledger, .inspection], [.escape],
      word: .leave,
      help: .helpLeave),
    Binding(
      .help, screen.union([.menu, .command, .ledger, .inspection]), ["?"], word: .help,
      help: .helpHelp),
    Binding(.quit, screen, ["q"], word: .quit, help: .helpQuit),
    Binding(
      .leave, [.menu, .help, .command, .ledger, .inspection], ["q"], word: .close, help: .helpClose),
    Binding(.quit, Set(Mode.allCases), [.control("c")], help: .helpQuit),
    Binding(.suspend, Set(Mode.allCases), [.control("z")], help: .helpSuspend),
  ]
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
