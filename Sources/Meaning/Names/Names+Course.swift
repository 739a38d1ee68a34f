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
    for (kind, meaning, definition) in definitions {
      names.declare(Name(definition.name, kind, meaning: meaning))
      names.enter(definition)
    }
    for function in Function.table {
      guard case .defined(let definitions, let meaning) = function.rule else { continue }
      names.declare(Name(function.name, .function, meaning: meaning))
      for definition in definitions { names.enter(definition) }
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
    (
      .distribution, .probabilities,
      Definition("\\hat{y}_i = p_i", of: "\\hat{y}", indices: ["i"])
    ),
    (.distribution, .modelDistribution, Definition("Q_i = p_i", of: "Q", indices: ["i"])),
    (.scalar, .sumOfExponentials, Definition("S = \\sum_k e^{z_k}", of: "S")),
    (.scalar, .loss, Definition("L = -\\sum_k y_k \\log p_k", of: "L")),
    (
      .matrix(rows: .classes, columns: .classes), .jacobian,
      Definition(
        "J_{i,j} = \\frac{\\partial p_i}{\\partial z_j}", of: "J", indices: ["i", "j"])
    ),
  ]
}
