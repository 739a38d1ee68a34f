/// The sentences of the plain mode.
enum PlainWords {
  static let hint = "Type n for the next step, help for what else there is, q to quit."

  static let help = [
    "n or Enter: next step. p: previous step. A number: that step. again: this step once more.",
    "] and [: next and previous lesson. list: the lessons. steps: the steps. lesson NAME: open one.",
    "z 2 1 0: set the scores. z1 = 3: set one. target 2, or target 0.5 0.3 0.2: set y.",
    "reference 0.5 0.3 0.2: set P. temperature 2: set T. i 1 and j 2: choose the indices.",
    "unit bits: nats, bits or hartleys. decimals 6: digits after the point.",
    "numbers: the example and what is computed from it.",
    "undo, redo: a change of the example. reset: the lesson's own numbers. figures: the text's.",
    "command: the command line that reopens exactly this. q: quit.",
  ]

  static let here = " (here)"
  static let unknownUnit = "There is no such unit; give nats, bits or hartleys."

  static func unknown(_ text: String) -> String {
    "“\(text.prefix(60))” is nothing that can be done here; help says what is."
  }

  static func noSuchScore(_ number: Int, of count: Int) -> String {
    "There is no score z\(number); there are z1 to z\(count)."
  }
}
