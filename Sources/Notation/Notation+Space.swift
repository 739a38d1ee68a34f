/// How wide a blank is, in TeX's math units: 18 of them are a quad.
///
/// | written | units |
/// |---|---|
/// | `\!` | −3 |
/// | `\,` | 3 |
/// | `\:` `\>` | 4 |
/// | `\;` | 5 |
/// | `~` `\ ` `\space` | 6 |
/// | `\enspace` | 9 |
/// | `\quad` `\hspace{1em}` | 18 |
/// | `\qquad` | 36 |
///
/// Blanks side by side are one node with the sum of their units.
extension Notation {
  /// The least width that separates two statements: half a quad. A single `\;` or `~` is a thin
  /// space within one; `\;\;`, `~~`, `\enspace` and all that is wider stand between two.
  package static let gapUnits = 9

  /// Whether it is a blank so wide that what follows is another statement: `a = b \quad c = d`.
  package var isGap: Bool {
    if case .space(_, let units) = kind { units >= Self.gapUnits } else { false }
  }
}
