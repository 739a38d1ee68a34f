import SoftmaxCore

/// One function that formulas may apply: all there is to know of it, in one entry of one table.
///
/// A function is added by an entry in `Function+Table.swift` and a test; `docs/meaning.md` shows
/// one.
public struct Function: Sendable {
  /// As `\operatorname{…}`, `\text{…}` or a command of that name writes it, and as it is typed.
  public let name: String
  /// What else formulas call it.
  public let spellings: [String]
  /// What programs call it, read where a learner types: `np.exp`, `torch.sigmoid`.
  public let programs: [String]
  /// How many arguments it takes.
  let arguments: ClosedRange<Int>
  /// Whether it is applied without brackets too, to one factor: `\log p_i` (rule 9).
  let isPrefix: Bool
  let rule: Rule
  /// What a whole vector means as its argument, if that is another function: σ of scores is softmax.
  let ofVector: String?

  init(
    _ name: String, spellings: [String] = [], programs: [String] = [],
    arguments: ClosedRange<Int> = 1...1, isPrefix: Bool = false, ofVector: String? = nil,
    _ rule: Rule
  ) {
    self.name = name
    self.spellings = spellings
    self.programs = programs
    self.arguments = arguments
    self.isPrefix = isPrefix
    self.ofVector = ofVector
    self.rule = rule
  }

  /// What a function of whole arguments takes, for a sentence about what it was given.
  enum Domain: Hashable, Sendable {
    case numbersOrVector, vector, twoVectors, vectorOrMatrix, matrix
  }

  enum Rule: Sendable {
    /// A number for a number; of a vector or a matrix, entry by entry. In numbers that carry their
    /// derivatives, so that the value says the derivative too.
    case entrywise(@Sendable (Jet, InformationUnit) -> Jet)
    /// The shape of the result, nil for shapes it does not take, and the value.
    case whole(
      takes: Domain, shape: @Sendable ([Expression.Sort]) -> Expression.Sort?,
      value: @Sendable ([Operand]) -> Operand?)
    /// What it means, as a lesson would define it. The left side is taken apart by hand, so that
    /// nothing has to be read before it is used.
    case defined([Definition], NameMeaning)
    /// Written in the field, and without a value here; what to write instead, if there is something.
    case notation(instead: String?)
  }
}

extension Function: Hashable {
  public static func == (a: Function, b: Function) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Function {
  private static let byName: [String: Function] = {
    var functions: [String: Function] = [:]
    functions.reserveCapacity(table.reduce(0) { $0 + 1 + $1.spellings.count + $1.programs.count })
    for function in table {
      for name in [function.name] + function.spellings + function.programs {
        functions[name] = function
      }
    }
    return functions
  }()

  /// The function of that name or spelling.
  static func named(_ name: String) -> Function? { byName[name] }

  /// Whether mathematics alone gives it its meaning, so that no lesson may define it anew.
  var isReserved: Bool {
    switch rule {
    case .entrywise, .whole: isPrefix || name == "diag" || name == "tr"
    case .defined: false
    case .notation: true
    }
  }

  /// Whether an index at its foot says what it runs over: max_k.
  var takesIndex: Bool { ["max", "min", "argmax", "argmin"].contains(name) }

  /// Whether its value depends on the unit of information.
  var usesUnit: Bool { name == "log" }
}
