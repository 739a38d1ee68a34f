public import Notation

/// A formula as a learner typed it: LaTeX where it has a backslash, else the plain form
/// (`sum_i p_i*(1-p_i)`); what the plain form does not know is tried as LaTeX.
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

  /// What is typeset.
  public var formula: Formula {
    if case .success(let plain) = plain { return plain.formula }
    return Formula(source)
  }

  /// - Throws: the first thing that is wrong; `placed` says where in what was typed.
  public func reading() throws(FormulaDiagnostic) -> Reading {
    let reading = Reading(formula, names: names)
    guard let error = reading.diagnostics[0].first(where: { $0.severity == .error }) else {
      return reading
    }
    if case .failure(let reason) = plain { throw reason }
    throw error
  }

  /// A diagnostic of the reading, or of its value, with its place in what was typed.
  public func placed(_ diagnostic: FormulaDiagnostic) -> FormulaDiagnostic {
    if case .success(let plain) = plain { return plain.placed(diagnostic) }
    return diagnostic
  }
}
