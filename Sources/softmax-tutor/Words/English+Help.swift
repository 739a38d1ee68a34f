extension HelpText {
  var english: String {
    switch self {
    case .course: "From logits to p − y: a course in your terminal, with your own numbers."
    case .check: "Check lessons: that they can be read, and every equals sign in them holds."
    case .compute: "Compute the whole chain, from softmax to gradient, for LOGITS."
    case .eval: "Evaluate a formula: LaTeX, or plain such as 'sum_i p_i*(1-p_i)'."
    case .list: "List the lessons, or the steps of one."
    case .print: "Print a lesson, a step of one, or the course as plain text."
    case .progress: "Show, move or reset what the tutor remembers."
    case .progressPath: "Print the path of the progress file."
    case .progressExport: "Print the progress, or write it to FILE."
    case .progressImport: "Take over an exported progress; steps seen here stay seen."
    case .progressReset: "Begin anew; the old progress is kept beside it as .bak."
    case .typeset: "Typeset a formula as the lessons show it."

    case .yourNumbers: "Your numbers"
    case .numbers: "The numbers"
    case .courseOptions: "The course"
    case .screenOptions: "The screen"

    case .place: "Where to open: a lesson such as jacobian, and one of its steps by number or name."
    case .lessonFolder: "A folder of lessons or one file; the shipped ones by default."
    case .scores: "The scores, one a class."
    case .formula: "Such as '\\frac{\\partial p_1}{\\partial z_2}' or 'd p_1 / d z_2'."
    case .lessonToList: "A lesson, to list its steps."
    case .lessonToPrint: "The lesson, or one of its steps."
    case .exportFile: "Where to write it."
    case .importFile: "What “progress export” wrote; “-” reads it."
    case .latex: "LaTeX, such as '\\frac{e^{z_i}}{S}'."

    case .logits: "The scores z, such as 2,1,0 or -1,0,1."
    case .target: "The target y: a class, counted from 1, or a list of probabilities."
    case .reference: "The distribution P of the lessons that compare two."
    case .temperature: "T in softmax(z/T), 0 to inf."
    case .unit: "The unit of information."
    case .decimals: "Digits after the point, 0 to 10."
    case .i: "The chosen output i, counted from 1."
    case .j: "The chosen score j, counted from 1."
    case .given: "Probabilities given in the place of softmax(z)."

    case .language: "The course's language, such as en."
    case .ownLessons: "Lessons of your own, beside the shipped ones (or SOFTMAX_TUTOR_LESSONS)."
    case .plain: "Plain text and a prompt, without a screen: for screen readers and logs."
    case .asciiOnly: "ASCII characters only."
    case .ambiguousWidth: "How many columns the terminal gives to signs such as ∂ and Σ, 1 or 2."
    case .theme: "The palette: auto, dark or light."
    case .color: "Colours: always, auto or never."
    case .mouse: "Click a score or a term, scroll with the wheel."
    case .noSave: "Keep nothing: for shared machines."

    case .oneObject: "Print one JSON object."
    case .seed: "Which random examples are drawn."
    case .examples: "How many random examples each sign is put to, 0 to 10000."
    case .trueClass: "The true class, counted from 1, or a probability for each class."
    case .units: "nats, bits or hartleys."
    case .everyDigit: "Print one JSON object, with every digit."
    case .jacobian: "Give the Jacobian however large it is; otherwise up to 64 classes."
    case .tableDecimals: "Digits after the point in the table, 0 to 10."
    case .tableInASCII: "Use ASCII characters only in the table."
    case .everyLesson: "Print every lesson."
    case .picture: "The screen of a step as an SVG picture, for slides."
    case .pictureColumns: "Columns of the picture; 80 if left out."
    case .pictureRows: "Rows of the picture; 24 if left out."
    case .pictureTheme: "The picture’s palette: dark or light."
    case .columns: "Columns a line may have."
    case .formulaColumns: "Columns it may take, from 1; wider ones break."
    case .aboutCheck:
      """
      Each side of a formula is compared with the side before it and with the head of its chain, \
      for the lesson's own example and for random ones, over all indices that the step's when: \
      admits, in nats, and in bits where a logarithm or a derivative stands. What is wrong is said \
      with its file, line and column; the exit status is then 65.
      """
    case .aboutCompute:
      """
      LOGITS is a list such as 2,1,0 or -1,0,1; “-” reads it from standard input. -inf masks a \
      class. In JSON, infinities are the strings "inf" and "-inf"; without --target the four keys \
      that need one are null, and so is what has no value.
      """
    case .aboutEval:
      """
      The names are the course's: z, p, y, P, S, L, J, H, D_{KL} and so on. What no flag gives is \
      as the course opens: z = 2,1,0, y = class 1, P = 0.5,0.3,0.2, T = 1, nats, i = 1, j = 2. \
      Of a relation both sides are printed, and whether it holds for these numbers.
      """
    case .aboutTypeset:
      """
      “-” reads one formula a line from standard input. One that can't be read gets a diagnostic \
      with its line and column, the others are printed, and the exit status is 65. So it is when \
      a formula finds no place to break within --width; that one is printed all the same.
      """
    case .aboutCommands(let summary):
      """
      Without LESSON it goes on where you left off.

      COMMANDS:
      \(summary)
      “softmax-tutor <command> --help” explains one.
      """
    }
  }
}
