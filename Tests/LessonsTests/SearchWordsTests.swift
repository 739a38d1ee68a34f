import Testing

@testable import Lessons

/// What people ask about softmax and cross entropy, in the words that they use.
@Suite("found by the words people use")
struct SearchWordsTests {
  static let questions: [(question: String, words: [String], lesson: String)] = [
    (
      "Why does the softmax derivative have two cases?",
      ["derivative", "i = j", "Kronecker", "two cases"], "jacobian"
    ),
    (
      "Why is it wrong to backpropagate with the diagonal only?",
      ["backpropagation", "diagonal", "Jacobian"], "jacobian"
    ),
    ("How does the loss answer to a score?", ["gradient", "chain rule"], "p-minus-y"),
    (
      "What are logits, and why is the loss computed from them in one function?",
      ["logits", "with_logits", "fused"], "p-minus-y"
    ),
    ("What are logits?", ["logits", "exponential", "normalise"], "softmax"),
    ("Minimise cross entropy or KL?", ["KL", "relative entropy"], "cross-entropy"),
    ("What is KL divergence?", ["KL", "relative entropy", "Kullback"], "kl"),
    (
      "Are cross entropy, negative log-likelihood and KL the same loss?",
      ["NLL", "negative log-likelihood", "maximum likelihood"], "cross-entropy"
    ),
    ("Which base has the log?", ["log base 2", "nats", "bits", "which base"], "information"),
    (
      "With soft labels the loss does not reach 0. Is that a bug?",
      ["label smoothing", "soft targets", "soft labels", "minimum"], "cross-entropy"
    ),
    (
      "Two classes: sigmoid with binary cross entropy, or softmax?",
      ["BCE", "binary", "categorical", "sigmoid"], "softmax"
    ),
    (
      "What is temperature for?", ["temperature", "distillation", "sampling", "calibration"],
      "softmax"
    ),
    (
      "My model ends with softmax and the loss applies it again. What happens?",
      ["double softmax", "CrossEntropyLoss"], "p-minus-y"
    ),
    (
      "log(0): shall I add an epsilon?", ["log(0)", "epsilon", "log zero", "NaN", "clip"],
      "information"
    ),
    (
      "The gradient looks like that of squared error. Why cross entropy then?",
      ["MSE", "squared error", "vanishing gradient", "saturation"], "p-minus-y"
    ),
    (
      "Divide the gradient by the batch size, or not?",
      ["batch", "mean loss", "learning rate", "gradient descent"], "p-minus-y"
    ),
    (
      "My loss starts at 2.303. Is something broken?",
      ["initial loss", "log n", "random guess"], "cross-entropy"
    ),
    (
      "exp overflows: NaN or inf from softmax",
      ["overflow", "NaN", "inf", "subtract max", "stable"],
      "softmax"
    ),
    ("The loss from the logits, stably", ["log-sum-exp", "log-softmax"], "p-minus-y"),
    ("Is the Jacobian invertible?", ["rank", "singular", "symmetric", "invertible"], "jacobian"),
    (
      "Forward or reverse KL?",
      ["forward KL", "reverse KL", "mode seeking", "mean seeking", "covering"], "kl"
    ),
    ("What is one-hot?", ["one-hot", "argmax"], "softmax"),
    ("Is my gradient right?", ["gradient check", "numerical gradient"], "p-minus-y"),
  ]

  @Test("a question's lesson is found by each of its words", arguments: questions.indices)
  func found(number: Int) throws {
    let (question, words, slug) = Self.questions[number]
    let course = ShippedCourse.english
    let lesson = try #require(course.index(ofSlug: slug), "\(question)")
    for word in words {
      let hits = course.search(word)
      #expect(hits.contains { $0.lesson == lesson }, "\(question): “\(word)” does not find \(slug)")
      #expect(course.search(word.uppercased()) == hits)
    }
  }

  @Test("no other word finds everything")
  func strangers() {
    for word in ["transformer", "convolution", "xyzzy"] {
      #expect(ShippedCourse.english.search(word).isEmpty, "\(word)")
    }
  }

  @Test("a step's keywords lead to the step, and before text that has the words")
  func order() throws {
    let course = Course(
      files: [
        (
          "01-a.md",
          Draft.lesson(
            "## One\n<!-- id: one -->\n\nA logit.\n\n## Two\n"
              + "<!-- id: two  keywords: logits, raw scores -->\n\nText.\n",
            matter: "part: First\nkeywords: [gradient, 'i = j']\n")
        )
      ], language: "en")
    #expect(course.diagnostics.isEmpty, "\(course.diagnostics)")
    #expect(course.search("raw scores").map(\.step) == [1])
    #expect(course.search("logit").map(\.step) == [1, 0])
    #expect(course.search("I = J").map(\.kind) == [.title])
    #expect(course.lessons[0].part == "First")
    #expect(course.lessons[0].steps[1].keywords == ["logits", "raw scores"])
  }

  @Test("each lesson stands in a part of the course, and parts do not mix")
  func parts() {
    let parts = ShippedCourse.english.lessons.map { $0.part ?? "" }
    let runs = parts.enumerated().filter { $0.offset == 0 || parts[$0.offset - 1] != $0.element }
    #expect(runs.map(\.element) == ["Probabilities", "Information", "Derivatives"])
  }
}
