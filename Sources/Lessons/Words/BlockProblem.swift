import Notation

/// What is wrong with the lines of a lesson's body: steps, lists, quotes, fences.
enum BlockProblem: Problem {
  // Steps and headings.
  case emptyStep
  case noStep
  case textBeforeStep
  case titleInBody
  case headingTooDeep
  case headingWithoutSpace
  case emptyHeading
  case formulaInHeading
  case stepWithoutID
  case idTaken(String, line: Int)

  // Lines.
  case indented
  case beginsAfterSpaces(Int)
  case strayComment
  case rule
  case table
  case spacesAtEnd

  // Lists and quotes.
  case emptyItem
  case nestedList
  case itemGoesOn
  case taskList
  case secondParagraphOfItem
  case otherBullet(Character)
  case numberWithoutPoint(Int)
  case otherNumber(than: Int)
  case quoteGoesOn
  case blockInQuote

  // Fences.
  case openFence
  case fenceInFence(line: Int)
  case otherFence
  case unknownFence(String, known: [String])
  case emptyFormula

  // Panels.
  case oneFormulaOrNothing(String)
  case exampleWithoutPanel
  case needsFormula(String)
  case showsTerms(String, of: [String])
  case takesNoFormula(String)

  // Exercises.
  case exerciseNeeds(String, key: String)
  case mustBeItems(String)
  case mistakeParts
  case mistakeNeedsParts
  case oneLineOfText
  case mustBeText
  case wordsOfOneParagraph

  // Notes.
  case otherAlert(only: String)
  case brokenNote
  case noteOfParagraphs
  case emptyNote(mark: String)
  case noteWithoutTitle

  func sentence(in language: Language) -> String {
    switch language {
    case .english: english
    }
  }
}
