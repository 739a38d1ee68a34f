import Notation

/// What an option's value may be.
enum ValueRange: Hashable {
  case numbers(from: Int, to: Int)
  case classes(to: Int)
  case columns
  case oneOrTwo
  case temperature

  var text: String {
    switch Language.ofCommands {
    case .english: english
    }
  }
}
