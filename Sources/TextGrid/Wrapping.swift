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
/// Lines break at spaces, and between Chinese, Japanese and Korean characters except where a line
/// would then begin with closing punctuation. A word longer than a line is cut; an unbreakable run
/// joins the words that touch it.
public func wrap(_ runs: [StyledRun], width: Int) -> [[StyledRun]] {
  var lines = LineBreaker(width: max(1, width))
  for piece in pieces(of: runs) { lines.add(piece) }
  return lines.finish()
}

/// A stretch without a place to break, and whether a space stood before it.
private struct Piece {
  var runs: [StyledRun]
  var hasSpaceBefore: Bool
  var spaceStyle: Style
  var width: Int { runs.reduce(0) { $0 + cellWidth(of: $1.text) } }
}

private func pieces(of runs: [StyledRun]) -> [Piece] {
  var pieces: [Piece] = []
  var current = Piece(runs: [], hasSpaceBefore: false, spaceStyle: .body)
  var last: Character?
  func append(_ character: Character, _ style: Style, to piece: inout Piece) {
    if let index = piece.runs.indices.last, piece.runs[index].style == style {
      piece.runs[index].text.append(character)
    } else {
      piece.runs.append(StyledRun(String(character), style: style))
    }
  }
  func close(_ hasSpace: Bool, _ style: Style) {
    if !current.runs.isEmpty {
      pieces.append(current)
      current = Piece(runs: [], hasSpaceBefore: hasSpace, spaceStyle: style)
    } else if hasSpace {
      current.hasSpaceBefore = true
    }
  }
  for run in runs {
    if run.isUnbreakable {
      current.runs.append(run)
      last = nil
      continue
    }
    for character in run.text {
      if character == " " || character.isNewline || character == "\t" {
        close(true, run.style)
        last = nil
      } else {
        if let last, breaksBetween(last, character) { close(false, run.style) }
        append(character, run.style, to: &current)
        last = character
      }
    }
  }
  close(false, .body)
  return pieces
}

/// East Asian text breaks between any two characters, but no line begins with closing punctuation
/// or ends with an opening bracket.
private func breaksBetween(_ first: Character, _ second: Character) -> Bool {
  guard cellWidth(of: first) == 2 || cellWidth(of: second) == 2 else { return false }
  let closing: Set<Character> = [
    "。", "，", "、", "．", "：", "；", "！", "？", "）", "」", "』", "】", "》", "〉", "”", "’", ".", ",",
    ")", "]", ":", ";", "!", "?",
  ]
  let opening: Set<Character> = ["（", "「", "『", "【", "《", "〈", "“", "‘", "(", "["]
  // Korean breaks at spaces: its words keep together.
  if isHangul(first) || isHangul(second) { return false }
  return !closing.contains(second) && !opening.contains(first)
}

private func isHangul(_ character: Character) -> Bool {
  guard let value = character.unicodeScalars.first?.value else { return false }
  return (0xAC00...0xD7A3).contains(value) || (0x1100...0x11FF).contains(value)
    || (0x3131...0x318E).contains(value)
}

private struct LineBreaker {
  let width: Int
  private var lines: [[StyledRun]] = []
  private var line: [StyledRun] = []
  private var used = 0

  init(width: Int) { self.width = width }

  mutating func add(_ piece: Piece) {
    let gap = piece.hasSpaceBefore && used > 0 ? 1 : 0
    if used + gap + piece.width <= width {
      if gap > 0 { append(StyledRun(" ", style: piece.spaceStyle)) }
      piece.runs.forEach { append($0) }
    } else {
      if used > 0 { breakLine() }
      piece.runs.forEach { cut($0) }
    }
  }

  /// Appends what fits and goes on on the next line.
  private mutating func cut(_ run: StyledRun) {
    var rest = StyledRun("", style: run.style, isUnbreakable: run.isUnbreakable)
    for character in run.text {
      let wide = cellWidth(of: character)
      if used + cellWidth(of: rest.text) + wide > width, used + cellWidth(of: rest.text) > 0 {
        append(rest)
        breakLine()
        rest.text = ""
      }
      rest.text.append(character)
    }
    append(rest)
  }

  private mutating func append(_ run: StyledRun) {
    guard !run.text.isEmpty else { return }
    used += cellWidth(of: run.text)
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

/// The text, cut with a cue when it is wider than `width`.
public func truncated(_ text: String, to width: Int, tier: GlyphTier) -> String {
  guard cellWidth(of: text) > width else { return text }
  let cue = tier == .ascii ? "..." : "…"
  guard width > cellWidth(of: cue) else { return String(repeating: ".", count: max(0, width)) }
  var kept = ""
  var used = cellWidth(of: cue)
  for character in text {
    used += cellWidth(of: character)
    guard used <= width else { break }
    kept.append(character)
  }
  return kept + cue
}
