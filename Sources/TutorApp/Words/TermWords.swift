extension Words {
  /// What a term of a formula is, in words; the keys are the raw values of `TermKind` and
  /// `NameMeaning`.
  func term(_ key: String) -> String { termTexts[key] ?? key }

  static let englishTerms: [String: String] = [
    "number": "a number", "infinity": "infinity", "name": "a name", "entry": "one entry",
    "index": "an index", "argument": "an argument", "function": "a function’s value",
    "terms": "a sum of terms", "product": "a product", "fraction": "a fraction",
    "power": "a power", "exponential": "an exponential", "logarithm": "a logarithm",
    "sum": "a sum over an index", "repeatedProduct": "a product over an index",
    "maximum": "the largest", "minimum": "the smallest", "expectation": "an expected value",
    "derivative": "a derivative", "transpose": "a transpose",
    "indicator": "1 where true, 0 where not", "condition": "a condition",
    "cases": "one of several cases", "matrix": "a matrix", "row": "one example’s row",
    "root": "a root", "absoluteValue": "an absolute value", "norm": "a norm",
    "diagonal": "a diagonal matrix", "oneHot": "a one-hot vector", "trace": "a trace",
    "scores": "the score", "probabilities": "the probability", "target": "the target",
    "targetClass": "the target class", "sumOfExponentials": "the sum of exponentials",
    "loss": "the loss", "dataDistribution": "the data’s distribution",
    "modelDistribution": "the model’s distribution", "information": "information, surprise",
    "entropy": "entropy", "crossEntropy": "cross entropy", "divergence": "KL divergence",
    "temperature": "the temperature", "classCount": "the number of classes",
    "exampleCount": "the number of examples", "jacobian": "the Jacobian", "softmax": "softmax",
    "logSumExp": "log-sum-exp", "hyperbolicTangent": "the hyperbolic tangent",
    "sigmoid": "the sigmoid", "features": "the features",
    "parameters": "the parameters", "inputs": "the inputs", "learningRate": "the learning rate",
    "upstreamGradient": "the upstream gradient", "eulersNumber": "Euler’s number",
    "outputIndex": "the chosen output", "inputIndex": "the chosen score",
    "summationIndex": "the index of the sum",
    "lessonsOwn": "this lesson’s own name",
  ]
}
