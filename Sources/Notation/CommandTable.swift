/// What each LaTeX command asks for.
enum Command {
  case symbol(Symbol)
  case function(name: String, limits: Bool)
  case bigOperator(BigOperator)
  case fraction, binomial, slashFraction, radical, operatorName
  case infixFraction(binomial: Bool)
  case font(Font), fontSwitch(Font), accent(Accent), text(Font?)
  case space(columns: Int, units: Int), measuredSpace, style(MathStyle)
  case brace(BraceSide), stack(over: Bool), arrow(String), substack
  case classed(Symbol.AtomClass), negation, limits(Limits)
  case left, right, middle, big(Symbol.AtomClass?)
  case begin, end, newRow
  case colored, colorSwitch, boxed, cancelled, phantom, grouping
  case modulus, tag, numbering, wrapper
  /// Says something to TeX that has no picture; `arguments` are skipped with a lint.
  case ignored(arguments: Int)
}

/// Every command name, as data.
enum CommandTable {
  /// What a command asks for, by its name without the backslash; nil for an unknown one.
  static func command(_ name: String) -> Command? {
    if let command = others[name] { return command }
    // Characters of the table that a backslash gives another meaning, or none.
    guard !plainSigns.contains(name) else { return nil }
    return SymbolTable.symbol(SymbolTable.aliases[name] ?? name).map(Command.symbol)
  }

  private static let plainSigns: Set<String> = [
    "/", ".", "*", "(", ")", "[", "]", "+", "-", "=", "<", ">", "?", ",", ":", ";", "!",
  ]

  /// Every command but those that are signs of the symbol table.
  private static let others: [String: Command] = {
    var others = structures
    others.reserveCapacity(320)
    func add(_ name: String, _ command: Command) { others[name] = others[name] ?? command }
    for (name, size) in bigDelimiters { add(name, size) }
    for (name, size) in spaces { add(name, .space(columns: size.columns, units: size.units)) }
    for (name, accent) in otherAccents { add(name, .accent(accent)) }
    for accent in Accent.allCases { add(accent.rawValue, .accent(accent)) }
    for (name, font) in fontSwitches { add(name, .fontSwitch(font)) }
    for (name, font) in otherFonts { add(name, .font(font)) }
    for font in Font.allCases { add(font.rawValue, .font(font)) }
    for sign in BigOperator.allCases { add(sign.rawValue, .bigOperator(sign)) }
    for (name, shown) in limitFunctions { add(name, .function(name: shown, limits: true)) }
    for name in functions { add(name, .function(name: name, limits: false)) }
    add("|", .symbol(Symbol("Vert", .ordinary)))
    add("lbrace", .symbol(Symbol("{", .opening)))
    add("rbrace", .symbol(Symbol("}", .closing)))
    return others
  }()

  /// Every name, in order.
  static let all: [String] = {
    let signs = SymbolTable.names.filter { !plainSigns.contains($0) }
    return Set(others.keys).union(signs).union(SymbolTable.aliases.keys).sorted()
  }()

  /// Names for a search, in a fixed order.
  static let names: [String] = all.filter { $0.count > 1 }

  static let environments: [String] = [
    "align", "align*", "alignat", "alignat*", "alignedat", "aligned", "array", "bmatrix",
    "Bmatrix", "cases", "dcases", "eqnarray", "eqnarray*", "equation", "equation*", "flalign",
    "flalign*", "gather", "gather*", "gathered", "matrix", "multline", "multline*", "pmatrix",
    "rcases", "smallmatrix", "split", "vmatrix", "Vmatrix",
  ].sorted()

  /// Words that authors write as bare letters or as commands of their own, though they are
  /// operators: `log p`, `\softmax`.
  static let operatorWords: Set<String> = [
    "KL", "Cov", "Var", "arctan", "argmax", "argmin", "avg", "cos", "cosh", "cov", "det", "diag",
    "dim", "erf", "exp", "inf", "lim", "ln", "log", "logit", "logsumexp", "max", "mean", "min",
    "onehot", "rank", "relu", "ReLU", "sgn", "sigmoid", "sign", "sin", "sinh", "softmax",
    "softplus", "sup", "tan", "tanh", "trace", "tr", "var",
  ]

  /// What authors define for themselves, and what to write where they have not.
  static let ownCommands: [String: String] = [
    "R": "\\mathbb{R}", "N": "\\mathbb{N}", "Z": "\\mathbb{Z}", "Q": "\\mathbb{Q}",
    "C": "\\mathbb{C}", "E": "\\mathbb{E}", "P": "\\mathbb{P}", "L": "\\mathcal{L}",
    "1": "\\mathbb{1}", "ind": "\\mathbb{1}", "indicator": "\\mathbb{1}", "one": "\\mathbb{1}",
    "abs": "\\lvert x \\rvert", "norm": "\\lVert x \\rVert", "given": "\\mid",
    "pdv": "\\frac{\\partial f}{\\partial x}", "dv": "\\frac{d f}{d x}", "dd": "\\mathrm{d}",
    "T": "^\\top", "half": "\\frac{1}{2}", "eps": "\\epsilon", "grad": "\\nabla",
    "set": "\\{ … \\}", "d": "\\mathrm{d}", "ex": "\\mathbb{E}", "expect": "\\mathbb{E}",
    "loss": "\\mathcal{L}", "argmax": "\\operatorname*{arg\\,max}", "indep": "\\perp",
  ]

  /// Of these, the ones that a run of letters must mean: nobody multiplies l, o and g.
  static let recognisedRuns: Set<String> = [
    "argmax", "argmin", "cos", "cosh", "det", "exp", "lim", "ln", "log", "max", "min", "sigmoid",
    "sin", "sinh", "softmax", "sup", "tan", "tanh",
  ]

  /// Names of letters that a run of letters must mean as well.
  static let spelledLetters: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota",
    "kappa", "lambda", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "partial",
    "nabla", "infty", "cdot", "times", "leq", "geq", "neq", "approx", "odot", "ell",
  ]

  /// Whether a run of letters before a bracket is a function's name: `entropy(p)`, `KL(p, q)`. One
  /// that ends in a known function, as `plog(p)`, is a product.
  static func isFunctionWord(_ word: String) -> Bool {
    guard word.count > 2 || word == "KL" || word == "CE" else { return false }
    return !recognisedRuns.contains { word.hasSuffix($0) && !operatorWords.contains(word) }
  }

  private static let functions = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp",
    "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
  ]

  private static let limitFunctions = [
    "det": "det", "gcd": "gcd", "inf": "inf", "lim": "lim", "liminf": "lim inf",
    "limsup": "lim sup", "max": "max", "min": "min", "Pr": "Pr", "sup": "sup",
    "argmax": "argmax", "argmin": "argmin", "injlim": "inj lim", "projlim": "proj lim",
  ]

  private static let otherFonts: [String: Font] = [
    "bm": .boldsymbol, "pmb": .boldsymbol, "bold": .mathbf, "mathds": .mathbb, "mathbbm": .mathbb,
    "Bbb": .mathbb, "mathnormal": .mathit, "mathup": .mathrm, "symbf": .boldsymbol,
    "symbb": .mathbb, "frak": .mathfrak, "mathbold": .boldsymbol, "mathbfit": .boldsymbol,
    "mathbbold": .mathbb, "mathsfbf": .mathsf,
  ]

  private static let fontSwitches: [String: Font] = [
    "bf": .mathbf, "rm": .mathrm, "it": .mathit, "cal": .mathcal, "sf": .mathsf, "tt": .mathtt,
    "bfseries": .mathbf, "boldmath": .boldsymbol,
  ]

  private static let otherAccents: [String: Accent] = [
    "overrightarrow": .vec, "overleftarrow": .leftArrow, "mathring": .ring, "widecheck": .check,
    "widebar": .overline, "underbar": .underline, "vv": .vec,
  ]

  /// Columns in a picture, and units, of which a quad has 18.
  private static let spaces: [String: (columns: Int, units: Int)] = [
    ",": (1, 3), "thinspace": (1, 3), ":": (1, 4), ">": (1, 4), "medspace": (1, 4),
    ";": (1, 5), "thickspace": (1, 5), " ": (1, 6), "space": (1, 6), "nobreakspace": (1, 6),
    "\n": (1, 6), "\t": (1, 6), "\r\n": (1, 6), "enspace": (2, 9), "enskip": (2, 9),
    "quad": (3, 18), "qquad": (6, 36), "hfill": (3, 18), "hfil": (3, 18), "/": (0, 0),
    "!": (0, -3), "negthinspace": (0, -3), "negmedspace": (0, -4), "negthickspace": (0, -5),
    "mathstrut": (0, 0), "strut": (0, 0),
  ]

  private static let bigDelimiters: [String: Command] = {
    var commands: [String: Command] = [:]
    for size in ["big", "Big", "bigg", "Bigg"] {
      commands[size] = .big(nil)
      commands[size + "l"] = .big(.opening)
      commands[size + "r"] = .big(.closing)
      commands[size + "m"] = .big(.relation)
    }
    return commands
  }()

  private static let structures: [String: Command] = [
    "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction, "cfrac": .fraction,
    "sfrac": .slashFraction, "nicefrac": .slashFraction, "over": .infixFraction(binomial: false),
    "choose": .infixFraction(binomial: true), "binom": .binomial, "dbinom": .binomial,
    "tbinom": .binomial, "sqrt": .radical, "operatorname": .operatorName,
    "text": .text(nil), "textrm": .text(nil), "textnormal": .text(nil), "textup": .text(nil),
    "mbox": .text(nil), "hbox": .text(nil), "textsf": .text(nil), "texttt": .text(.mathtt),
    "textit": .text(.mathit), "textsl": .text(.mathit), "emph": .text(.mathit),
    "textbf": .text(.mathbf), "textsc": .text(nil), "textmd": .text(nil),
    "hspace": .measuredSpace, "mspace": .measuredSpace, "hskip": .measuredSpace,
    "mskip": .measuredSpace, "kern": .measuredSpace, "mkern": .measuredSpace,
    "displaystyle": .style(.display), "textstyle": .style(.text),
    "scriptstyle": .style(.script), "scriptscriptstyle": .style(.script),
    "underbrace": .brace(.under), "overbrace": .brace(.over),
    "stackrel": .stack(over: true), "overset": .stack(over: true),
    "underset": .stack(over: false), "substack": .substack,
    "xrightarrow": .arrow("rightarrow"), "xleftarrow": .arrow("leftarrow"),
    "xleftrightarrow": .arrow("leftrightarrow"), "xRightarrow": .arrow("Rightarrow"),
    "xLeftarrow": .arrow("Leftarrow"), "xmapsto": .arrow("mapsto"),
    "mathop": .classed(.operation), "mathbin": .classed(.binary), "mathrel": .classed(.relation),
    "mathord": .classed(.ordinary), "mathopen": .classed(.opening),
    "mathclose": .classed(.closing), "mathpunct": .classed(.punctuation),
    "mathinner": .classed(.inner), "not": .negation,
    "limits": .limits(.above), "nolimits": .limits(.beside), "displaylimits": .limits(.automatic),
    "left": .left, "right": .right, "middle": .middle, "begin": .begin, "end": .end,
    "\\": .newRow, "newline": .newRow, "cr": .newRow,
    "textcolor": .colored, "color": .colorSwitch, "boxed": .boxed, "fbox": .boxed,
    "phantom": .phantom, "hphantom": .phantom, "vphantom": .phantom, "smash": .grouping,
    "relax": .ignored(arguments: 0), "cancel": .cancelled, "bcancel": .cancelled,
    "xcancel": .cancelled, "sout": .cancelled, "st": .cancelled,
    "mathclap": .grouping, "mathllap": .grouping, "mathrlap": .grouping, "ensuremath": .grouping,
    "pmod": .modulus, "pod": .modulus,
    "mod": .function(name: "mod", limits: false), "tag": .tag,
    "eqno": .numbering, "leqno": .numbering, "label": .ignored(arguments: 1),
    "nonumber": .ignored(arguments: 0),
    "notag": .ignored(arguments: 0), "hline": .ignored(arguments: 0),
    "cline": .ignored(arguments: 1), "allowbreak": .ignored(arguments: 0),
    "nobreak": .ignored(arguments: 0), "noindent": .ignored(arguments: 0),
    "centering": .ignored(arguments: 0), "vspace": .ignored(arguments: 1),
    "allowdisplaybreaks": .ignored(arguments: 0), "require": .ignored(arguments: 1),
    "rule": .ignored(arguments: 2), "[": .ignored(arguments: 0), "]": .ignored(arguments: 0),
    "(": .ignored(arguments: 0), ")": .ignored(arguments: 0), "tiny": .ignored(arguments: 0),
    "scriptsize": .ignored(arguments: 0), "footnotesize": .ignored(arguments: 0),
    "small": .ignored(arguments: 0), "normalsize": .ignored(arguments: 0),
    "large": .ignored(arguments: 0), "Large": .ignored(arguments: 0),
    "LARGE": .ignored(arguments: 0), "huge": .ignored(arguments: 0),
    "Huge": .ignored(arguments: 0), "mathlarger": .grouping, "mathsmaller": .grouping,
    "llap": .grouping, "rlap": .grouping, "clap": .grouping, "class": .wrapper,
    "cssId": .wrapper, "style": .wrapper, "href": .wrapper, "colorbox": .colored,
    "fcolorbox": .wrapper, "intertext": .text(nil), "shortintertext": .text(nil),
    "operatornamewithlimits": .operatorName, "xlongequal": .arrow("="),
    "underbracket": .brace(.under), "overbracket": .brace(.over),
  ]
}
