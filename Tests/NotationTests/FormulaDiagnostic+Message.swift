import Notation

extension FormulaDiagnostic {
  /// Its sentence in English, which the tests know.
  var message: String { sentence(in: .english) }
}
