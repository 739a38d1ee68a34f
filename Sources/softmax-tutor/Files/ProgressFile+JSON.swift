import Lessons
import SoftmaxCore
import TutorApp

// The progress file's text
extension ProgressFile {
  static func decode(_ bytes: [UInt8]) -> Content {
    guard let json = JSONReader.read(bytes), let version = json["version"]?.int else {
      return .unusable(.damaged)
    }
    guard version <= Progress.currentVersion else { return .unusable(.newer(version: version)) }
    guard let lesson = json["lesson"]?.text, let step = json["step"]?.text,
      let seen = json["seen"]?.members?.mapValues({ $0.items?.map(\.text) }),
      let example = json["example"].flatMap(Example.init(json:))
    else { return .unusable(.damaged) }
    var ids: [String: Set<String>] = [:]
    for (slug, steps) in seen {
      guard let steps, !steps.contains(nil) else { return .unusable(.damaged) }
      ids[slug] = Set(steps.compactMap { $0 })
    }
    var progress = Progress(lesson: lesson, step: step, seen: ids, example: example)
    // Older programs wrote neither.
    if let beat = json["beat"]?.int { progress.beat = max(0, beat) }
    if case .bool(let whole)? = json["wholeSteps"] { progress.readsWholeSteps = whole }
    return .progress(progress)
  }

  static func encode(_ progress: Progress) -> [UInt8] {
    let json = JSON.object([
      "version": JSON(Progress.currentVersion),
      "lesson": .string(progress.lesson),
      "step": .string(progress.step),
      "beat": JSON(progress.beat),
      "wholeSteps": .bool(progress.readsWholeSteps),
      "seen": .object(progress.seen.mapValues { .array($0.sorted().map { .string($0) }) }),
      "example": progress.example.json,
    ])
    return Array(json.written.utf8)
  }
}

extension Example {
  fileprivate var json: JSON {
    func list(_ numbers: [Double]) -> JSON { .array(numbers.map { JSON($0) }) }
    var members: [String: JSON] = [
      "logits": list(logits), "target": list(target), "reference": list(reference),
      "temperature": JSON(temperature), "unit": .string(unit.rawValue),
      "decimals": JSON(decimals), "i": JSON(i), "j": JSON(j),
    ]
    if let givenProbabilities { members["givenProbabilities"] = list(givenProbabilities) }
    return .object(members)
  }

  /// nil if the numbers do not make an example: edited by hand, damaged.
  fileprivate init?(json: JSON) {
    func list(_ key: String) -> [Double]? {
      guard let numbers = json[key]?.items?.map(\.double), !numbers.contains(nil) else {
        return nil
      }
      return numbers.compactMap { $0 }
    }
    guard let logits = list("logits"), let target = list("target"),
      let reference = list("reference"), let temperature = json["temperature"]?.double,
      let unit = json["unit"]?.text.flatMap(InformationUnit.init(rawValue:)),
      let decimals = json["decimals"]?.int, let i = json["i"]?.int, let j = json["j"]?.int
    else { return nil }
    let given = list("givenProbabilities")
    // An older program may have written the key without numbers.
    if given == nil, json["givenProbabilities"] ?? .null != .null { return nil }
    self.init(
      logits: logits, target: target, reference: reference, temperature: temperature, unit: unit,
      decimals: decimals, i: i, j: j, givenProbabilities: given)
    guard isConsistent else { return nil }
  }

  private var isConsistent: Bool {
    let count = logits.count
    return Example.classCounts.contains(count) && target.count == count && reference.count == count
      && givenProbabilities.map { $0.count == count } ?? true
      && Example.decimalCounts.contains(decimals) && (0..<count).contains(i)
      && (0..<count).contains(j) && temperature >= 0
      && (target + reference).allSatisfy { (0...1).contains($0) }
      && logits.allSatisfy { $0 < .infinity }
  }
}
