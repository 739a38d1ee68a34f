import Meaning
public import Notation

/// Why `check` could not judge a sign.
public enum UnjudgedReason: Problem {
  case notFinite, precisionLost, noDigits, noExample, notAdmitted, equalHere, claimsNothing
  /// What is wrong with the side is a finding of its own.
  case sideWithoutValue

  init(_ reason: Verdict.Reason) {
    self =
      switch reason {
      case .notFinite: .notFinite
      case .precisionLost: .precisionLost
      case .noValue, .uncovered: .sideWithoutValue
      case .claimsNothing: .claimsNothing
      case .noDigits: .noDigits
      case .noExample: .noExample
      case .notAdmitted: .notAdmitted
      case .equalHere: .equalHere
      }
  }

  public func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
