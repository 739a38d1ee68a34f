import Lessons
import TextGrid

/// What the whole width of a bar stands for.
///
/// It is fixed by the quantity, or it is one of 1, 2, 5, 10, 20 …: a scale that followed the
/// largest value shown would draw a loss of 5 and a loss of 1 alike.
struct BarScale: Hashable, Sendable {
  /// The value of a full bar, > 0.
  let top: Double
  /// Bars to both sides of an axis, from −top to top.
  let isSigned: Bool

  init(top: Double, isSigned: Bool = false) {
    self.top = top > 0 ? min(top, .greatestFiniteMagnitude) : 1
    self.isSigned = isSigned
  }

  static let probability = BarScale(top: 1)

  /// The first of 1, 2, 5, 10 … that covers all values, and is not below `least`.
  ///
  /// - Parameter least: itself such a step; it keeps small values small. What is not finite has a
  ///   full bar on any scale, and asks for none.
  static func steps(covering values: [Double], least: Double, isSigned: Bool = false) -> BarScale {
    let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    var step = Step(least)
    while step.value < largest { step.grow() }
    return BarScale(top: step.value, isSigned: isSigned)
  }

  /// 1, 2 or 5 times a power of ten: what products of these would miss by a rounding.
  private struct Step {
    private var digit = 1
    private var exponent = 0

    init(_ value: Double) {
      while self.value > value { exponent -= 1 }
      while self.value < value { grow() }
    }

    var value: Double { Double("\(digit)e\(exponent)") ?? .greatestFiniteMagnitude }

    mutating func grow() {
      (digit, exponent) =
        digit == 1 ? (2, exponent) : digit == 2 ? (5, exponent) : (1, exponent + 1)
    }
  }

  /// −1 … 1; ±∞ is a full bar, and what has no value has none.
  func share(of value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    return min(max(value / top, isSigned ? -1 : 0), 1)
  }
}

/// One bar: its value, and where it ended before the last change.
struct BarValue: Hashable, Sendable {
  var value: Double
  var before: Double?

  init(_ value: Double, before: Double? = nil) {
    self.value = value
    // What did not move leaves no mark.
    self.before = before == value ? nil : before
  }

  /// Values beside those before, if there are as many.
  static func list(_ values: [Double], before: [Double]?) -> [BarValue] {
    guard let before, before.count == values.count else { return values.map { BarValue($0) } }
    return zip(values, before).map { BarValue($0, before: $1) }
  }
}

extension PanelLook {
  /// What a scale stands for, in words: "bar: 0 to 2".
  func text(of scale: BarScale) -> String {
    scale.isSigned
      ? text(.panelScaleSigned, shortest(scale.top)) : text(.panelScale, shortest(scale.top))
  }
}
