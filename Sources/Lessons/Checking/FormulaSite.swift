import Meaning
import Notation

/// A formula of a lesson with the place where it stands.
struct FormulaSite {
  /// What the lesson uses it for.
  enum Use: Hashable {
    /// A ```math fence.
    case display
    /// A ```math notation fence.
    case notation
    /// `$…$`
    case inline
    /// `{…}`
    case value
    /// What a panel shows.
    case panel
    /// What a `predict` block expects, and the mistakes it knows.
    case answer
  }

  var formula: Formula
  var use: Use
  /// Of the step.
  var block: Int
  private var start: SourceText.Place

  /// - Parameter column: in characters, from 1.
  init(
    _ formula: Formula, _ use: Use, block: Int, line: Int, column: Int, in source: SourceText
  ) {
    self.formula = formula
    self.use = use
    self.block = block
    let index = min(max(0, line - 1), max(0, source.lines.count - 1))
    let before = source.lines.isEmpty ? "" : source.lines[index].prefix(max(0, column - 1))
    start = SourceText.Place(line: index, byte: before.utf8.count)
  }

  /// Where an offset of the formula's source stands in the file.
  ///
  /// Formula and file are walked side by side: the file's line breaks are spaces or nothing within
  /// a paragraph, and what the file has besides (an indent, a quote's sign, a doubled quote) is
  /// stepped over.
  func place(of offset: Int, in source: SourceText) -> SourceText.Place {
    let formula = Array(formula.source.utf8)
    var place = start
    var position = 0
    var line = source.lines.indices.contains(place.line) ? Array(source.lines[place.line].utf8) : []
    while true {
      if place.byte >= line.count {
        let isBlank = formula.indices.contains(position) && formula[position].isBlank
        if position >= offset, !isBlank || position > offset { return place }
        if position >= formula.count || place.line + 1 >= source.lines.count { return place }
        place = SourceText.Place(line: place.line + 1, byte: 0)
        line = Array(source.lines[place.line].utf8)
        if isBlank { position += 1 }
      } else if position < formula.count, line[place.byte] != formula[position] {
        place.byte += 1
      } else {
        if position >= offset { return place }
        place.byte += 1
        position += 1
      }
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A }
}

extension Step {
  /// Every formula of the step with its place, in reading order.
  func sites(in source: SourceText) -> [FormulaSite] {
    blocks.enumerated().flatMap { index, block -> [FormulaSite] in
      func sites(_ inlines: [Inline]) -> [FormulaSite] {
        inlines.locatedFormulas.map { located, use in
          FormulaSite(
            located.value, use, block: index, line: located.line, column: located.column,
            in: source)
        }
      }
      switch block {
      case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines):
        return sites(inlines)
      case .list(_, let items): return items.flatMap(sites)
      case .formula(let display):
        return [
          FormulaSite(
            display.formula, display.isNotationOnly ? .notation : .display, block: index,
            line: display.line, column: 1, in: source)
        ]
      case .live(let request):
        guard let formula = request.formula else { return [] }
        let (line, column) = source.position(of: formula.source, from: request.line)
        return [
          FormulaSite(formula, .panel, block: index, line: line, column: column, in: source)
        ]
      case .exercise(let exercise):
        let expected = [exercise.answer].compactMap { $0 } + exercise.mistakes.map(\.value)
        // What the other kinds expect is no formula, or one of several.
        let answers = exercise.kind == .predict ? expected : []
        return sites(exercise.ask) + exercise.mistakes.flatMap { sites($0.say) }
          + exercise.hints.flatMap(sites)
          + answers.map { answer in
            FormulaSite(
              Formula(answer.value), .answer, block: index, line: answer.line,
              column: answer.column, in: source)
          }
      case .code: return []
      }
    }
  }
}

extension SourceText {
  /// Where the first line of a text stands, on `line` or soon after; both from 1.
  fileprivate func position(of text: String, from line: Int) -> (line: Int, column: Int) {
    let wanted = String(text.prefix { !$0.isNewline })
    for index in (line - 1)..<min(line + 2, lines.count) where lines.indices.contains(index) {
      if let range = lines[index].range(ofText: wanted) {
        return (index + 1, lines[index].distance(from: lines[index].startIndex, to: range) + 1)
      }
    }
    return (line, 1)
  }
}

extension String {
  fileprivate func range(ofText text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}

extension [Inline] {
  fileprivate var locatedFormulas: [(Located<Formula>, FormulaSite.Use)] {
    flatMap { inline -> [(Located<Formula>, FormulaSite.Use)] in
      switch inline {
      case .text, .code: []
      case .emphasis(let inside), .strong(let inside), .link(let inside, _): inside.locatedFormulas
      case .formula(let formula): [(formula, .inline)]
      case .value(let formula): [(formula, .value)]
      }
    }
  }
}
