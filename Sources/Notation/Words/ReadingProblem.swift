/// What is wrong with LaTeX, or what it should be in its place.
enum ReadingProblem: Problem {
  // The whole.
  case formulaTooLong(bytes: Int, longest: Int)
  case tooLongWithDefinitions(longest: Int)
  case nestedTooDeeply(deepest: Int)
  case comment
  case strayDollars
  case characterForAnother(written: Character, read: Character)
  case controlCharacter(code: String)

  // Definitions of commands.
  case definerMisused(String)
  case definedByItself(String)
  case usedTooOften(String)
  case takesArguments(String, count: Int)

  // Scripts.
  case doubleSubscript
  case doubleSuperscript
  case primeBehindSuperscript
  case emptyScript
  case rowsInScript
  case readAsSum(String)
  case readAsProduct(String)
  case takesOneDigit(String)
  case underscoreInName

  // Words and typed signs.
  case lacksBackslash(String)
  case writtenAsLetters(String)
  case typedRoot
  case emptyRoot
  case typedForOneSign(String)

  // Fences.
  case noDelimiter(after: String)
  case noDelimiterNeeded(after: String)
  case leftWithoutRight
  case rightWithoutLeft
  case strayMiddle
  case newRowInFence(String)

  // Environments, rows and groups.
  case unknownEnvironment(String)
  case tableTooLarge(rows: Int, columns: Int, longest: Int)
  case thirdColumnInCases
  case emptyRow
  case rowsOutsideEnvironment
  case beginWithoutEnd(String)
  case endWithoutBegin(String)
  case endOfAnother(closed: String, open: String)
  case arrayColumns
  case newRowInGroup(String)
  case missingBrace
  case missingBracket
  case missingDollar
  case strayBrace
  case strayAmpersand
  case innerDollar

  // Commands and what they take.
  case unknownCommand(String)
  case unknownCommandInText(String)
  case notDrawnByGitHub(String)
  case plainTeX(String)
  case withoutEffect(String)
  case commandAsArgument(String)
  case lacksArgument(String)
  case lacksName(String)
  case lacksLength(String)

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
