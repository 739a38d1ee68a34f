import SoftmaxCore

/// Writes terms as a learner types them: `sum_k p_k*(1 - p_k)`, `d p_1 / d z_2`.
///
/// What the plain form has no words for throws: the test goes on with another term.
struct PlainWriter {
  struct NoWords: Error {}

  private var random: SplitMix64

  init(_ random: SplitMix64) { self.random = random }

  private mutating func pick(_ spellings: String...) -> String {
    spellings[Int.random(in: 0..<spellings.count, using: &random)]
  }

  mutating func text(_ term: Term) throws(NoWords) -> String { try piece(term).text }

  private mutating func piece(_ term: Term) throws(NoWords) -> Piece {
    switch term {
    case .number(let digits): return Piece(digits, .primary)
    case .scalar(let name), .vector(let name), .matrix(let name): return Piece(name, .primary)
    case .count(let index): return Piece(text(index), .primary)
    case .entry(let body, let index): return Piece(try primary(body) + "_\(text(index))", .primary)
    case .matrixEntry(let body, let row, let column):
      let separator = pick(",", ", ")
      let script = "_\(pick("(", "{"))\(text(row))\(separator)\(text(column))"
      return Piece(
        try primary(body) + script + (script.contains("(") ? ")" : "}"), .primary)
    case .apply(let operation, let parts): return try apply(operation, parts)
    case .call(let name, let argument):
      return Piece("\(name)(\(try text(argument)))", .factor)
    case .sum(let binder, let body): return try big("sum", binder, body)
    case .product(let binder, let body): return try big("prod", binder, body)
    case .derivative(let body, let variable):
      let by: String
      switch variable {
      case .score(let index): by = "z_\(text(index))"
      case .entry(let name, let index), .alias(let name, let index): by = "\(name)_\(text(index))"
      case .scalar(let name): by = name
      }
      let inside = try piece(body)
      let denominator = pick("d\(by)", "d \(by)")
      if inside.level == .primary, !inside.startsWithDigit {
        return Piece("d \(inside.text) / \(denominator)", .product)
      }
      return Piece(
        pick(
          "d (\(inside.text)) / \(denominator)", "d/\(denominator) (\(inside.text))"), .product,
        isOpen: true)
    case .maximum, .expectation, .outcome, .indicator, .cases, .gradient, .jacobian:
      throw NoWords()
    }
  }

  private func text(_ index: Term.Index) -> String {
    switch index {
    case .fixed(let number): String(number)
    case .name(let name): name
    }
  }

  private mutating func big(
    _ word: String, _ binder: Term.Binder, _ body: Term
  ) throws(NoWords) -> Piece {
    let name = binder.name
    let head =
      switch binder.range {
      case .all: pick("\(word)_\(name)", "\(word)_{\(name)=1}^n", "\(word)_(\(name)=1)^n")
      case .from(let first): "\(word)_{\(name)=\(first)}^n"
      case .to(let last): "\(word)_{\(name) = 1}^\(last)"
      case .except(let index): "\(word)_(\(name) != \(text(index)))"
      }
    let inside = try piece(body)
    let text = inside.level == .terms || word == "prod" ? "(\(inside.text))" : inside.text
    return Piece(head + " " + text, .product, isOpen: true)
  }

  private mutating func factor(_ term: Term) throws(NoWords) -> String {
    let found = try piece(term)
    return found.level < .factor || found.isOpen ? "(\(found.text))" : found.text
  }

  private mutating func primary(_ term: Term) throws(NoWords) -> String {
    let found = try piece(term)
    return found.level < .primary ? "(\(found.text))" : found.text
  }

  private mutating func product(_ term: Term) throws(NoWords) -> String {
    let found = try piece(term)
    return found.level == .terms ? "(\(found.text))" : found.text
  }

  private mutating func apply(
    _ operation: Term.Operation, _ parts: [Term]
  ) throws(NoWords) -> Piece {
    switch operation {
    case .add, .addVectors, .shift, .addMatrices:
      return Piece(try text(parts[0]) + pick(" + ", "+") + product(parts[1]), .terms)
    case .subtract, .subtractVectors:
      return Piece(try text(parts[0]) + pick(" - ", "-", " − ") + product(parts[1]), .terms)
    case .complement: return Piece("1 - " + (try product(parts[0])), .terms)
    case .negate: return Piece("-" + (try product(parts[0])), .terms)
    case .multiply:
      return Piece(try factor(parts[0]) + pick("*", " * ") + factor(parts[1]), .product)
    case .divide: return Piece(try factor(parts[0]) + pick("/", " / ") + factor(parts[1]), .product)
    case .power(let exponent): return Piece(try primary(parts[0]) + "^\(exponent)", .factor)
    case .scale, .times, .multiplyMatrices:
      return Piece(try factor(parts[0]) + " " + factor(parts[1]), .product)
    case .dot: return Piece(try primary(parts[0]) + "^T " + factor(parts[1]), .product)
    case .outer: return Piece(try factor(parts[0]) + " " + primary(parts[1]) + "^T", .product)
    case .transpose: return Piece(try primary(parts[0]) + "^T", .factor)
    case .form:
      let (middle, last) = (try factor(parts[1]), try factor(parts[2]))
      return Piece(try primary(parts[0]) + "^T \(middle) \(last)", .product)
    case .squaredNorm: return Piece("norm(\(try text(parts[0])))^2", .factor)
    case .exponential where parts[0] != .scalar("T"):
      let inside = try text(parts[0])
      return Piece(pick("exp(\(inside))", "e^(\(inside))"), .factor)
    case .entropy: return try call("H", parts)
    case .crossEntropy: return try call(pick("H", "CE"), parts)
    case .divergence:
      let (one, other) = (try text(parts[0]), try text(parts[1]))
      return Piece(pick("KL", "D_KL") + "(\(one)\(pick("||", " || ", ", "))\(other))", .factor)
    default: return try call(try Self.word(for: operation), parts)
    }
  }

  private mutating func call(_ word: String, _ parts: [Term]) throws(NoWords) -> Piece {
    var texts: [String] = []
    for part in parts { texts.append(try text(part)) }
    return Piece("\(word)(\(texts.joined(separator: ", ")))", .factor)
  }

  private static func word(for operation: Term.Operation) throws(NoWords) -> String {
    switch operation {
    case .root: "sqrt"
    case .exponential, .exponentials: "exp"
    case .logarithm(.unit), .logarithms: "log"
    case .logarithm(.e): "ln"
    case .logarithm(.two): "log2"
    case .logarithm(.ten): "log10"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .larger, .largest: "max"
    case .smaller, .smallest: "min"
    case .softmax: "softmax"
    case .logSumExp: "logsumexp"
    case .norm: "norm"
    case .trace: "tr"
    case .diagonal: "diag"
    default: throw NoWords()
    }
  }
}
