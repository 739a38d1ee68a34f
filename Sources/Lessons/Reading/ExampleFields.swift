import SoftmaxCore

/// The `example:` of a front matter or of a panel, read and checked.
struct ExampleFields {
  enum Key: String, CaseIterable {
    case logits, probabilities, target, reference, temperature, unit, decimals
  }

  /// Whose numbers they are.
  enum Owner {
    case lesson
    /// A panel may have probabilities that come from no scores; its unit and decimals are the
    /// learner's.
    case panel

    var keys: [Key] {
      switch self {
      case .lesson: [.logits, .target, .reference, .temperature, .unit, .decimals]
      case .panel: [.logits, .probabilities, .target, .reference, .temperature]
      }
    }
  }

  private(set) var example: Example

  /// nil if the value is no mapping; a field that is wrong is reported and left at its default.
  init?(_ node: YAMLNode, of owner: Owner = .lesson, in parent: inout YAMLMapping) {
    guard var yaml = YAMLMapping(node, in: parent) else {
      parent.report(
        .exampleForm,
        at: node.place)
      return nil
    }
    yaml.allow(owner.keys.map(\.rawValue), in: .example)
    let given = owner == .panel ? Self.probabilities(&yaml) : nil
    example = Example(
      logits: given.map { $0.map { _ in 0 } } ?? Self.logits(&yaml) ?? Example().logits)
    example.givenProbabilities = given
    let count = example.classCount
    example.target = Self.distribution(.target, count, &yaml) ?? Example.oneHot(0, of: count)
    example.reference =
      Self.distribution(.reference, count, &yaml) ?? Example.descendingWeights(count)
    readScalars(&yaml)
    parent.diagnostics += yaml.diagnostics
  }

  private mutating func readScalars(_ yaml: inout YAMLMapping) {
    if let field = yaml.field(Key.temperature.rawValue),
      let value = Self.number(field.value, &yaml),
      case .failure(let refusal) = example.setTemperature(value)
    {
      yaml.report(.refusedEdit(refusal), at: field.value.place)
    }
    if let unit = yaml.choice(
      Key.unit.rawValue, expecting: .unit, InformationUnit.init(rawValue:))
    {
      example.unit = unit
    }
    let digits = YAMLExpectation.wholeNumber(most: Example.decimalCounts.upperBound)
    if let decimals = yaml.choice(Key.decimals.rawValue, expecting: digits, { Int($0) }),
      let field = yaml.field(Key.decimals.rawValue),
      case .failure = example.setDecimals(decimals)
    {
      yaml.report(.mustBe(Key.decimals.rawValue, digits), at: field.value.place)
    }
  }

  private static func number(_ node: YAMLNode, _ yaml: inout YAMLMapping) -> Double? {
    guard let text = node.text else {
      yaml.report(.notANumber, at: node.place)
      return nil
    }
    switch NumberEntry.parse(text.string, allowsInfinity: true) {
    case .success(let value): return value
    case .failure(let refusal):
      yaml.report(.refusedNumber(refusal), at: node.place)
      return nil
    }
  }

  private static func numbers(_ key: Key, _ yaml: inout YAMLMapping) -> [Double]? {
    guard let field = yaml.field(key.rawValue) else { return nil }
    guard case .sequence(let items) = field.value.content else {
      yaml.report(
        .listOfNumbers(key.rawValue),
        at: field.value.place)
      return nil
    }
    let counts = Example.classCounts
    guard items.count <= counts.upperBound else {
      yaml.report(
        .countOfNumbers(key.rawValue, least: counts.lowerBound, most: counts.upperBound),
        at: field.value.place)
      return nil
    }
    let numbers = items.compactMap { number($0, &yaml) }
    return numbers.count == items.count ? numbers : nil
  }

  private static func logits(_ yaml: inout YAMLMapping) -> [Double]? {
    guard let logits = numbers(.logits, &yaml), let field = yaml.field(Key.logits.rawValue) else {
      return nil
    }
    let counts = Example.classCounts
    var refusal: FieldProblem?
    if !counts.contains(logits.count) {
      refusal = .countOfNumbers(
        Key.logits.rawValue, least: counts.lowerBound, most: counts.upperBound)
    } else if logits.contains(.infinity) {
      refusal = .refusedEdit(.infiniteLogit)
    } else if !logits.contains(where: \.isFinite) {
      refusal = .refusedEdit(.everythingMasked)
    }
    guard let refusal else { return logits }
    yaml.report(refusal, at: field.value.place)
    return nil
  }

  /// p in the place of softmax(z).
  private static func probabilities(_ yaml: inout YAMLMapping) -> [Double]? {
    guard let field = yaml.field(Key.probabilities.rawValue) else { return nil }
    if let logits = yaml.field(Key.logits.rawValue) {
      yaml.report(.logitsOrProbabilities, at: logits.place)
    }
    guard let values = numbers(.probabilities, &yaml) else { return nil }
    let counts = Example.classCounts
    guard counts.contains(values.count) else {
      yaml.report(
        .countOfNumbers(
          Key.probabilities.rawValue, least: counts.lowerBound, most: counts.upperBound),
        at: field.value.place)
      return nil
    }
    return distribution(.probabilities, values.count, &yaml)
  }

  private static func distribution(
    _ key: Key, _ count: Int, _ yaml: inout YAMLMapping
  ) -> [Double]? {
    guard let values = numbers(key, &yaml), let field = yaml.field(key.rawValue) else { return nil }
    guard values.count == count else {
      yaml.report(
        .otherCount(key.rawValue, count: values.count, logits: count),
        at: field.value.place)
      return nil
    }
    do { return try Distribution(values).probabilities } catch {
      yaml.report(.noDistribution(String(error.description.dropLast())), at: field.value.place)
      return nil
    }
  }
}
