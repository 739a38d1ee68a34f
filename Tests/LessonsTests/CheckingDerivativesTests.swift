import Lessons
import SoftmaxCore
import Testing

@testable import Meaning
@testable import Notation

/// A ∂ that a lesson writes, wherever it stands: in a fence, in the text, in a number, on a panel,
/// in a definition.
struct WrittenDerivative: CustomTestStringConvertible, Sendable {
  var slug: String
  var latex: String
  var expression: Expression
  var names: Names

  var testDescription: String { "\(slug): \(latex)" }

  static let all: [WrittenDerivative] = {
    var found: [WrittenDerivative] = []
    for lesson in ShippedCourse.english.lessons {
      let formulas =
        lesson.definitions.map { Formula($0.value) } + lesson.steps.flatMap(\.formulas)
      let names = lesson.names
      for formula in formulas {
        for side in Reading(formula, names: names).chains.flatMap(\.sides) {
          for expression in side.expression?.derivatives ?? [] {
            let bytes = Array(formula.source.utf8)[expression.range]
            let latex = String(decoding: bytes, as: UTF8.self)
            guard !found.contains(where: { $0.slug == lesson.slug && $0.latex == latex }) else {
              continue
            }
            found.append(
              WrittenDerivative(
                slug: lesson.slug, latex: latex, expression: expression, names: names))
          }
        }
      }
    }
    return found
  }()
}

extension Expression {
  fileprivate var derivatives: [Expression] {
    if case .partial = kind { return [self] }
    return parts.flatMap(\.derivatives)
  }
}

/// Numbers for a number of classes and a range of scores, with every index chosen.
struct DerivativeTrial {
  var bindings: Bindings
  var z: [Double] = []
  var y: [Double] = []
  var P: [Double] = []
  let T: Double

  /// Scores up to ±3; near 700, near −700, and on both sides at once.
  enum Scores: CaseIterable { case ordinary, high, low, wide }

  init(classes n: Int, _ range: Scores, unit: InformationUnit, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func draw(_ interval: ClosedRange<Double>) -> [Double] {
      (0..<n).map { _ in Double.random(in: interval, using: &generator) }
    }
    func distribution() -> [Double] {
      let weights = draw(0.1...1)
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
    bindings = Bindings(unit: unit)
    z =
      switch range {
      case .ordinary: draw(-3...3)
      case .high: draw(690...700)
      case .low: draw(-700 ... -690)
      case .wide: draw(-1...1).map { $0 < 0 ? -700 : 700 }
      }
    (y, P) = (distribution(), distribution())
    T = range == .ordinary ? Double.random(in: 0.5...2, using: &generator) : 1
    bindings["z"] = .vector(z)
    bindings["y"] = .vector(y)
    bindings["P"] = .vector(P)
    bindings["T"] = .scalar(T)
    for index in ["i", "j", "k", "t"] {
      bindings.indices[index] = Int.random(in: 1...n, using: &generator)
    }
  }

  /// Every combination of the two that the seeds leave to chance.
  static let all: [DerivativeTrial] = [2, 3, 6, 12].flatMap { n in
    Scores.allCases.flatMap { range in
      (0..<6).map { seed in
        DerivativeTrial(
          classes: n, range, unit: InformationUnit.allCases[seed % 3],
          seed: UInt64(seed) * 97 + UInt64(n))
      }
    }
  }
}

/// What SoftmaxCore says of a derivative, by its own code.
struct CoreDerivative {
  var body: String
  var variable: String
  /// The derivative of entry `a` of the body by entry `b` of the variable, both from 0.
  var compute: @Sendable (DerivativeTrial, _ a: Int, _ b: Int) throws -> Double

  static let all = [
    CoreDerivative(body: "p", variable: "z") { trial, a, b in
      try softmaxJacobian(trial.z, temperature: trial.T)[a][b]
    },
    CoreDerivative(body: "\\ln p", variable: "z") { trial, a, b in
      let axis = trial.z.indices.map { $0 == b ? 1.0 : 0 }
      return try logSoftmaxJVP(trial.z, tangent: axis, temperature: trial.T)[a]
    },
    // S and ln S are at T = 1 whatever the temperature.
    CoreDerivative(body: "\\ln S", variable: "z") { trial, _, b in softmax(trial.z)[b] },
    CoreDerivative(body: "S", variable: "z") { trial, _, b in
      softmax(trial.z)[b] * exponential(logSumExp(trial.z))
    },
    CoreDerivative(body: "L", variable: "z") { trial, _, b in
      try gradient(trial, target: trial.y)[b]
    },
    CoreDerivative(body: "H(P, p)", variable: "z") { trial, _, b in
      try gradient(trial, target: trial.P)[b]
    },
    CoreDerivative(body: "D_{KL}(P, p)", variable: "z") { trial, _, b in
      try gradient(trial, target: trial.P)[b]
    },
  ]

  private static func gradient(_ trial: DerivativeTrial, target: [Double]) throws -> [Double] {
    try crossEntropyGradient(
      logits: trial.z, target: target, temperature: trial.T, unit: trial.bindings.unit)
  }

  private static func exponential(_ x: Double) -> Double { WideNumber.exp(WideNumber(x)).double }
}

@Suite("every derivative that the course writes")
struct CheckingDerivativesTests {
  /// The ∂ taken apart: what is differentiated, by what, at which entries.
  struct Parts {
    var body: String
    var bodyIndex: Expression?
    var variable: Expression.Variable

    init?(_ expression: Expression) {
      guard case .partial(let body, let variables) = expression.kind, variables.count == 1 else {
        return nil
      }
      variable = variables[0]
      switch body.kind {
      case .apply(let function, let arguments) where function.name == "ln":
        guard case .call(let application) = arguments[0].kind else { return nil }
        (self.body, bodyIndex) = ("\\ln \(application.definition.name)", application.indices.first)
      case .call(let application):
        let arguments = application.arguments.map { argument -> String in
          switch argument.kind {
          case .name(let name): name.spelling
          case .call(let inner): inner.definition.name
          default: "?"
          }
        }
        self.body =
          application.definition.name
          + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
        bodyIndex = application.indices.first
      default: return nil
      }
    }
  }

  @Test(
    "the course writes derivatives, and every kind of which SoftmaxCore has its own is among them")
  func present() {
    let kinds = Set(
      WrittenDerivative.all.compactMap { derivative in
        Parts(derivative.expression).map { "\($0.body) by \($0.variable.name)" }
      })
    for core in CoreDerivative.all {
      #expect(kinds.contains("\(core.body) by \(core.variable)"), "\(kinds.sorted())")
    }
  }

  @Test(
    "has a value, which dual numbers, central differences and SoftmaxCore agree on: 2 to 12 classes, scores to ±700",
    arguments: WrittenDerivative.all)
  func threeWitnesses(derivative: WrittenDerivative) throws {
    let expression = derivative.expression
    let parts = Parts(expression)
    let core = parts.flatMap { parts in
      CoreDerivative.all.first { $0.body == parts.body && $0.variable == parts.variable.name }
    }
    var differences = 0
    for trial in DerivativeTrial.all {
      let evaluator = Evaluator(names: derivative.names, bindings: trial.bindings)
      let exact = try evaluator.evaluate(expression).value
      for number in exact.numbers { #expect(number.value.isFinite, "\(trial.z)") }

      if let step = try step(for: expression, derivative.names, trial, evaluator) {
        differences += 1
        let witness = Evaluator(
          names: derivative.names, bindings: trial.bindings,
          method: .centralDifferences(step: step))
        let other = try witness.evaluate(expression).value
        let size = try bodySize(expression, evaluator)
        #expect(exact.numbers.count == other.numbers.count)
        for (a, b) in zip(exact.numbers, other.numbers) {
          // Truncation is h²/6 of the third derivative, which is of the size of the first for
          // exponentials and h² of it for powers at h = p/2¹⁷.
          let scale = max(WideNumber(1), a.value.magnitude)
          let slack = scale * WideNumber(0x1p-27) + WideNumber(4) * (a.error + b.error)
          #expect((a.value - b.value).magnitude <= slack, "\(a.double), \(b.double), \(trial.z)")
          // What is forgiven is small beside the values: agreement proves something.
          #expect(slack <= max(scale, size) * WideNumber(0x1p-13), "\(slack.double), \(trial.z)")
        }
      }
      if let core, let parts {
        let a = try parts.bodyIndex.map { try evaluator.wholeNumber($0) } ?? 1
        let b = try parts.variable.indices.first.map { try evaluator.wholeNumber($0) } ?? 1
        let expected = try core.compute(trial, a - 1, b - 1)
        let found = try #require(exact.numbers.first)
        let slack = 4 * found.error.double + 0x1p-44 * abs(expected) + 0x1p-1000
        #expect(abs(found.double - expected) <= slack, "\(found.double), \(expected), \(trial.z)")
      }
    }
    // By a probability near 0 no step of a Double is small enough; elsewhere there is one.
    #expect(differences >= DerivativeTrial.all.count / 2)
  }

  /// How large what is differentiated is: the differences round as it does.
  private func bodySize(_ expression: Expression, _ evaluator: Evaluator) throws -> WideNumber {
    guard case .partial(let body, _) = expression.kind else { return .zero }
    return try evaluator.evaluate(body).value.numbers.map(\.value.magnitude).max() ?? .zero
  }

  /// A power of two that is small beside the variable where that is a probability; nil where it
  /// would be no normal Double.
  private func step(
    for expression: Expression, _ names: Names, _ trial: DerivativeTrial, _ evaluator: Evaluator
  ) throws -> Double? {
    guard case .partial(_, let variables) = expression.kind else { return nil }
    var size = WideNumber(1)
    for variable in variables where variable.name != "z" {
      let whole = try Formula(variable.name).value(names: names, bindings: trial.bindings)
      let index = try variable.indices.first.map { try evaluator.wholeNumber($0) } ?? 1
      size = min(size, whole.numbers[index - 1].value)
    }
    let step = size.double * 0x1p-17
    guard step > 0x1p-900 else { return nil }
    return Double(sign: .plus, exponent: step.exponent, significand: 1)
  }

  @Test(
    "second derivatives: dual numbers agree with SoftmaxCore and with differences of its first",
    arguments: [2, 3, 6, 12])
  func second(classes: Int) throws {
    let names = try #require(ShippedCourse.english.lesson(slug: "p-minus-y")).names
    for range in DerivativeTrial.Scores.allCases {
      for seed in 0..<6 as Range<UInt64> {
        let trial = DerivativeTrial(classes: classes, range, unit: .nats, seed: seed)
        let (i, j) = (
          (trial.bindings.indices["i"] ?? 1) - 1, (trial.bindings.indices["j"] ?? 1) - 1
        )
        func value(_ latex: String) throws -> Double? {
          try Formula(latex).value(names: names, bindings: trial.bindings).double
        }
        // The gradient of the loss is softmax less a constant, over T.
        let hessian = try #require(
          try value("\\frac{\\partial^2 L}{\\partial z_i \\partial z_j}"))
        let jacobian = try softmaxJacobian(trial.z, temperature: trial.T)
        #expect(abs(hessian - jacobian[i][j] / trial.T) <= 0x1p-44, "\(trial.z)")

        let curvature = try #require(
          try value("\\frac{\\partial}{\\partial z_i} \\frac{\\partial p_j}{\\partial z_j}"))
        let step = 0x1p-13
        var (up, down) = (trial.z, trial.z)
        up[i] += step
        down[i] -= step
        let difference =
          (try softmaxJacobian(up, temperature: trial.T)[j][j]
            - softmaxJacobian(down, temperature: trial.T)[j][j]) / (2 * step)
        // h²/6 times the fourth derivative of p, below 1 at T = 1 and below 16 at T = 1/2.
        #expect(abs(curvature - difference) <= 16 * step * step + 0x1p-36, "\(trial.z)")
      }
    }
  }
}
