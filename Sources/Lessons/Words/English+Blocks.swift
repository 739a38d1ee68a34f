extension BlockProblem {
  var english: String {
    switch self {
    case .emptyStep: "the step is empty; write its text"
    case .noStep: "the lesson has no step; begin one with ## and a heading"
    case .textBeforeStep:
      "text stands before the first step; begin the step above it with ## and a heading"
    case .titleInBody: "the title stands in the front matter; a step begins with ##"
    case .headingTooDeep: "headings go down to ###"
    case .headingWithoutSpace:
      "a space comes between # and the heading, and # as a character is \\#"
    case .emptyHeading: "the heading is empty"
    case .formulaInHeading: "the heading of a step is plain text; keep formulas for below"
    case .stepWithoutID: "the step needs its id under the heading: <!-- id: some-name -->"
    case .idTaken(let id, let line): "the id \(id) is taken by the step of line \(line)"

    case .indented: "code is not told by indentation; use a ``` fence, or begin at the margin"
    case .beginsAfterSpaces(let count): "this begins after \(count) spaces; begin it at the margin"
    case .strayComment: "a directive stands on the line under a ## heading; comments are not kept"
    case .rule: "rules and underlined headings are not read; a step begins with ##"
    case .table: "tables are not read; use a list, a formula or a live panel"
    case .spacesAtEnd:
      "two spaces at the end break the line on GitHub; take them away or begin a paragraph"

    case .emptyItem: "the item is empty"
    case .nestedList: "an item of a list is text only; lists do not nest"
    case .itemGoesOn: "indent by two spaces to go on with the item, or leave a line blank"
    case .taskList: "lists have no boxes to tick"
    case .secondParagraphOfItem: "an item has one paragraph; begin the next one at the margin"
    case .otherBullet(let marker): "a list begins with -, not \(marker)"
    case .numberWithoutPoint(let number): "a number in a list ends with a point: \(number)."
    case .otherNumber(let than): "this is item \(than) of the list; number it so"
    case .quoteGoesOn: "begin the line with > to go on with the quote, or leave a line blank"
    case .blockInQuote: "a quote holds paragraphs only"

    case .openFence: "the fence opens and never closes"
    case .fenceInFence(let line):
      "the fence is still open where the next begins, on line \(line); close it with ```"
    case .otherFence: "a fence is three backticks"
    case .unknownFence(let name, let known):
      "there is no fence \(name); write ``` alone for code, or one of "
        + "\(known.joined(separator: ", "))"
    case .emptyFormula: "the formula is empty"

    case .oneFormulaOrNothing(let panel): "\(panel) takes one formula or nothing"
    case .exampleWithoutPanel: "example needs the panel that shows it, such as “bars:”"
    case .needsFormula(let panel): "\(panel) needs the formula it shows"
    case .showsTerms(let panel, let of): "\(panel) shows the terms of \(of.joined(separator: ", "))"
    case .takesNoFormula(let panel): "\(panel) takes no formula; write “\(panel):”"

    case .exerciseNeeds(let kind, let key): "a \(kind) block needs \(key):"
    case .mustBeItems(let key): "\(key) must be a list, each item after -"
    case .mistakeParts: "a mistake is made of value: and say:"
    case .mistakeNeedsParts: "a mistake needs value: and say:"
    case .oneLineOfText: "this must be one line of text"
    case .mustBeText: "this must be text"
    case .wordsOfOneParagraph: "the words are one paragraph"
    case .otherAlert(let only): "the only alert is > \(only), alone on its line"
    case .brokenNote: "begin the line with > to go on with the note, or leave a line blank"
    case .noteOfParagraphs: "a note holds paragraphs only"
    case .emptyNote(let mark): "the note is empty; write its title under > \(mark)"
    case .noteWithoutTitle:
      "the first line of a note is its title, a whole sentence with its full stop"
    }
  }
}
