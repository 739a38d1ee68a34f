import Lessons
import Notation

extension CommandProblem {
  var english: String {
    switch self {
    case .unreadable(let reason): "this file can't be read: \(reason)"
    case .severalChoices: "a value is for one choice of indices"
    }
  }
}

extension CommandWords {
  static let english = CommandWords(
    language: .english,
    texts: TextTable([
      .plainHint: "Type n for the next step, help for what else there is, q to quit.",
      .plainHelp: """
      n or Enter: next step. p: previous step. A number: that step. again: this step once more.
      ] and [: next and previous lesson. list: the lessons. steps: the steps. lesson NAME: open one.
      z 2 1 0: set the scores. z1 = 3: set one. target 2, or target 0.5 0.3 0.2: set y.
      reference 0.5 0.3 0.2: set P. temperature 2: set T. i 1 and j 2: choose the indices.
      unit bits: nats, bits or hartleys. decimals 6: digits after the point.
      numbers: the example and what is computed from it.
      undo, redo: a change of the example. reset: the lesson's own numbers. figures: the text's.
      command: the command line that reopens exactly this. q: quit.
      """,
      .plainHere: " (here)",
      .plainUnknownUnit: "There is no such unit; give nats, bits or hartleys.",
      .plainUnknown: "“%1” is nothing that can be done here; help says what is.",
      .plainNoSuchScore: "There is no score z%1; there are z1 to z%2.",
      .plainGiven: "p is given",

      .savedUnusable: "The saved progress can't be used: %1. It is kept in %2.",
      .lessonGone: "Lesson “%1”, where you left off, is not in this course; here is the first.",
      .leftSaved: "Saved: %1, step %2. Go on with: %3", .leftUnsaved: "Not saved: %1, step %2. %3",
      .leftFailed: "Not saved: %1 %2", .goOn: "Go on with: %1",

      .tableClass: "class", .tableSums: "log-sum-exp", .tableEntropy: "entropy H(p)",
      .tableCrossEntropy: "cross entropy H(y, p)",
      .tableUnit: "log, information, entropies and gradient in %1",

      .signHolds: "holds", .signApproximate: "holds to the digits that are printed",
      .signFails: "does not hold", .signFailsBy: "does not hold; the difference is %1",
      .signHoldsIn: "; in %1 it holds",
      .signClaimsNothing: "says which is meant, and claims nothing",
      .signPrecisionLost: "can't be told: cancellation leaves too few digits",
      .signNoDigits: "can't be told: about equal to how many digits?",
      .signNotAdmitted: "claims nothing for these indices",
      .signEqualHere: "is equal here; it claims that some example differs",
      .signNotFinite: "can't be told: there are no finite numbers to compare",

      .unknownLesson:
        "There is no lesson or command “%1”. “softmax-tutor list” shows the lessons.",
      .unknownLessonNear: "There is no lesson or command “%1”. Did you mean “%2”?",
      .lessonOrAll: "Name a lesson, or give --all; “softmax-tutor list” shows the lessons.",
      .lessonAndAll: "Give the lesson “%1” or --all, not both.",
      .needsPicture: "%1 is for a picture; add --svg, or leave it out.",
      .pictureOfAll: "--svg draws one screen; name a lesson or a step, such as softmax:3.",
      .widthOfPicture: "--width is for text; a picture takes --columns.",
      .unknownStep:
        "Lesson “%1” has no step “%2”; its steps are 1 to %3. “softmax-tutor list %1” shows them.",
      .unknownStepNear:
        "Lesson “%1” has no step “%2”; its steps are 1 to %3. Did you mean “%1:%4”?",
      .unknownLanguage: "There is no course in “%1”; give --lang %2, or leave it out.", .or: " or ",
      .tooManyLogits: "%1 logits are more than %2; give fewer.",
      .jacobianTooLarge:
        "A Jacobian of %1 × %1 is too large to print; --jacobian takes %2 logits at most.",
      .classCount:
        "--logits has %1; the tutor shows %2 to %3 classes. “softmax-tutor compute” takes more.",
      .scoreCountOne: "1 score", .scoreCount: "%1 scores",
      .noSuchClass:
        "%1 “%2” is not a class: they count from 1 to %3. Give one of those, or a probability for each class.",
      .wrongCount: "%1 has %2, but there are %3; give one number for each class.",
      .entryCountOne: "1 entry", .entryCount: "%1 entries", .classCountOne: "1 class",
      .classCountMany: "%1 classes",
      .outOfRange: "%1 is %2; give %3.",
      .positiveInfinity:
        "%1: a score of +∞ leaves nothing to compare with; give a large number, or -inf to mask a class.",
      .everythingMasked:
        "%1: every class is masked, so no probability is left; give at least one finite score.",
      .missing: "%1: a number is missing; give one for each class, such as 2,1,0.",
      .noFolder: "%1 “%2” is no folder; give the path of one that exists.",
      .noLessons: "There are no lessons in “%1”; a lesson is a file such as 01-softmax.md.",
      .noShippedLessons:
        "The lessons that belong to softmax-tutor are missing; looked in %1. Install them there.",
      .notProgress: "“%1” is not a progress file of this version: %2. Nothing was changed.",

      .cannotRead: "Can't read %1: %2.", .cannotWrite: "Can't write %1: %2.",
      .cannotCreate: "Can't create %1: %2.", .standardInput: "standard input",
      .standardOutput: "standard output", .damaged: "it is damaged",
      .newerVersion: "it has version %1, and this program knows %2",
      .imported: "Imported: lesson %1, step %2. Go on with: softmax-tutor",
      .nothingToReset: "There is no progress to reset.",
      .begunAnew: "Begun anew. The old progress is kept in %1",

      .settingsUnreadable: "It can't be read (%1).",
      .unknownSetting: "There is no setting “%1”; there are %2.",
      .unknownSettingNear: "There is no setting “%1”; did you mean “%2”?",
      .badSetting: "“%1” can't be “%2”; give %3.",
      .badFlag: "“%1” can't be “%2”; give true or false.",
      .defaultsUsed: "The defaults are used.",

      .notATerminal:
        "input or output is not a terminal, so the screen can't be used; showing plain text",
      .termNotSet: "TERM is not set, so the screen can't be used; showing plain text",
      .unknownTerminal: "the terminal \"%1\" is unknown here (TERM); showing plain text",
      .noCursorAddressing:
        "the terminal \"%1\" can't position the cursor (TERM); showing plain text",

      .didYouMean: ". Did you mean '%1'?", .showsWhatThereIs: " “%1” shows what there is.",
    ]))
}
