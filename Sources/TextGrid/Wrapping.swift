/// Text in one style; an unbreakable run, such as an inline formula, stays on one line.
public struct StyledRun: Hashable, Sendable {
  public var text: String
  public var style: Style
  public var isUnbreakable: Bool

  public init(_ text: String, style: Style = .body, isUnbreakable: Bool = false) {
    self.text = text
    self.style = style
    self.isUnbreakable = isUnbreakable
  }
}

/// Breaks runs into lines of at most `width` cells.
///
/// Lines break at spaces, and between Chinese and Japanese characters except where a line would
/// then begin with closing punctuation. Unbreakable runs that touch are one; together with the
/// words that touch them they move to the next line, and part from them only where even a whole
/// line is too short. A word longer than a line is cut.
public func wrap(_ runs: [StyledRun], width: Int) -> [[StyledRun]] {
  var words = WordReader()
  for run in runs { words.read(run) }
  var lines = LineBreaker(width: max(1, width))
  for word in words.finish() { lines.add(word) }
  return lines.finish()
}

/// The text, cut with a cue when it is wider than `width`.
public func truncated(_ text: String, to width: Int, tier: GlyphTier) -> String {
  guard cellWidth(of: text) > width else { return text }
  let cue = tier == .ascii ? "..." : "…"
  guard width >= cellWidth(of: cue) else { return String(repeating: ".", count: max(0, width)) }
  var kept = ""
  var used = cellWidth(of: cue)
  for character in text {
    used += cellWidth(of: character)
    guard used <= width else { break }
    kept.append(character)
  }
  return kept + cue
}

/// Text or a formula: what a word is made of.
private struct Unit {
  var runs: [StyledRun] = []
  var isFormula = false
  var width = 0

  var first: Character? { runs.first?.text.first }
  var last: Character? { runs.last?.text.last }

  mutating func append(_ text: String, _ style: Style, width: Int) {
    if let index = runs.indices.last, runs[index].style == style {
      runs[index].text += text
    } else {
      runs.append(StyledRun(text, style: style))
    }
    self.width += width
  }
}

/// A stretch without a place to break, and the space before it, if any.
private struct Word {
  var units: [Unit] = []
  var space: Style?
  var width: Int { units.reduce(0) { $0 + $1.width } }
}

private struct WordReader {
  private var words: [Word] = []
  private var word = Word()

  mutating func read(_ run: StyledRun) {
    guard !run.isUnbreakable else { return add(formula: run) }
    if run.text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return read(ascii: run) }
    for character in run.text {
      if character == " " || character == "\t" || character.isNewline {
        close(space: run.style)
        continue
      }
      append(String(character), first: character, run.style, width: cellWidth(of: character))
    }
  }

  /// Between ASCII letters a line breaks only at blanks, so that words are taken whole.
  private mutating func read(ascii run: StyledRun) {
    var rest = run.text.utf8[...]
    while let first = rest.first {
      if first == UInt8(ascii: " ") {
        close(space: run.style)
        rest = rest.dropFirst()
      } else {
        let letters = rest.prefix { $0 != UInt8(ascii: " ") }
        rest = rest[letters.endIndex...]
        append(
          String(Substring(letters)), first: Character(Unicode.Scalar(first)), run.style,
          width: letters.count)
      }
    }
  }

  private mutating func append(_ text: String, first: Character, _ style: Style, width: Int) {
    if let last = word.units.last?.last, breaksBetween(last, first) { close(space: nil) }
    if word.units.last.map(\.isFormula) ?? true { word.units.append(Unit()) }
    word.units[word.units.count - 1].append(text, style, width: width)
  }

  private mutating func add(formula run: StyledRun) {
    guard let first = run.text.first else { return }
    let width = cellWidth(of: run.text)
    if let index = word.units.indices.last, word.units[index].isFormula {
      word.units[index].runs.append(run)
      word.units[index].width += width
      return
    }
    if let last = word.units.last?.last, breaksBetween(last, first) { close(space: nil) }
    word.units.append(Unit(runs: [run], isFormula: true, width: width))
  }

  private mutating func close(space: Style?) {
    guard !word.units.isEmpty else {
      word.space = word.space ?? space
      return
    }
    words.append(word)
    word = Word(space: space)
  }

  mutating func finish() -> [Word] {
    close(space: nil)
    return words
  }
}

private struct LineBreaker {
  let width: Int
  private var lines: [[StyledRun]] = []
  private var line: [StyledRun] = []
  private var used = 0

  init(width: Int) { self.width = width }

  mutating func add(_ word: Word) {
    let gap = word.space != nil && used > 0 ? 1 : 0
    if used + gap + word.width <= width {
      if gap > 0, let style = word.space { append(StyledRun(" ", style: style), width: 1) }
      word.units.forEach { append($0) }
      return
    }
    if used > 0 { breakLine() }
    for unit in word.units {
      if used > 0, used + unit.width > width, unit.width <= width { breakLine() }
      if used + unit.width <= width {
        append(unit)
      } else {
        unit.runs.forEach { cut($0) }
      }
    }
  }

  /// Appends what fits and goes on on the next line.
  private mutating func cut(_ run: StyledRun) {
    var part = StyledRun("", style: run.style, isUnbreakable: run.isUnbreakable)
    var partWidth = 0
    for character in run.text {
      let next = cellWidth(of: character)
      if used + partWidth + next > width, used + partWidth > 0 {
        append(part, width: partWidth)
        breakLine()
        part.text = ""
        partWidth = 0
      }
      part.text.append(character)
      partWidth += next
    }
    append(part, width: partWidth)
  }

  private mutating func append(_ unit: Unit) {
    for run in unit.runs { append(run, width: cellWidth(of: run.text)) }
  }

  private mutating func append(_ run: StyledRun, width: Int) {
    guard !run.text.isEmpty else { return }
    used += width
    if let last = line.indices.last, line[last].style == run.style {
      line[last].text += run.text
    } else {
      line.append(run)
    }
  }

  private mutating func breakLine() {
    lines.append(line)
    line = []
    used = 0
  }

  mutating func finish() -> [[StyledRun]] {
    if !line.isEmpty || lines.isEmpty { breakLine() }
    return lines
  }
}
