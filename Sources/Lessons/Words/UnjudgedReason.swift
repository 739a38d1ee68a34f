public import Notation

/// Why `check` could not judge a sign.
public enum UnjudgedReason: Problem {
  case notFinite, precisionLost, noDigits, noExample, notAdmitted, equalHere, claimsNothing
  /// What is wrong with the side is a finding of its own.
  case sideWithoutValue

  public func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
