extension ReadingProblem {
  var english: String {
    switch self {
    case .formulaTooLong(let bytes, let longest):
      "a formula of \(bytes) bytes is longer than \(longest); split it"
    case .tooLongWithDefinitions(let longest):
      "with its definitions put in, this formula is longer than \(longest) characters"
    case .nestedTooDeeply(let deepest):
      "nested deeper than \(deepest) levels; name a part of it and write that name"
    case .comment:
      "% begins a comment, so what follows it would not be read; move it out, or write \\%"
    case .strayDollars: "a formula stands without $ around it"
    case .characterForAnother(let written, let read): "\(written) in the place of \(read)"
    case .controlCharacter(let code): "a control character, U+\(code); delete it"

    case .definerMisused(let definer):
      "\\\(definer) defines a command, and parameters stand one after another"
    case .definedByItself(let command): "\\\(command) is defined by itself"
    case .usedTooOften(let command): "\\\(command) is used too often to be put in"
    case .takesArguments(let command, let count):
      "\\\(command) takes \(count == 1 ? "an argument" : "\(count) arguments")"

    case .doubleSubscript: "double subscript; group with braces"
    case .doubleSuperscript: "double superscript; group with braces"
    case .primeBehindSuperscript: "double superscript; write the prime first"
    case .emptyScript: "an empty script"
    case .rowsInScript: "rows in a script"
    case .readAsSum(let sign): "\(sign) with limits is read as a sum"
    case .readAsProduct(let sign): "\(sign) with limits is read as a product"
    case .takesOneDigit(let sign): "\(sign) takes one digit only; group with braces"
    case .underscoreInName: "_ in a name makes a subscript"

    case .lacksBackslash(let word): "\(word) lacks its backslash"
    case .writtenAsLetters(let word): "\(word) written as letters"
    case .typedRoot: "√ typed as a sign"
    case .emptyRoot: "a root lacks what it is the root of"
    case .typedForOneSign(let text): "\(text) typed for one sign"

    case .noDelimiter(let after): "no delimiter after \(after)"
    case .noDelimiterNeeded(let after): "no delimiter after \(after); write \(after)( or \(after)."
    case .leftWithoutRight: "\\left without \\right"
    case .rightWithoutLeft: "\\right without \\left"
    case .strayMiddle: "\\middle outside \\left … \\right"
    case .newRowInFence(let written):
      "\(written) between \\left and \\right; end this row with \\right. and begin the next "
        + "with \\left."

    case .unknownEnvironment(let name): "unknown environment \(name)"
    case .tableTooLarge(let rows, let columns, let longest):
      "\(rows) rows by \(columns) columns; a table has at most \(longest) each way"
    case .thirdColumnInCases: "a case has a value and a condition, and no third column"
    case .emptyRow: "an empty row; write \\\\ once between rows"
    case .rowsOutsideEnvironment: "rows outside an environment"
    case .beginWithoutEnd(let name): "\\begin{\(name)} without \\end{\(name)}"
    case .endWithoutBegin(let name): "\\end{\(name)} without \\begin{\(name)}"
    case .endOfAnother(let closed, let open): "\\end{\(closed)} closes \\begin{\(open)}"
    case .arrayColumns: "only l, c and r say how array columns align"
    case .newRowInGroup(let written): "\(written) inside a group"
    case .missingBrace: "missing '}' for '{' opened here"
    case .missingBracket: "missing ']' for '[' opened here"
    case .missingDollar: "missing '$' for '$' opened here"
    case .strayBrace: "'}' without '{'"
    case .strayAmpersand: "'&' outside an environment; put it in \\begin{aligned}"
    case .innerDollar: "'$' inside a formula"

    case .unknownCommand(let name): "unknown command \\\(name)"
    case .unknownCommandInText(let name): "unknown command \\\(name) in text"
    case .notDrawnByGitHub(let name): "\\\(name) is not a command that GitHub draws"
    case .plainTeX(let name): "\\\(name) is plain TeX"
    case .withoutEffect(let written): "\(written) has no effect here; leave it out"
    case .commandAsArgument(let written): "\(written) as an argument; group it with braces"
    case .lacksArgument(let name): "\(name) lacks an argument"
    case .lacksName(let command): "\(command) lacks a name in braces"
    case .lacksLength(let command): "\(command) lacks a length"
    }
  }
}
