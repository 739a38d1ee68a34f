/// Where the parts of a lesson file are; lines count from 0.
struct LessonParts {
  /// Of the front matter, without its two `---`.
  var matter: Range<Int>
  /// The first line after it.
  var body: Int

  /// nil without front matter.
  init?(of source: SourceText) {
    guard source.lines.first.map({ trimmed($0) }) == "---",
      let end = source.lines.dropFirst().firstIndex(where: { trimmed($0) == "---" })
    else { return nil }
    self.init(matterEnd: end)
  }

  private init(matterEnd: Int) {
    matter = 1..<matterEnd
    body = matterEnd + 1
  }

  /// The parts of a file that can be seen to be a lesson at first sight: front matter with a title,
  /// and a step.
  ///
  /// A course has many lessons, of which one is opened. This passes over the text once and keeps
  /// nothing, where `SourceText` makes all its lines.
  ///
  /// - Returns: nil where a closer look is needed.
  init?(ofPlain text: String) {
    guard text.utf8.count <= LessonParser.longestText else { return nil }
    let parts = text.utf8.withContiguousStorageIfAvailable { Self.scanned($0) }
    guard let parts = parts ?? nil else { return nil }
    self = parts
  }

  private static func scanned(_ bytes: UnsafeBufferPointer<UInt8>) -> LessonParts? {
    var (start, line) = (0, 0)
    var parts: LessonParts?
    var (hasTitle, hasStep) = (false, false)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let words = bytes[start..<end]
      guard words.count <= LessonParser.longestLine else { return nil }
      if parts == nil {
        if words.elementsEqual("---".utf8) {
          if line > 0 { parts = LessonParts(matterEnd: line) }
        } else if line == 0 || words.looksLikeMark {
          return nil
        }
        hasTitle = hasTitle || words.starts(with: "title: ".utf8)
      } else {
        hasStep = hasStep || words.starts(with: "## ".utf8)
      }
      start = end + 1
      line += 1
    }
    return hasTitle && hasStep ? parts : nil
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// A line that may be `---` once it is freed of what is not shown.
  fileprivate var looksLikeMark: Bool {
    contains(UInt8(ascii: "-"))
      && allSatisfy { !(0x21..<0x7F).contains($0) || $0 == UInt8(ascii: "-") }
  }
}
