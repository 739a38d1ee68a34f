import Lessons
import TextGrid

/// Where a step does not compute with the learner's own numbers, in words.
struct RemarkText: Sendable {
  var words: Words
  var tier: GlyphTier
  var decimals: Int

  func text(of remark: Remark) -> String {
    switch remark {
    case .unit(let told, let own): words(.remarkUnit, words.name(of: told), words.name(of: own))
    case .temperature(let told, let own): words(.remarkTemperature, number(told), number(own))
    case .classes(let told, let own): words(.remarkClasses, String(told), String(own))
    case .finiteScores(let told): words(.remarkFiniteScores, list(told))
    case .nearerScores(let told): words(.remarkNearerScores, list(told))
    case .oneHotTarget(let index): words(.remarkOneHotTarget, String(index + 1))
    case .positiveReference(let told): words(.remarkPositiveReference, list(told))
    case .softmaxProbabilities: words(.remarkSoftmaxProbabilities)
    }
  }

  private func list(_ values: [Double]) -> String {
    "[" + values.map(number).joined(separator: ", ") + "]"
  }

  /// As it was typed, if that is short; else with the digits that are chosen.
  private func number(_ value: Double) -> String {
    let typed = shortest(value)
    let isShort = value.isFinite && typed.count <= 8 && !typed.contains("e")
    guard isShort else { return formatted(value, decimals: decimals, tier: tier) }
    return tier == .ascii ? typed : typed.map { $0 == "-" ? "−" : String($0) }.joined()
  }
}
