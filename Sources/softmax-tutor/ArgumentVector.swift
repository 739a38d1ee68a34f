/// The words of the command line, made ready for ArgumentParser, to which whatever begins with a
/// hyphen is a flag.
///
/// `-1,0,1` is a list. Its first hyphen is replaced by the minus sign `−`, which every reader of
/// numbers takes as well, so that it reaches the command as the value it is.
enum ArgumentVector {
  static func prepared(_ words: [String]) -> [String] {
    if let first = words.first, ["-h", "--help", "-help", "help"].contains(first), words.count == 1
    {
      return ["open", "--help"]
    }
    if let command = words.first, formulaCommands.contains(command) {
      return joiningFormula(words)
    }
    let end = words.firstIndex(of: "--") ?? words.endIndex
    let marked = words[..<end].map { isNumbers($0) ? signed($0) : $0 } + words[end...]
    return joiningLogits(marked)
  }

  /// Whether a word is numbers, however it begins: `-1`, `-.5,1`, `-inf,0`, `--3`, `-2/3`.
  static func isNumbers(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    let rest = word.drop { $0 == "-" || $0 == " " }
    guard let first = rest.first else { return false }
    if first.isNumber || ".．。∞".contains(first) { return true }
    let infinity = rest.prefix { $0.isLetter }.lowercased()
    return infinity == "inf" || infinity == "infinity"
  }

  private static func signed(_ word: String) -> String { "−" + word.dropFirst() }

  /// `compute 2 1 0` is `compute 2,1,0`. Joined here, because ArgumentParser takes minutes over
  /// tens of thousands of words.
  private static func joiningLogits(_ words: [String]) -> [String] {
    guard words.first == "compute" else { return words }
    var logits: [String] = []
    var others: [String] = []
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word == "--" {
        logits += rest
        break
      }
      if word.hasPrefix("-"), word != "-" {
        others.append(word)
        if valueFlags.contains(word), let value = rest.popFirst() { others.append(value) }
      } else {
        logits.append(word)
      }
    }
    guard logits.count > 1 else { return words }
    return ["compute"] + others + ["--", logits.joined(separator: " ")]
  }

  /// Commands that take a formula, which may begin with a minus sign and have spaces.
  private static let formulaCommands: Set<String> = ["typeset", "eval"]

  /// `eval -p_1 + 1 --logits -1,0` has one formula, `-p_1 + 1`, and one list.
  private static func joiningFormula(_ words: [String]) -> [String] {
    var formula: [String] = []
    var others: [String] = []
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word == "--" {
        formula += rest
        break
      }
      if word == "-h" || word.hasPrefix("--") && word.dropFirst(2).first?.isLetter == true {
        others.append(word)
        // A flag that takes no value is followed by nothing or by the formula.
        if !word.contains("="), !lonelyFlags.contains(word), let value = rest.popFirst() {
          others.append(isNumbers(value) ? signed(value) : value)
        }
      } else {
        formula.append(word)
      }
    }
    let command = [words[0]] + others
    return formula.isEmpty ? command : command + ["--", formula.joined(separator: " ")]
  }

  private static let lonelyFlags: Set<String> = ["-h", "--help", "--version", "--ascii"]

  /// The flags of `compute` after which a value comes.
  private static let valueFlags: Set<String> = [
    "--target", "--temperature", "--unit", "--decimals",
  ]

  /// A word as it was typed, for quoting it back.
  static func asTyped(_ word: String) -> String {
    word.hasPrefix("−") ? "-" + word.dropFirst() : word
  }
}
