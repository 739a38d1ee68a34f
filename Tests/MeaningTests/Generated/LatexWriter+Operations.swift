extension LatexWriter {
  mutating func apply(_ operation: Term.Operation, _ parts: [Term]) -> Piece {
    switch operation {
    case .add, .addVectors, .shift, .addMatrices: terms(parts[0], "+", parts[1])
    case .subtract, .subtractVectors: terms(parts[0], isWideNow() ? "–" : "-", parts[1])
    case .complement: terms(.number("1"), "-", parts[0])
    case .negate:
      // A minus before terms would be taken for the first one's.
      Piece("-" + productText(parts[0]), .terms)
    case .multiply: product(parts[0], parts[1])
    case .scale: Piece(factor(parts[0]).text + " " + factor(parts[1]).text, .product)
    case .elementwise:
      Piece(factor(parts[0]).text + " \\odot " + factor(parts[1]).text, .product)
    case .divide: quotient(parts[0], parts[1])
    case .power(let exponent):
      Piece(primary(parts[0]).text + pick("^\(exponent)", "^{\(exponent)}"), .factor)
    case .root: Piece("\\sqrt{\(text(parts[0]))}", .factor)
    case .exponential, .exponentials:
      // e^T would be a transpose.
      chance(50) && operation == .exponential && parts[0] != .scalar("T")
        ? Piece(pick("e", "\\mathrm{e}") + "^{\(text(parts[0]))}", .factor)
        : Piece("\\exp" + bracket(text(parts[0]), round: true), .factor)
    case .logarithm(let base): logarithm(base, parts[0])
    case .logarithms: Piece("\\log" + bracket(text(parts[0]), round: true), .factor)
    case .sigmoid: call(pick("\\sigma", "\\operatorname{sigmoid}"), parts)
    case .tanh: call("\\tanh", parts)
    case .larger: call("\\max", parts)
    case .smaller: call("\\min", parts)
    case .softmax: call(pick("\\operatorname{softmax}", "\\text{softmax}"), parts)
    case .logSumExp: logSumExp(parts[0])
    case .largest: call("\\max", parts)
    case .smallest: call("\\min", parts)
    case .trace: call("\\operatorname{tr}", parts)
    case .diagonal: call(pick("\\operatorname{diag}", "\\mathrm{diag}"), parts)
    case .squaredNorm: Piece(norm(parts[0]) + pick("^2", "_2^2"), .factor)
    case .norm: Piece(norm(parts[0]) + pick("", "_2"), .factor)
    case .absoluteNorm: Piece(norm(parts[0]) + "_1", .factor)
    case .entropy: call("H", parts)
    case .crossEntropy: call(pick("H", "\\operatorname{CE}"), parts)
    case .divergence:
      Piece(
        pick("D_{KL}", "D_{\\mathrm{KL}}", "D_{\\text{KL}}", "\\operatorname{KL}", "\\mathrm{KL}")
          + bracket(
            text(parts[0]) + pick(" \\| ", " || ", " \\parallel ", ", ") + text(parts[1]),
            round: true), .factor)
    case .dot:
      chance(60)
        ? Piece(transposed(parts[0]) + " " + factor(parts[1]).text, .product)
        : Piece(factor(parts[0]).text + " \\cdot " + factor(parts[1]).text, .product)
    case .form:
      Piece(
        transposed(parts[0]) + " " + factor(parts[1]).text + " " + factor(parts[2]).text, .product)
    case .times, .multiplyMatrices:
      Piece(factor(parts[0]).text + " " + factor(parts[1]).text, .product)
    case .outer: Piece(factor(parts[0]).text + " " + transposed(parts[1]), .product)
    case .transpose: Piece(transposed(parts[0]), .factor)
    }
  }

  private mutating func call(_ name: String, _ arguments: [Term]) -> Piece {
    var texts: [String] = []
    for argument in arguments { texts.append(text(argument)) }
    return Piece(name + bracket(texts.joined(separator: ", "), round: true), .factor)
  }

  private mutating func terms(_ left: Term, _ sign: String, _ right: Term) -> Piece {
    Piece(text(left) + " \(sign) " + productText(right), .terms)
  }

  /// As one term, behind a sign.
  private mutating func productText(_ term: Term) -> String {
    let found = piece(term)
    return found.level == .terms ? bracket(found.text) : found.text
  }

  private mutating func product(_ left: Term, _ right: Term) -> Piece {
    let first = factor(left)
    var last = piece(right)
    if last.level == .terms || last.hasSlash || last.level == .product && !last.isOpen {
      last = Piece(bracket(last.text), .primary)
    }
    let sign: String
    if last.startsWithDigit || chance(30) {
      sign = pick(" \\cdot ", " \\times ")
    } else {
      // A number or a name with a bracket behind it is a product, and so is a bracket with one.
      sign = pick(" ", " ", "\\,", " \\, ", "\\;")
    }
    return Piece(first.text + sign + last.text, .product, isOpen: last.isOpen)
  }

  private mutating func quotient(_ upper: Term, _ lower: Term) -> Piece {
    if chance(20) {
      let text = factor(upper).text + pick("/", " / ") + factor(lower).text
      return Piece(text, .product, hasSlash: true)
    }
    if chance(10) {
      let below = primary(lower)
      let sign = below.startsWithDigit ? " \\cdot " : " "
      return Piece(factor(upper).text + sign + below.text + "^{-1}", .product)
    }
    let command = pick("\\frac", "\\frac", "\\dfrac", "\\tfrac")
    return Piece("\(command){\(text(upper))}{\(text(lower))}", .factor)
  }

  private mutating func logarithm(_ base: Term.Base, _ argument: Term) -> Piece {
    let name =
      switch base {
      case .unit: pick("\\log", "\\operatorname{log}")
      case .e: "\\ln"
      case .two: pick("\\log_2", "\\log_{2}")
      case .ten: "\\log_{10}"
      }
    if case .entry(.vector, _) = argument, chance(50) {
      return Piece(name + " " + text(argument), .product, isOpen: true)
    }
    if case .sum = argument, chance(50) {
      return Piece(name + " " + text(argument), .product, isOpen: true)
    }
    return Piece(name + bracket(text(argument), round: true), .factor)
  }

  private mutating func logSumExp(_ scores: Term) -> Piece {
    if case .vector(let name) = scores, chance(60) {
      return Piece("\\log \\sum_k e^{\(name)_k}", .product, isOpen: true)
    }
    return Piece("\\operatorname{logsumexp}" + bracket(text(scores), round: true), .factor)
  }

  private mutating func norm(_ vector: Term) -> String {
    let inside = text(vector)
    return pick(
      "\\lVert \(inside) \\rVert", "\\left\\lVert \(inside) \\right\\rVert", "\\|\(inside)\\|")
  }

  private mutating func transposed(_ term: Term) -> String {
    primary(term).text + pick("^\\top", "^T", "^{\\top}", "^\\intercal", "^{T}")
  }

  // MARK: Derivatives

  mutating func derivative(_ body: Term, _ variable: Term.Variable) -> Piece {
    if case .derivative(let inner, let first) = body, chance(40) {
      let by = "\\partial \(text(variable)) \\partial \(text(first))"
      return Piece("\\frac{\\partial^2 \(factor(inner).text)}{\(by)}", .factor)
    }
    let d = pick("\\partial", "\\partial", "\\partial", "d", "\\mathrm{d}")
    let by = d + " " + text(variable)
    let inside = piece(body)
    let isWhole = inside.level >= .factor && !inside.isOpen && !inside.hasSlash
    if isWhole, chance(60) { return Piece("\\frac{\(d) \(inside.text)}{\(by)}", .factor) }
    if chance(25) {
      return Piece("\\frac{\(d) \(bracket(inside.text))}{\(by)}", .factor)
    }
    return Piece("\\frac{\(d)}{\(by)} " + bracket(inside.text), .product, isOpen: true)
  }

  private func text(_ variable: Term.Variable) -> String {
    switch variable {
    case .score(let index): "z_{\(text(index))}"
    case .entry(let name, let index): "\(name)_{\(text(index))}"
    case .scalar(let name): name
    case .alias(let name, let index): "\(name)_{\(text(index))}"
    }
  }

  mutating func gradient(_ body: Term) -> Piece {
    let inside = factor(body)
    return Piece(
      pick(
        "\\nabla_z \(inside.text)", "\\nabla_{\\mathbf{z}} \(inside.text)",
        "\\frac{\\partial \(inside.text)}{\\partial z}"), .product)
  }
}
