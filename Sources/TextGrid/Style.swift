/// What a run of text means. Colours are the painter's business.
public enum Role: Hashable, Sendable {
  case body, dim, heading, frame, code, link
  /// The first row and the last.
  case title, keys
  case scores, probabilities, target, sum, loss, gradient
  case good, bad, warning
  /// A heat map's cell, −3 (most negative) … 3 (most positive).
  case heat(Int)

  /// Every role, for themes and their tests.
  public static let all: [Role] =
    [
      .body, .dim, .heading, .frame, .code, .link, .title, .keys, .scores,
      .probabilities, .target, .sum, .loss, .gradient, .good, .bad, .warning,
    ] + (-3...3).map(Role.heat)
}

/// How a run of text stands out beside its role.
public struct Emphasis: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Emphasis(rawValue: 1)
  public static let underline = Emphasis(rawValue: 2)
  public static let reverse = Emphasis(rawValue: 4)
  public static let dim = Emphasis(rawValue: 8)
  public static let italic = Emphasis(rawValue: 16)
}

/// A role and an emphasis.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var emphasis: Emphasis

  public init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  public static let body = Style(.body)
}
