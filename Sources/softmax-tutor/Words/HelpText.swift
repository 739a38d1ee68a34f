import ArgumentParser
import Notation

/// What `--help` says of a command, of an option and of what it takes.
enum HelpText: Hashable {
  // Commands.
  case course
  case check
  case compute
  case eval
  case list
  case print
  case progress
  case progressPath
  case progressExport
  case progressImport
  case progressReset
  case typeset

  // Groups of options.
  case yourNumbers
  case numbers
  case courseOptions
  case screenOptions

  // What a command is given.
  case place
  case lessonFolder
  case scores
  case formula
  case lessonToList
  case lessonToPrint
  case exportFile
  case importFile
  case latex

  // Options of the example.
  case logits
  case target
  case reference
  case temperature
  case unit
  case decimals
  case i
  case j
  case given

  // Options of the course and the screen.
  case language
  case ownLessons
  case plain
  case asciiOnly
  case ambiguousWidth
  case theme
  case color
  case mouse
  case noSave

  // Options of one command.
  case oneObject
  case seed
  case examples
  case trueClass
  case units
  case everyDigit
  case jacobian
  case tableDecimals
  case tableInASCII
  case everyLesson
  case picture
  case pictureColumns
  case pictureRows
  case pictureTheme
  case columns
  case formulaColumns

  // What a command does, in full.
  case aboutCheck, aboutCompute, aboutEval, aboutTypeset
  /// The commands there are, a line each.
  case aboutCommands(_ summary: String)

  var text: String {
    switch Language.ofCommands {
    case .english: english
    }
  }
}

extension ArgumentHelp {
  init(_ text: HelpText, valueName: String? = nil) {
    self.init(text.text, valueName: valueName)
  }

  static func says(_ text: HelpText) -> ArgumentHelp { ArgumentHelp(text.text) }
}
