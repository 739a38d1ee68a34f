import Notation

/// What a formula with numbers in place asks of the evaluator, in the order in which it asks.
///
/// The order does not depend on how many digits are shown: so the answers are computed once, and
/// with other digits they are given again.
final class SubstitutionAnswers {
  enum Answer: Sendable {
    case value(Value)
    case choices([[Int]])
    case truth(Bool)
    case none(FormulaDiagnostic)
  }

  private let evaluator: Evaluator?
  private(set) var recorded: [Answer] = []
  private var position = 0

  /// Asks the evaluator, and keeps what it says.
  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// Gives known answers again.
  init(_ recorded: [Answer]) {
    evaluator = nil
    self.recorded = recorded
  }

  func value(of expression: Expression) throws(FormulaDiagnostic) -> Value {
    let answer = answer { (evaluator) throws(FormulaDiagnostic) in
      .value(try evaluator.evaluate(expression).value)
    }
    if case .value(let value) = answer { return value }
    throw answer.reason(at: expression)
  }

  /// The values that a Σ takes for its indices.
  func choices(
    of binder: Binder, at expression: Expression
  ) throws(FormulaDiagnostic) -> [[Int]] {
    let answer = answer { (evaluator) throws(FormulaDiagnostic) in
      .choices(try evaluator.admittedChoices(of: binder, at: expression))
    }
    if case .choices(let choices) = answer { return choices }
    throw answer.reason(at: expression)
  }

  func truth(of expression: Expression) throws(FormulaDiagnostic) -> Bool {
    let answer = answer { (evaluator) throws(FormulaDiagnostic) in
      .truth(try evaluator.truth(expression))
    }
    if case .truth(let truth) = answer { return truth }
    throw answer.reason(at: expression)
  }

  func with<Content>(
    _ indices: [Int], _ body: () throws(FormulaDiagnostic) -> Content
  ) throws(FormulaDiagnostic) -> Content {
    guard let evaluator else { return try body() }
    return try evaluator.withIndices(indices, body)
  }

  private func answer(
    _ ask: (Evaluator) throws(FormulaDiagnostic) -> Answer
  ) -> Answer {
    guard let evaluator else {
      defer { position += 1 }
      let unknown = FormulaDiagnostic(.thisHasNoValue, range: 0..<0)
      return position < recorded.count ? recorded[position] : .none(unknown)
    }
    let answer: Answer
    do throws(FormulaDiagnostic) { answer = try ask(evaluator) } catch { answer = .none(error) }
    recorded.append(answer)
    return answer
  }
}

extension SubstitutionAnswers.Answer {
  fileprivate func reason(at expression: Expression) -> FormulaDiagnostic {
    if case .none(let diagnostic) = self { return diagnostic }
    return FormulaDiagnostic(.thisHasNoValue, range: expression.range)
  }
}
