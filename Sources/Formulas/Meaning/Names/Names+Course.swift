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
    let defined: [(String, NameKind, NameMeaning, String)] = [
      ("p", .distribution, .probabilities, "p_i = \\frac{e^{z_i / T}}{\\sum_k e^{z_k / T}}"),
      ("q", .distribution, .modelDistribution, "q_i = p_i"),
      ("Q", .distribution, .modelDistribution, "Q_i = p_i"),
      ("S", .scalar, .sumOfExponentials, "S = \\sum_k e^{z_k}"),
      ("L", .scalar, .loss, "L = -\\sum_k y_k \\log p_k"),
      (
        "J", .matrix(rows: .classes, columns: .classes), .jacobian,
        "J_{i,j} = \\frac{\\partial p_i}{\\partial z_j}"
      ),
      ("I", .function, .information, "I(x) = -\\log P(x)"),
      ("H", .function, .entropy, "H(P) = -\\sum_k P_k \\log P_k"),
      ("H", .function, .entropy, "H(P, Q) = -\\sum_k P_k \\log Q_k"),
      ("D_{KL}", .function, .divergence, "D_{KL}(P \\| Q) = \\sum_k P_k \\log \\frac{P_k}{Q_k}"),
      (
        "softmax", .function, .softmax,
        "\\operatorname{softmax}(v)_i = \\frac{e^{v_i}}{\\sum_k e^{v_k}}"
      ),
      ("\\sigma", .function, .sigmoid, "\\sigma(x) = \\frac{1}{1 + e^{-x}}"),
    ]
    names.declare("v", .vector(.classes))
    for (spelling, kind, meaning, latex) in defined {
      if names[spelling] == nil { names.declare(Name(spelling, kind, meaning: meaning)) }
      names.define(latex)
    }
    return names
  }()
}
