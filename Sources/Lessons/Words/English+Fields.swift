extension FieldProblem {
  var english: String {
    switch self {
    case .notAMapping(let owner): "\(owner.english) is made of lines like “key: value”"
    case .unknownKey(let key, let of, let known):
      "\(of.english) has no key \(key); it knows \(known.joined(separator: ", "))"
    case .mustBe(let key, let expectation): "\(key) must be \(expectation.english)"
    case .needsKey(let key): "the front matter needs a \(key)"
    case .tooManyEntries(let key, let count, let most):
      "\(key) has \(count) entries; \(most) are read at most"

    case .exampleForm: "example must be a mapping, as in { logits: [2, 1, 0], target: [1, 0, 0] }"
    case .logitsOrProbabilities: "give logits or probabilities, not both"
    case .notANumber: "this must be a number"
    case .listOfNumbers(let key): "\(key) must be a list of numbers, as in [2, 1, 0]"
    case .countOfNumbers(let key, let least, let most): "\(key) must be \(least) to \(most) numbers"
    case .otherCount(let key, let count, let logits):
      "\(key) has \(count) entries for \(logits) logits"
    case .refusedNumber(let refusal): RefusalWords.english.insideSentence(refusal)
    case .refusedEdit(let refusal): RefusalWords.english.insideSentence(refusal)
    case .noDistribution(let reason): reason
    }
  }
}
