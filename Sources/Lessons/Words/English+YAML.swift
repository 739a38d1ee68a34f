extension YAMLProblem {
  var english: String {
    switch self {
    case .anchors:
      "YAML's anchors and aliases are not read; write the value again, or the text in single quotes"
    case .tags: "YAML's tags are not read; a text that begins with ! goes in single quotes"
    case .mergeKey: "YAML's merge key << is not read; write the keys again"
    case .foldedText: "folded text is not read; write it on one line, or under |"
    case .literalInFlow: "text under | stands outside of brackets"
    case .secondDocument: "YAML: one document is read; --- and ... begin and end another"
    case .nestedTooDeep(let deepest): "YAML is nested deeper than \(deepest) columns"
    case .tooManyCollections(let most): "this has more than \(most) lists and mappings in brackets"

    case .valueMissing: "YAML: a value is missing before this"
    case .needsQuotes(let sign): "a text that begins with \(sign) goes in single quotes"
    case .commentWithoutSpace:
      "a comment needs a space before #; a text that begins with # goes in single quotes"
    case .colonInText: "a colon and a space inside a text need single quotes around the text"
    case .openQuote: "YAML: a text in quotes opens here and closes nowhere"
    case .controlInDoubleQuotes:
      "in double quotes \\f, \\t and their like are control characters; write LaTeX in single "
        + "quotes, bare, or under |"
    case .backslashInDoubleQuotes:
      "double quotes give a backslash a meaning of its own; write LaTeX in single quotes, "
        + "bare, or under |"
    case .quoteInQuotes: "the text in quotes ends before this; a quote inside it is written ''"
    case .textAfterQuotes: "the text in quotes ends before this; put single quotes around it"
    case .textAfterValue: "YAML: nothing but a comment after a space follows a value on its line"
    case .literalHeader: "nothing but - or + follows |; the text is indented on the lines under it"
    case .longBlankLine: "a blank line above has more spaces than this text; take them away"
    case .openBracket: "YAML: a bracket opens here and closes nowhere"
    case .commaMissing: "YAML: a comma or the closing bracket is expected here"
    case .hyphenInFlow: "YAML: commas stand between the entries of a list in brackets, no hyphens"

    case .questionMark: "YAML: a key is written as in “key: value”, without ?"
    case .keyMissing: "YAML: a key is missing before the colon"
    case .keyNotAWord: "YAML: a key is a word, no list and no mapping"
    case .keyInList: "YAML: a key and its value in a list stand in braces, as in [{ a: 1 }]"
    case .keysInBraces: "YAML: in braces stand keys, each with a colon, a space and a value"
    case .colonOnAnotherLine: "YAML: a key and its colon stand on one line"
    case .keyTooLong(let longest): "a key has at most \(longest) characters"
    case .keyTwice(let key, let line):
      "the key \(key) is given twice, the first time on line \(line)"
    case .notAKey: "YAML: a line here is “key: value”, with a space after the colon"

    case .entryAmongKeys: "a list entry stands where a key of the mapping is expected"
    case .listBesideKey: "YAML: a list begins on the line under its key"
    case .belongsNowhere: "YAML: this belongs to nothing above it; mind how far it is indented"
    }
  }
}
