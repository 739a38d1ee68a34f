import Lessons
import Meaning
import SoftmaxCore
import TextGrid

/// Why a line that is right does not hold for these numbers, in words.
struct LimitText: Sendable {
  var example: Example
  /// `i = j`, as the step's condition reads.
  var condition: String
  var words: Words
  var tier: GlyphTier

  func text(of limit: LineVerdict.Limit, in line: LineVerdict) -> String {
    switch limit {
    case .condition:
      return words(.limitCondition, condition, String(example.i + 1), String(example.j + 1))
    case .nats:
      guard let factor = unitFactor(of: line) else {
        return words(.limitNats, words.name(of: example.unit))
      }
      return words(.limitNatsFactor, words.name(of: example.unit), factor)
    case .oneHotTarget: return words(.limitOneHot)
    case .zeroTemperature: return words(.limitZeroTemperature)
    case .temperatureOne: return words(.limitTemperature, number(example.temperature))
    case .natsAndTemperatureOne: return words(.limitNatsAndTemperature)
    case .givenProbabilities: return words(.limitGiven)
    case .notFinite: return words(.limitNotFinite)
    case .precisionLost: return words(.limitPrecisionLost)
    case .equalHere: return words(.limitEqualHere)
    }
  }

  /// `1/ln 2 = 1.4427`, if that is by what the sides differ.
  private func unitFactor(of line: LineVerdict) -> String? {
    let scale = 1 / example.unit.naturalLogOfBase
    // Far above the rounding of what a lesson computes, far below what another factor would leave.
    let slack = 1e-9 * scale
    guard let left = line.left?.double, let right = line.right?.double, right != 0,
      abs(left / right - scale) <= slack || abs(right / left - scale) <= slack
    else { return nil }
    let base = example.unit == .bits ? "2" : "10"
    return "1/ln \(base) = " + number(scale)
  }

  private func number(_ value: Double) -> String {
    formatted(value, decimals: example.decimals, tier: tier)
  }
}
