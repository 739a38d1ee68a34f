import CursesTerminal
import SoftmaxCore

/// What `config.yaml` may say. A flag stands over it.
struct Configuration: Hashable {
  var theme: TerminalOptions.Background?
  var color: TerminalOptions.ColorUse?
  var ascii: Bool?
  var ambiguousWidth: Int?
  var language: String?
  var unit: InformationUnit?
  var decimals: Int?
  var mouse: Bool?
  var plain: Bool?

  /// The keys of the file, named like the flags.
  enum Key: String, CaseIterable {
    case theme, color, ascii, lang, unit, decimals, mouse, plain
    case ambiguousWidth = "ambiguous-width"
  }
}
