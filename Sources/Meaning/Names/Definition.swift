public import Notation

/// The left side of `f_i(x) = …`, taken apart, and the right side as it was written.
public struct Definition: Hashable, Sendable {
  public let formula: Formula
  public let name: String
  /// The i of `p_i`, the i and j of `J_{i,j}`.
  public let indices: [String]
  /// Whether the subscript was written with the variable: the x of `S_{x_i}`.
  public let subscriptVariable: String?
  /// The P and Q of `H(P, Q)`.
  public let parameters: [String]
  /// The right side, read when it is first asked for.
  private let right: Once<Result<Syntax, FormulaDiagnostic>>

  init(
    _ formula: Formula, name: String, indices: [String], subscriptVariable: String?,
    parameters: [String]
  ) {
    self.formula = formula
    self.name = name
    self.indices = indices
    self.subscriptVariable = subscriptVariable
    self.parameters = parameters
    right = Once { Self.readBody(of: formula) }
  }

  /// A definition whose left side is known, so that nothing has to be parsed before it is used.
  init(_ latex: String, of name: String, indices: [String] = [], parameters: [String] = []) {
    self.init(
      Formula(latex), name: name, indices: indices, subscriptVariable: nil, parameters: parameters)
  }

  public static func == (a: Definition, b: Definition) -> Bool {
    a.formula == b.formula && a.name == b.name && a.indices == b.indices
      && a.subscriptVariable == b.subscriptVariable && a.parameters == b.parameters
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(formula) }

  /// The right side.
  func body() throws(FormulaDiagnostic) -> Syntax { try right.value.get() }

  private static func readBody(of formula: Formula) -> Result<Syntax, FormulaDiagnostic> {
    guard let right = sides(of: formula)?.right else {
      return .failure(
        FormulaDiagnostic(.noRightSide, range: formula.notation.range))
    }
    let place = Notation(
      .row(right), range: right[0].range.lowerBound..<right[right.count - 1].range.upperBound,
      id: right[0].id)
    do throws(FormulaDiagnostic) {
      return .success(try SyntaxReader.read(all: Items(right, in: place)))
    } catch {
      return .failure(error)
    }
  }

  /// What stands before and after the first = or :=; nil if either is missing.
  static func sides(of formula: Formula) -> (left: [Notation], right: [Notation])? {
    let items = Items.flattened(formula.notation)
    guard
      let sign = items.firstIndex(where: {
        Sign($0) == .relation(.equal) || Sign($0) == .relation(.definition)
      }), sign > 0, sign + 1 < items.count
    else { return nil }
    return (Array(items[..<sign]), Array(items[(sign + 1)...]))
  }

  /// The other name that it is nothing but another word for: `o_j = z_j` makes o an alias of z, and
  /// a derivative by o_j is one by z_j.
  var original: String? {
    guard parameters.isEmpty, subscriptVariable == nil, case .success(let body) = right.value else {
      return nil
    }
    switch body.kind {
    case .word(let word) where indices.isEmpty: return word.spelling
    case .scripted(let base, let scripts):
      guard let word = base.word, scripts.upper == nil, scripts.primes == 0,
        let lower = scripts.lower, case .success(let written) = lower.indices
      else { return nil }
      let spelled = written.flatMap { $0.members.isEmpty ? [$0.syntax] : $0.members }.map(\.word)
      return !indices.isEmpty && spelled == indices ? word : nil
    default: return nil
    }
  }

  /// The kind that the left side alone shows.
  var presumedKind: NameKind {
    if !parameters.isEmpty { return .function }
    switch indices.count {
    case 0: return .scalar
    case 1: return .vector(.classes)
    default: return .matrix(rows: .classes, columns: .classes)
    }
  }
}
