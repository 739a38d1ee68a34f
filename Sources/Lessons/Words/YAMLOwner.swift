/// What a YAML mapping of a lesson belongs to.
enum YAMLOwner: Hashable, Sendable {
  case frontMatter, example, live, mistake
  case exercise(Exercise.Kind)
}

/// What the value of a key must be.
enum YAMLExpectation: Hashable, Sendable {
  case lineOfText, slugs, texts, words, formulas, trueOrFalse, unit
  case wholeNumber(most: Int)
}
