import Foundation
import Meaning
import SoftmaxCore
import Testing

/// One example of `docs/meaning.md`: a formula and what becomes of it.
struct DocumentLine: CustomTestStringConvertible, Sendable {
  enum Verdict: Hashable, Sendable {
    case holds
    /// The sign that fails, counted from 1; nil where any may.
    case fails(sign: Int?)
    case hereNotAlways
    case approximate
    /// The numbers as they are printed.
    case value([String])
    case readsAs(String)
    case refused(String)
    /// A definition that is accepted.
    case defines

    /// Whether it shows what a rule allows; the others show what it does not.
    var isExample: Bool {
      switch self {
      case .holds, .approximate, .value, .readsAs, .defines: true
      case .fails, .hereNotAlways, .refused: false
      }
    }
  }

  /// Of the document, from 1.
  var number: Int
  /// The rule it stands under; nil after the rules.
  var rule: Int?
  var isTyped: Bool
  var formula: String
  var verdict: Verdict
  var condition: String?
  var unit = InformationUnit.nats
  /// What is defined above it in its rule.
  var definitions: [String]

  var testDescription: String { "docs/meaning.md:\(number) \(formula)" }

  /// - Parameter text: `formula   verdict`, with two blanks at least between them.
  /// - Returns: nil if it is not of that form.
  init?(_ text: String, number: Int, rule: Int?, isTyped: Bool, definitions: [String]) {
    self.number = number
    self.rule = rule
    self.isTyped = isTyped
    self.definitions = definitions
    if text.hasPrefix("define ") {
      formula = String(text.dropFirst(7)).trimmingBlanks
      verdict = .defines
      return
    }
    // The formula may have two blanks in it, the words behind it have none.
    let gaps = text.indices.filter { text[$0...].hasPrefix("  ") }
    for gap in gaps.reversed() {
      let words = String(text[gap...]).trimmingBlanks
      guard let (verdict, condition, unit) = Self.verdict(words) else { continue }
      formula = String(text[..<gap]).trimmingBlanks
      (self.verdict, self.condition, self.unit) = (verdict, condition, unit)
      return
    }
    return nil
  }

  private static func verdict(
    _ text: String
  ) -> (verdict: Verdict, condition: String?, unit: InformationUnit)? {
    func rest(_ beginning: String) -> String? {
      text.hasPrefix(beginning) ? String(text.dropFirst(beginning.count)).trimmingBlanks : nil
    }
    if let words = rest("refused:") { return (.refused(words), nil, .nats) }
    if let other = rest("reads as ") { return (.readsAs(other), nil, .nats) }
    if let numbers = rest("is ") {
      let printed = numbers.split(separator: ",").map { String($0).trimmingBlanks }
      return printed.allSatisfy { Double($0) != nil } ? (.value(printed), nil, .nats) : nil
    }
    if text == "true here, not always" { return (.hereNotAlways, nil, .nats) }
    if text == "approximately" { return (.approximate, nil, .nats) }
    var words = text
    var unit = InformationUnit.nats
    if words.hasSuffix(" in bits") {
      unit = .bits
      words = String(words.dropLast(" in bits".count))
    }
    var condition: String?
    if let place = words.range(of: " when ") {
      condition = String(words[place.upperBound...])
      words = String(words[..<place.lowerBound])
    }
    switch words {
    case "holds": return (.holds, condition, unit)
    case "fails": return (.fails(sign: nil), condition, unit)
    case _ where words.hasPrefix("fails at sign "):
      return Int(words.dropFirst("fails at sign ".count)).map {
        (.fails(sign: $0), condition, unit)
      }
    default: return nil
    }
  }
}

extension String {
  var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
