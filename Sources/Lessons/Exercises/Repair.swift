import Meaning
import Notation

/// One edit that makes a wrong line true, and what it says of the mistake.
public struct Repair: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The sign of the whole line, of one term.
    case wholeSign, termSign
    /// p for q, i for j.
    case swappedIndices, index
    case swappedArguments, invertedFraction
    case missingSquare, superfluousSquare
    case missingFactor, superfluousFactor, superfluousTerm
    case missingSum
    case logarithm
  }

  public var kind: Kind
  /// The line as it holds, in LaTeX.
  public var latex: String
}

extension Working {
  /// The cheapest edit after which the line holds; nil if none of the usual ones does.
  func repair(of formula: Formula, for line: Int, _ examples: [Bindings]) -> Repair? {
    let reading = Reading(formula, names: names)
    guard let side = reading.chains.first?.sides.first, let expression = side.expression else {
      return nil
    }
    let known = Set(reading.freeIndices)
      .union(Reading(Formula(lines[line - 1]), names: names).freeIndices)
    let edits = LineEdits(source: formula.source, indices: known.sorted(), names: ["p", "y"])
    var tried: Set<String> = [formula.source]
    for repair in edits.all(of: expression) where tried.insert(repair.latex).inserted {
      let claim = claim(of: repair.latex, after: line - 1)
      guard always(claim, examples) == .holds, !isEarlier(repair.latex, before: line)
      else { continue }
      return repair
    }
    return nil
  }
}

/// The usual edits of a line, cheapest first, as text: a place in the source and what is put there.
private struct LineEdits {
  let bytes: [UInt8]
  let source: String
  let indices: [String]
  /// Names that a factor is often lost of.
  let names: [String]

  init(source: String, indices: [String], names: [String]) {
    self.source = source
    bytes = Array(source.utf8)
    self.indices = indices
    self.names = names
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// What stands in brackets stays in them.
  private func replacing(_ range: Range<Int>, with text: String) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    let isBracketed =
      bytes[range].first == UInt8(ascii: "(") && bytes[range].last == UInt8(ascii: ")")
    let text = isBracketed ? "(" + text + ")" : text
    return String(
      decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...],
      as: UTF8.self)
  }

  func all(of expression: Expression) -> [Repair] {
    let places = expression.places
    var repairs = [Repair(kind: .wholeSign, latex: "-(\(source))")]
    func add(_ kind: Repair.Kind, _ latexes: [String]) {
      repairs += latexes.map { Repair(kind: kind, latex: $0) }
    }
    add(.termSign, places.flatMap(termSigns))
    add(.swappedIndices, swappedIndices)
    add(.index, renamedIndices + places.flatMap(otherIndices))
    add(.swappedArguments, places.flatMap(swappedArguments))
    add(.invertedFraction, places.flatMap(invertedFraction))
    add(.superfluousSquare, places.flatMap(withoutPower))
    add(.missingSquare, places.flatMap(withSquare))
    add(.superfluousFactor, places.flatMap(withoutFactor))
    add(.superfluousTerm, places.flatMap(withoutTerm))
    add(.missingFactor, withFactor(expression))
    add(.missingSum, indices.map { "\\sum_\($0) (\(source))" })
    add(.logarithm, [source.replacing("\\log", with: "\\ln"), "\\frac{\(source)}{\\ln b}"])
    return repairs
  }

  // MARK: The kinds

  private func termSigns(_ place: Expression) -> [String] {
    guard case .terms(let terms) = place.kind else { return [] }
    return terms.indices.map { flipped in
      var written = ""
      for (index, term) in terms.enumerated() {
        let isSubtracted = term.isSubtracted != (index == flipped)
        written += (isSubtracted ? " - " : index == 0 ? "" : " + ") + text(term.expression.range)
      }
      return replacing(place.range, with: written)
    }
  }

  private func withoutTerm(_ place: Expression) -> [String] {
    guard case .terms(let terms) = place.kind, terms.count > 1 else { return [] }
    return terms.indices.map { left in
      var written = ""
      for (index, term) in terms.enumerated() where index != left {
        written +=
          (term.isSubtracted ? " - " : written.isEmpty ? "" : " + ")
          + text(term.expression.range)
      }
      return replacing(place.range, with: written)
    }
  }

  private var swappedIndices: [String] {
    guard indices.count == 2 else { return [] }
    let (a, b) = (indices[0], indices[1])
    return [
      source.replacing("_" + a, with: "_\u{1}").replacing("_" + b, with: "_" + a)
        .replacing("_\u{1}", with: "_" + b)
    ]
  }

  /// One index in the place of another everywhere.
  private var renamedIndices: [String] {
    indices.flatMap { old in
      indices.filter { $0 != old }.map { source.replacing("_" + old, with: "_" + $0) }
    }
  }

  private func otherIndices(_ place: Expression) -> [String] {
    guard case .element(_, let positions) = place.kind else {
      guard case .call(let application) = place.kind else { return [] }
      return application.indices.flatMap(otherIndex)
    }
    return positions.flatMap(otherIndex)
  }

  private func otherIndex(_ place: Expression) -> [String] {
    guard case .index(let index) = place.kind else { return [] }
    return (indices + ["k"]).filter { $0 != index.name }.map { replacing(place.range, with: $0) }
  }

  private func swappedArguments(_ place: Expression) -> [String] {
    let arguments: [Expression]
    switch place.kind {
    case .call(let application): arguments = application.arguments
    case .apply(_, let given): arguments = given
    default: return []
    }
    guard arguments.count == 2, arguments[0].range.upperBound <= arguments[1].range.lowerBound
    else {
      return []
    }
    let second = replacing(arguments[1].range, with: text(arguments[0].range))
    return [
      LineEdits(source: second, indices: [], names: []).replacing(
        arguments[0].range, with: text(arguments[1].range))
    ]
  }

  private func invertedFraction(_ place: Expression) -> [String] {
    guard case .fraction(let upper, let lower) = place.kind else { return [] }
    return [replacing(place.range, with: "\\frac{\(text(lower.range))}{\(text(upper.range))}")]
  }

  private func withoutPower(_ place: Expression) -> [String] {
    guard case .power(let base, _) = place.kind else { return [] }
    let whole = text(place.range)
    let inner = text(base.range)
    // The place of a name with a script may be that of the script too.
    let stripped = whole.replacing(/\^(?:\{[^}]*\}|.)$/, with: "")
    return [replacing(place.range, with: inner == whole ? stripped : inner)]
  }

  private func withSquare(_ place: Expression) -> [String] {
    switch place.kind {
    case .element, .call: return [replacing(place.range, with: "{\(text(place.range))}^2")]
    default: return []
    }
  }

  private func withoutFactor(_ place: Expression) -> [String] {
    guard case .factors(let factors) = place.kind, factors.count > 1 else { return [] }
    return factors.indices.map { left in
      let kept = factors.indices.filter { $0 != left }.map {
        "(\(text(factors[$0].expression.range)))"
      }
      return replacing(place.range, with: kept.joined(separator: " "))
    }
  }

  private func withFactor(_ expression: Expression) -> [String] {
    let factors = names.flatMap { name in indices.map { "\(name)_\($0)" } } + ["2", "\\frac{1}{T}"]
    var places = [expression]
    if case .terms(let terms) = expression.kind { places += terms.map(\.expression) }
    return places.flatMap { place in
      factors.map { replacing(place.range, with: "\($0) (\(text(place.range)))") }
    }
  }
}

extension Expression {
  /// Itself and all expressions in it that stand in the source.
  fileprivate var places: [Expression] { [self] + parts.flatMap(\.places) }
}
