import Lessons
import Meaning
import Notation
import TextGrid

/// The mark beside a line: a glyph and a role, never a colour alone.
struct SignMark: Hashable {
  var glyph: String
  var role: Role

  init(_ verdict: Verdict, _ tier: GlyphTier) {
    let isUnicode = tier == .unicode
    switch verdict {
    case .holds: (glyph, role) = (isUnicode ? "✓" : "ok", .good)
    case .approximate: (glyph, role) = (isUnicode ? "≈" : "~", .good)
    case .fails: (glyph, role) = (isUnicode ? "✗" : "x", .bad)
    case .hereNotAlways: (glyph, role) = ("!", .warning)
    case .notJudged: (glyph, role) = ("?", .dim)
    }
  }

  /// A line that is right, but not for these numbers, is a lesson and no error.
  init(_ line: LineVerdict, _ tier: GlyphTier) {
    self.init(line.limit == nil ? line.verdict : .hereNotAlways, tier)
  }
}

extension LineVerdict {
  /// For two signs in one row the graver one is shown.
  var gravity: Int {
    if limit != nil { return 3 }
    return switch verdict {
    case .holds: 0
    case .approximate: 1
    case .notJudged: 2
    case .hereNotAlways: 3
    case .fails: 4
    }
  }

  /// The verdict in a few words.
  func phrase(_ words: Words) -> String {
    limit == nil ? verdict.phrase(words) : words(.verdictNotHere)
  }
}

extension Verdict {
  /// The verdict in words.
  func phrase(_ words: Words) -> String {
    switch self {
    case .holds: words(.verdictHolds)
    case .approximate: words(.verdictApproximate)
    case .fails: words(.verdictFails)
    case .hereNotAlways: words(.verdictHereOnly)
    case .notJudged(let reason): words(.verdictNotJudged, reason.phrase(words))
    }
  }
}

extension Verdict.Reason {
  fileprivate func phrase(_ words: Words) -> String {
    switch self {
    case .notFinite: words(.reasonNotFinite)
    case .precisionLost: words(.reasonPrecisionLost)
    case .noValue(let diagnostic): diagnostic.sentence(in: words.language)
    case .claimsNothing: words(.reasonClaimsNothing)
    case .noDigits: words(.reasonNoDigits)
    case .noExample, .notAdmitted: words(.reasonNoExample)
    case .equalHere: words(.reasonEqualHere)
    case .uncovered(let diagnostic): diagnostic.sentence(in: words.language)
    }
  }
}
