import Meaning

extension UnjudgedReason {
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
}
