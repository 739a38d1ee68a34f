public import Notation

/// A formula as a learner typed it: LaTeX where it has a backslash, else the plain form
/// (`sum_i p_i*(1-p_i)`), and nothing in between.
public struct TypedFormula: Sendable {
  public let source: String
  private let names: Names
  private let plain: Result<PlainForm, FormulaDiagnostic>

  public init(_ source: String, names: Names = .course) {
    self.source = source
    self.names = names
    do throws(FormulaDiagnostic) { plain = .success(try PlainForm(source)) } catch {
      plain = .failure(error)
    }
  }

  /// What is typeset; of a line that cannot be read yet, as much as can.
  public var formula: Formula {
    if case .success(let plain) = plain { return plain.formula }
    return PlainForm.draft(of: source)
  }

  /// - Throws: the first thing that is wrong; `placed` says where in what was typed.
  public func reading() throws(FormulaDiagnostic) -> Reading {
    let plain = try plain.get()
    let reading = Reading(plain.formula, names: names)
    guard let error = reading.diagnostics[0].first(where: { $0.severity == .error }) else {
      return reading
    }
    throw error
  }

  /// A diagnostic of the reading, or of its value, with its place in what was typed, and in the words
  /// of the form it was typed in.
  public func placed(_ diagnostic: FormulaDiagnostic) -> FormulaDiagnostic {
    guard case .success(let plain) = plain, !PlainForm.isLaTeX(source) else { return diagnostic }
    var placed = plain.placed(diagnostic)
    placed.isPlain = true
    placed.suggestion = placed.suggestion.map(PlainSpelling.suggestion)
    return placed
  }
}
