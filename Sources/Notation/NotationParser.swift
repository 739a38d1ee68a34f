/// Reads LaTeX. Total: every source gives a tree, in time linear in its length.
///
/// What cannot be read becomes a `.broken` node with a diagnostic, and the rest still parses.
public enum NotationParser {
  /// Longer formulas are refused: no lesson needs them, and a picture of one fits no screen.
  public static let longestSource = 4_000
  /// Groups, fences and arguments inside one another.
  public static let deepestNesting = 40
  /// Rows, and columns, of a matrix or an aligned block.
  public static let longestTable = 60

  /// Every command that is understood, without its backslash, in order.
  public static var commandNames: [String] { CommandTable.all }

  /// Its text may define commands: what those stand for is put in their place first.
  public static func parse(_ source: String) -> (Notation, [FormulaDiagnostic]) {
    let length = source.utf8.count
    guard length <= longestSource else {
      let diagnostic = FormulaDiagnostic(
        .formulaTooLong(bytes: length, longest: longestSource),
        range: 0..<length)
      let start = String(source.prefix(20).filter { !$0.isControl })
      return (Notation(.broken(start + "…"), range: 0..<length, id: 0), [diagnostic])
    }
    var reader = Reader(source)
    var notation = reader.readFormula()
    // What definitions put side by side need not stand side by side in the source.
    if reader.isExpanded { notation = notation.coveringChildren() }
    let diagnostics = reader.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return (notation.renumbered(), diagnostics)
  }
}
