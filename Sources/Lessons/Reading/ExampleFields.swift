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
        "example must be a mapping, as in { logits: [2, 1, 0], target: [1, 0, 0] }",
        at: node.place)
      return nil
    }
    yaml.allow(owner.keys.map(\.rawValue), in: "example")
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
      yaml.report(refusal.reason, at: field.value.place)
    }
    let units = "nats, bits or hartleys"
    if let unit = yaml.choice(
      Key.unit.rawValue, expecting: units, InformationUnit.init(rawValue:))
    {
      example.unit = unit
    }
    let digits = "a whole number from 0 to \(Example.decimalCounts.upperBound)"
    if let decimals = yaml.choice(Key.decimals.rawValue, expecting: digits, { Int($0) }),
      let field = yaml.field(Key.decimals.rawValue),
      case .failure = example.setDecimals(decimals)
    {
      yaml.report("decimals must be \(digits)", at: field.value.place)
    }
  }

  private static func number(_ node: YAMLNode, _ yaml: inout YAMLMapping) -> Double? {
    guard let text = node.text else {
      yaml.report("this must be a number", at: node.place)
      return nil
    }
    switch NumberEntry.parse(text.string, allowsInfinity: true) {
    case .success(let value): return value
    case .failure(let refusal):
      yaml.report(refusal.reason, at: node.place)
      return nil
    }
  }

  private static func numbers(_ key: Key, _ yaml: inout YAMLMapping) -> [Double]? {
    guard let field = yaml.field(key.rawValue) else { return nil }
    guard case .sequence(let items) = field.value.content else {
      yaml.report(
        "\(key.rawValue) must be a list of numbers, as in [2, 1, 0]",
        at: field.value.place)
      return nil
    }
    let counts = Example.classCounts
    guard items.count <= counts.upperBound else {
      yaml.report(
        "\(key.rawValue) must be \(counts.lowerBound) to \(counts.upperBound) numbers",
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
    var refusal: String?
    if !counts.contains(logits.count) {
      refusal = "logits must be \(counts.lowerBound) to \(counts.upperBound) numbers"
    } else if logits.contains(.infinity) {
      refusal = EditRefusal.infiniteLogit.reason
    } else if !logits.contains(where: \.isFinite) {
      refusal = EditRefusal.everythingMasked.reason
    }
    guard let refusal else { return logits }
    yaml.report(refusal, at: field.value.place)
    return nil
  }

  /// p in the place of softmax(z).
  private static func probabilities(_ yaml: inout YAMLMapping) -> [Double]? {
    guard let field = yaml.field(Key.probabilities.rawValue) else { return nil }
    if let logits = yaml.field(Key.logits.rawValue) {
      yaml.report("give logits or probabilities, not both", at: logits.place)
    }
    guard let values = numbers(.probabilities, &yaml) else { return nil }
    let counts = Example.classCounts
    guard counts.contains(values.count) else {
      yaml.report(
        "probabilities must be \(counts.lowerBound) to \(counts.upperBound) numbers",
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
        "\(key.rawValue) has \(values.count) entries for \(count) logits",
        at: field.value.place)
      return nil
    }
    do { return try Distribution(values).probabilities } catch {
      yaml.report(String(error.description.dropLast()), at: field.value.place)
      return nil
    }
  }
}
