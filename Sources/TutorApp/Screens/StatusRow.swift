import Lessons
import TextGrid

extension Model {
  /// What stands in the status row, most telling first; what does not fit is left out from the
  /// right, whole parts at a time.
  func statusText(width: Int) -> String {
    let parts = statusParts
    var text = " " + (parts.first ?? "")
    for part in parts.dropFirst() {
      let longer = text + separator + part
      if cellWidth(of: longer) + 1 <= width { text = longer }
    }
    return text
  }

  private var separator: String { tier == .ascii ? " | " : " · " }

  private var statusParts: [String] {
    let where_ =
      words(.statusLesson, String(place.lesson + 1), String(course.lessons.count)) + separator
      + words(.statusStep, String(place.step + 1), String(lesson.steps.count))
    let scores =
      example.givenProbabilities.map { "p = [" + list($0) + "] " + words(.statusGivenShort) }
      ?? "z = [" + list(example.logits) + "]"
    return [where_, savingWord, scores, targetText, words.name(of: example.unit), temperatureText]
      .compactMap { $0 }
  }

  private func list(_ values: [Double]) -> String {
    values.map { compact($0) }.joined(separator: ", ")
  }

  /// The number as briefly as it can be written at the chosen decimals: `2`, `0.25`.
  private func compact(_ value: Double) -> String {
    let text = formatted(value, decimals: example.decimals, tier: tier)
    guard text.contains("."), !text.contains("e") else { return text }
    var kept = Substring(text)
    while kept.hasSuffix("0") { kept.removeLast() }
    if kept.hasSuffix(".") { kept.removeLast() }
    return String(kept)
  }

  private var targetText: String {
    let values = stepUsesReference ? example.reference : example.target
    let name = stepUsesReference ? "P" : "y"
    guard let hot = values.firstIndex(of: 1), values.allSatisfy({ $0 == 0 || $0 == 1 }) else {
      return "\(name) = [" + list(values) + "]"
    }
    return "\(name) = " + words(.statusClass, String(hot + 1))
  }

  private var temperatureText: String? {
    example.temperature == 1 ? nil : "T = " + compact(example.temperature)
  }

  private var savingWord: String {
    switch saving {
    case .saved: return words(.statusSaved)
    case .pending: return words(.statusPending)
    case .off: return words(.statusOff)
    case .failed: return words(.statusFailed)
    }
  }
}
