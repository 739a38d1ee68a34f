import Lessons
import Notation

extension Diagnostic {
  /// Its sentence in English, which the tests know.
  var message: String { sentence(in: .english) }
}
