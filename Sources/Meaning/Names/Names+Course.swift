import Notation

extension Names {
  /// What mathematics alone declares: e and the usual indices.
  public static let bare: Names = {
    var names = Names()
    names.declare(Name("e", .scalar, meaning: .eulersNumber))
    names.declare(Name("i", .index, meaning: .outputIndex))
    names.declare(Name("j", .index, meaning: .inputIndex))
    for spelling in ["k", "l", "m", "r"] {
      names.declare(Name(spelling, .index, meaning: .summationIndex))
    }
    names.declare(Name("t", .index, meaning: .targetClass))
    return names
  }()

  /// The course's own names, with the meaning they have before a lesson defines its own.
  public static let course: Names = {
    var names = bare
    let given: [(String, NameKind, NameMeaning)] = [
      ("z", .vector(.classes), .scores), ("y", .distribution, .target),
      ("P", .distribution, .dataDistribution), ("T", .scalar, .temperature),
      ("n", .scalar, .classCount), ("N", .scalar, .exampleCount), ("B", .scalar, .exampleCount),
      ("g", .vector(.classes), .upstreamGradient), ("\\alpha", .scalar, .learningRate),
      ("\\theta", .matrix(rows: .features, columns: .classes), .parameters),
      ("X", .matrix(rows: .examples, columns: .features), .inputs),
      ("Z", .matrix(rows: .examples, columns: .classes), .probabilities),
      ("I_{y}", .matrix(rows: .examples, columns: .classes), .target),
    ]
    for (spelling, kind, meaning) in given {
      names.declare(Name(spelling, kind, meaning: meaning))
    }
    names.declare(Name("x", .vector(.features), meaning: .features, isVariable: true))
    names.declare("v", .vector(.classes))
    for (kind, meaning, definition) in definitions + asProgramsCallThem {
      if names[definition.name] == nil {
        names.declare(Name(definition.name, kind, meaning: meaning))
      }
      names.enter(definition)
    }
    return names
  }()

  /// What the course defines. Their left sides are taken apart here by hand: the first screen needs
  /// two of them, and reading them all takes longer than drawing it.
  private static let definitions: [(NameKind, NameMeaning, Definition)] = [
    (
      .distribution, .probabilities,
      Definition("p_i = \\frac{e^{z_i / T}}{\\sum_k e^{z_k / T}}", of: "p", indices: ["i"])
    ),
    (.distribution, .modelDistribution, Definition("q_i = p_i", of: "q", indices: ["i"])),
    (.distribution, .modelDistribution, Definition("Q_i = p_i", of: "Q", indices: ["i"])),
    (.scalar, .sumOfExponentials, Definition("S = \\sum_k e^{z_k}", of: "S")),
    (.scalar, .loss, Definition("L = -\\sum_k y_k \\log p_k", of: "L")),
    (
      .matrix(rows: .classes, columns: .classes), .jacobian,
      Definition(
        "J_{i,j} = \\frac{\\partial p_i}{\\partial z_j}", of: "J", indices: ["i", "j"])
    ),
    (.function, .information, Definition("I(x) = -\\log P(x)", of: "I", parameters: ["x"])),
    (
      .function, .entropy,
      Definition("H(P) = -\\sum_k P_k \\log P_k", of: "H", parameters: ["P"])
    ),
    (
      .function, .entropy,
      Definition("H(P, Q) = -\\sum_k P_k \\log Q_k", of: "H", parameters: ["P", "Q"])
    ),
    (
      .function, .divergence,
      Definition(
        "D_{KL}(P \\| Q) = \\sum_k P_k \\log \\frac{P_k}{Q_k}", of: "D_{KL}",
        parameters: ["P", "Q"])
    ),
    (
      .function, .softmax,
      Definition(
        "\\operatorname{softmax}(v)_i = \\frac{e^{v_i}}{\\sum_k e^{v_k}}", of: "softmax",
        indices: ["i"], parameters: ["v"])
    ),
    (
      .function, .sigmoid,
      Definition("\\sigma(x) = \\frac{1}{1 + e^{-x}}", of: "\\sigma", parameters: ["x"])
    ),
  ]

  /// What learners bring along from other books and from code.
  private static let asProgramsCallThem: [(NameKind, NameMeaning, Definition)] = [
    (
      .function, .logSumExp,
      Definition(
        "\\operatorname{logsumexp}(v) = \\log \\sum_k e^{v_k}", of: "logsumexp",
        parameters: ["v"])
    ),
    (
      .function, .sigmoid,
      Definition(
        "\\operatorname{sigmoid}(x) = \\frac{1}{1 + e^{-x}}", of: "sigmoid", parameters: ["x"])
    ),
    (
      .function, .hyperbolicTangent,
      Definition(
        "\\tanh(x) = \\frac{e^x - e^{-x}}{e^x + e^{-x}}", of: "tanh", parameters: ["x"])
    ),
    (
      .function, .divergence,
      Definition(
        "\\operatorname{KL}(P \\| Q) = \\sum_k P_k \\log \\frac{P_k}{Q_k}", of: "KL",
        parameters: ["P", "Q"])
    ),
    (
      .function, .crossEntropy,
      Definition(
        "\\operatorname{CE}(P, Q) = -\\sum_k P_k \\log Q_k", of: "CE", parameters: ["P", "Q"])
    ),
  ]
}
