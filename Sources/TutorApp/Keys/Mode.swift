/// Who receives a key: the part of the screen that has the focus.
public enum Mode: Hashable, Sendable, CaseIterable {
  case reading, panel, editor, typing, menu, search, help, command, ledger, inspection, playground
}

extension Model {
  public var mode: Mode {
    switch overlay {
    case .menu: return .menu
    case .search: return .search
    case .help: return .help
    case .command: return .command
    case .ledger: return .ledger
    case .inspection: return .inspection
    case nil: break
    }
    if typing != nil { return .typing }
    switch focus {
    case .lesson: return isPlaygroundOpen ? .playground : .reading
    case .panel: return .panel
    case .editor: return .editor
    }
  }
}
