/// What the course gives a formula for: its own definitions, and what learners bring along.
extension Function {
  static let defined: [Function] = [
    Function(
      "I",
      .defined([Definition("I(x) = -\\log P(x)", of: "I", parameters: ["x"])], .information)),
    Function(
      "H", arguments: 1...2,
      .defined(
        [
          Definition("H(P) = -\\sum_k P_k \\log P_k", of: "H", parameters: ["P"]),
          Definition("H(P, Q) = -\\sum_k P_k \\log Q_k", of: "H", parameters: ["P", "Q"]),
        ], .entropy)),
    Function(
      "D_{KL}", arguments: 2...2,
      .defined(
        [
          Definition(
            "D_{KL}(P \\| Q) = \\sum_k P_k \\log \\frac{P_k}{Q_k}", of: "D_{KL}",
            parameters: ["P", "Q"])
        ], .divergence)),
    Function(
      "KL", spellings: ["kl", "kl_divergence", "kl_div", "D"],
      programs: ["scipy.special.rel_entr"], arguments: 2...2,
      .defined(
        [
          Definition(
            "\\operatorname{KL}(P \\| Q) = \\sum_k P_k \\log \\frac{P_k}{Q_k}", of: "KL",
            parameters: ["P", "Q"])
        ], .divergence)),
    Function(
      "CE", spellings: ["cross_entropy", "crossentropy", "xent"], arguments: 2...2,
      .defined(
        [
          Definition(
            "\\operatorname{CE}(P, Q) = -\\sum_k P_k \\log Q_k", of: "CE", parameters: ["P", "Q"])
        ], .crossEntropy)),
    Function(
      "entropy", programs: ["scipy.stats.entropy"],
      .defined(
        [
          Definition(
            "\\operatorname{entropy}(P) = -\\sum_k P_k \\log P_k", of: "entropy",
            parameters: ["P"])
        ], .entropy)),
    Function(
      "softmax", spellings: ["Softmax", "SoftMax"],
      programs: [
        "torch.softmax", "F.softmax", "scipy.special.softmax", "jax.nn.softmax", "tf.nn.softmax",
      ],
      .defined(
        [
          Definition(
            "\\operatorname{softmax}(v)_i = \\frac{e^{v_i}}{\\sum_k e^{v_k}}", of: "softmax",
            indices: ["i"], parameters: ["v"])
        ], .softmax)),
    Function(
      "log_softmax", spellings: ["logsoftmax", "LogSoftmax", "log softmax"],
      programs: [
        "torch.log_softmax", "F.log_softmax", "scipy.special.log_softmax", "jax.nn.log_softmax",
        "tf.nn.log_softmax",
      ],
      .defined(
        [
          Definition(
            "\\operatorname{log\\_softmax}(v)_i = \\log \\frac{e^{v_i}}{\\sum_k e^{v_k}}",
            of: "log_softmax", indices: ["i"], parameters: ["v"])
        ], .logSoftmax)),
    Function(
      "logsumexp", spellings: ["LSE", "lse", "LogSumExp", "log_sum_exp"],
      programs: [
        "torch.logsumexp", "scipy.special.logsumexp", "jax.nn.logsumexp",
        "jax.scipy.special.logsumexp", "tf.reduce_logsumexp",
      ],
      .defined(
        [
          Definition(
            "\\operatorname{logsumexp}(v) = \\log \\sum_k e^{v_k}", of: "logsumexp",
            parameters: ["v"])
        ], .logSumExp)),
  ]
}
