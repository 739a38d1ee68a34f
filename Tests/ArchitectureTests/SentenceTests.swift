import Foundation
import Testing

/// What a person reads stands in a catalogue, where the next language finds it; code has cases and
/// data. A string of two words or more, anywhere else, is a sentence that no translator will see.
@Suite("Sentences")
struct SentenceTests {
  /// Every module but the libraries, whose errors are English as their symbols are, and the tools
  /// of those who make the program.
  private static let modules = [
    "TextGrid", "Notation", "Typesetting", "Meaning", "Lessons", "TutorApp", "CursesTerminal",
    "softmax-tutor",
  ]

  /// What no person reads, and why.
  private static let allowed: [(file: String, texts: Set<String>?)] = [
    // Tables of TeX's names, many in one string.
    ("Notation/SymbolTable+Entries.swift", nil),
    // SVG's own names.
    ("TextGrid/SVG/Canvas+SVG.swift", nil),
    // Spellings of a function, as formulas and programs have them.
    ("Notation/CommandTable.swift", ["lim inf", "lim sup", "inj lim", "proj lim"]),
    ("Meaning/Functions/Function+Table.swift", ["lim inf", "lim sup", "inj lim", "proj lim"]),
    // Spellings of ∉ and ∀ where a terminal has ASCII only.
    ("TextGrid/AsciiSpellings.swift", ["not in", "for all"]),
    // The name of a fence, as lessons write it.
    ("Lessons/Reading/BlockParser+Fences.swift", ["math notation"]),
    // ArgumentParser's own English, which is looked for.
    ("softmax-tutor/ErrorReport.swift", ["Did you mean", "Unknown option '--"]),
  ]

  @Test("no code says one", arguments: modules)
  func inCode(module: String) {
    let files = Architecture.sources(of: module)
    #expect(!files.isEmpty)
    for file in files where !file.path.contains("/Words/") {
      for literal in Self.sentences(in: file.text) {
        let isAllowed = Self.allowed.contains {
          $0.file == file.path && $0.texts?.contains(literal.text) ?? true
        }
        if !isAllowed { Issue.record("Sources/\(file.path):\(literal.line): “\(literal.text)”") }
      }
    }
  }

  @Test("what is allowed is still there")
  func allowance() {
    let files = Self.modules.flatMap(Architecture.sources(of:))
    for (path, texts) in Self.allowed {
      let found = files.first { $0.path == path }.map { Self.sentences(in: $0.text).map(\.text) }
      #expect((texts ?? []).isSubset(of: found ?? []), "\(path)")
      #expect(found?.isEmpty == false, "\(path)")
    }
  }

  @Test("one is found wherever it stands, and a comment, a formula or a key is none")
  func finding() {
    for code in [
      #"notice = "There is none.""#, #"say("at \(place("x")) of it", "x")"#,
      #"report("takes \(count) arguments")"#, "let a = \"\"\"\n  Two\n  words go here\n  \"\"\"",
      ##"let a = #"two words "and" more"#"##, #"a("\(isFew ? "too few" : "x")")"#,
    ] {
      #expect(Self.sentences(in: code).count == 1, "\(code)")
    }
    for code in [
      "/// \"There is none.\"", "let a = 1  // \"There is none.\"", "let a = \"softmax\"",
      #"write("S = Σ exp z")"#, #""e\(n) \(m)""#, #"text += "  T = ""#,
      #"suggestion: "\\frac{\\partial p_i}{\\partial z_j}""#, #"let a = "\\lvert x \\rvert""#,
      #"precondition(true, "never seen by a reader")"#,
    ] {
      #expect(Self.sentences(in: code).isEmpty, "\(code)")
    }
  }

  @Test("every case of a catalogue is said somewhere", arguments: modules)
  func said(module: String) {
    let files = Architecture.sources(of: module)
    let code = files.filter { !$0.path.contains("/Words/") }.map(\.text)
    let named = Set(code.flatMap { Self.names(in: $0) { _ in true } })
    // A phrase may have the name of a failure: it counts where words are asked for.
    let words = files.filter { $0.path.hasSuffix("Words/CommandWords.swift") }.map(\.text)
    let asked = Set((code + words).flatMap { Self.names(in: $0, after: Self.asksForWords) })
    for file in files where file.path.contains("/Words/") && !file.path.contains("/English") {
      let isPhrases = file.path.hasSuffix("Words/CommandPhrase.swift")
      guard isPhrases || file.text.contains(": Problem {") || file.text.contains("enum HelpText")
      else { continue }
      for name in Self.cases(in: file.text) {
        let isSaid = (isPhrases ? asked : named).contains(name)
        #expect(isSaid, "nothing says \(name) of Sources/\(file.path)")
      }
    }
  }

  /// The names behind a point, where what stands before it is as asked.
  private static func names(
    in code: String, after isWanted: (Substring) -> Bool
  ) -> [String] {
    var before = Substring()
    return code.split(separator: ".", omittingEmptySubsequences: false).compactMap { piece in
      defer { before = piece }
      guard isWanted(before) else { return nil }
      return String(piece.prefix { $0.isLetter || $0.isNumber })
    }
  }

  private static func asksForWords(_ lead: Substring) -> Bool {
    let text = lead.reversed().drop { $0.isWhitespace }.prefix(8).reversed()
    return [
      "self(", "words(", "Words(", "says(", ")(", "one:", "many:", "read:", "write:", "create:",
    ]
    .contains { String(text).hasSuffix($0) }
  }

  /// The names of the cases that a file declares.
  private static func cases(in text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
      $0.hasPrefix("case ") && !$0.hasPrefix("case .")
    }.flatMap { line -> [String] in
      var (names, depth) = ([""], 0)
      for character in line.dropFirst("case ".count) {
        if character == "(" { depth += 1 }
        if depth == 0, character == "," { names.append("") }
        if depth == 0, character.isLetter || character.isNumber {
          names[names.count - 1].append(character)
        }
        if character == ")" { depth -= 1 }
      }
      return names.filter { !$0.isEmpty }
    }
  }

  /// The strings that have two words of two letters or more side by side, or with a value between
  /// them. What a programmer alone sees is none.
  private static func sentences(in code: String) -> [StringLiterals.Literal] {
    StringLiterals(code).all.filter { literal in
      guard !literal.lead.contains("precondition("), !literal.lead.contains("fatalError("),
        !literal.lead.contains("debugDescription")
      else { return false }
      let runs = literal.text.split { !$0.isLetter && !"'’ \n".contains($0) }
        .map { $0.split { $0 == " " || $0 == "\n" } }
      return runs.contains { run in
        zip(run, run.dropFirst()).contains { isWord($0) && isWord($1) }
      }
    }
  }

  private static func isWord(_ text: Substring) -> Bool {
    text.count >= 2 && text.dropFirst().allSatisfy { $0.isLowercase || "'’".contains($0) }
      && !["exp", "log", "max", "min", "ln", "frac", "sum"].contains(text)
  }
}
