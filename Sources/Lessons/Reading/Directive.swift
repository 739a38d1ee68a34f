import Notation
import SoftmaxCore

/// The comment under a step's heading: `<!-- id: own-score  when: i = j  unit: nats -->`.
struct Directive {
  enum Key: String, CaseIterable {
    case id, when, unit, target, temperature, scores, reference, probabilities, classes, keywords
  }

  var id: String?
  var condition: Located<Formula>?
  var unit: InformationUnit?
  var target: StepTarget?
  var needs = StepNeeds()
  /// Words that people search the step by.
  var keywords: [String] = []

  static func read(
    _ text: String, at line: Int, of source: SourceText, checksFormulas: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> Directive {
    var reader = Reader(
      text: text, line: line, source: source, checksFormulas: checksFormulas)
    reader.read()
    diagnostics += reader.diagnostics
    return reader.directive
  }

  private struct Reader {
    let text: String
    let line: Int
    let source: SourceText
    let checksFormulas: Bool
    var directive = Directive()
    var diagnostics: [Diagnostic] = []

    mutating func report(_ problem: TextProblem, byte: Int, suggestion: String? = nil) {
      report(problem as any Problem, byte: byte, suggestion: suggestion)
    }

    mutating func report(_ problem: any Problem, byte: Int, suggestion: String? = nil) {
      guard !diagnostics.isFull else { return }
      diagnostics.append(
        source.diagnostic(problem, at: .init(line: line, byte: byte), suggestion: suggestion))
    }

    mutating func read() {
      let bytes = Array(text.utf8)
      let start = (bytes.firstIndex(of: UInt8(ascii: "<")) ?? 0) + 4
      guard
        let end = bytes.indices.dropFirst(start).first(where: {
          bytes[$0...].starts(with: "-->".utf8)
        })
      else {
        return report(.openDirective, byte: bytes.count)
      }
      if let stray = bytes[(end + 3)...].firstIndex(where: { $0 != 0x20 }) {
        report(.textAfterDirective, byte: stray)
      }
      let keys = keyRanges(bytes, start..<end)
      let before = bytes[start..<(keys.first?.lowerBound ?? end)]
      if let stray = before.firstIndex(where: { $0 != 0x20 }) {
        report(.directiveForm, byte: stray)
      }
      var seen: Set<String> = []
      for (index, key) in keys.enumerated() {
        let name = String(decoding: bytes[key].dropLast(), as: UTF8.self)
        let next = index + 1 < keys.count ? keys[index + 1].lowerBound : end
        let spaces = bytes[key.upperBound..<next].prefix { $0 == 0x20 }.count
        let value = trimmed(String(decoding: bytes[key.upperBound..<next], as: UTF8.self))
        if !seen.insert(name).inserted { report(.givenTwice(name), byte: key.lowerBound) }
        set(name, to: value, key: key.lowerBound, at: key.upperBound + spaces)
      }
      if directive.id == nil, diagnostics.isEmpty {
        report(.directiveWithoutID, byte: 0)
      }
    }

    /// `word:` at the start or after a space.
    private func keyRanges(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
      var keys: [Range<Int>] = []
      var start = range.lowerBound
      for offset in range {
        if bytes[offset] == 0x20 {
          start = offset + 1
        } else if bytes[offset] == UInt8(ascii: ":"), offset > start,
          bytes[start..<offset].allSatisfy(\.isLetter)
        {
          keys.append(start..<offset + 1)
        }
      }
      return keys
    }

    private mutating func set(_ name: String, to value: String, key: Int, at byte: Int) {
      guard let kind = Key(rawValue: name) else {
        return report(
          .unknownDirective(name, known: Key.allCases.map(\.rawValue)), byte: key,
          suggestion: nearestName(to: name, among: Key.allCases.map(\.rawValue)))
      }
      guard !value.isEmpty else { return report(.directiveWithoutValue(name), byte: key) }
      switch kind {
      case .id:
        directive.id = value
        if !value.utf8.allSatisfy(\.isIdentifier) {
          report(.badID, byte: byte)
        }
      case .when:
        let formula = Formula(value)
        for diagnostic in checksFormulas ? formula.diagnostics : [] {
          report(
            diagnostic.problem, byte: byte + diagnostic.range.lowerBound,
            suggestion: diagnostic.suggestion)
        }
        directive.condition = Located(
          formula, at: TextPlaces(at: .init(line: line, byte: byte)), in: source)
      case .unit: directive.unit = choice(value, .unit, at: byte)
      case .target: directive.target = choice(value, .target, at: byte)
      case .temperature:
        directive.needs.temperature = choice(value, .temperature, at: byte)
      case .scores: directive.needs.finiteScores = hasWord("finite", value, name, at: byte)
      case .reference:
        directive.needs.positiveReference = hasWord("positive", value, name, at: byte)
      case .probabilities:
        directive.needs.softmaxProbabilities = hasWord("softmax", value, name, at: byte)
      case .classes: setClasses(value, at: byte)
      case .keywords:
        directive.keywords = value.split(separator: ",").map { trimmed($0) }
          .filter { !$0.isEmpty }
      }
    }

    /// What one of a few words stands for.
    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
      _ value: String, _ key: Key, at byte: Int
    ) -> Choice? where Choice.RawValue == String {
      if let choice = Choice(rawValue: value) { return choice }
      let names = Choice.allCases.map(\.rawValue)
      report(
        .noSuchChoice(key.rawValue, choices: names, found: value), byte: byte,
        suggestion: nearestName(to: value, among: names))
      return nil
    }

    /// Whether a need that knows one word is asked for.
    private mutating func hasWord(
      _ word: String, _ value: String, _ name: String, at byte: Int
    ) -> Bool {
      if value == word { return true }
      report(
        .needOfOneWord(name, word: word, found: value), byte: byte,
        suggestion: nearestName(to: value, among: [word]))
      return false
    }

    private mutating func setClasses(_ value: String, at byte: Int) {
      let counts = Example.classCounts
      guard let count = Int(value), counts.contains(count) else {
        return report(.badClassCount(value), byte: byte)
      }
      directive.needs.leastClasses = count
    }
  }
}

extension UInt8 {
  /// What slugs and ids are made of.
  var isIdentifier: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || isDigit || self == UInt8(ascii: "-")
  }
}
