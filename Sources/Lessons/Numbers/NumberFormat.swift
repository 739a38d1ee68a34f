public import Meaning
public import TextGrid

/// A number as text: `0.6652`, `−1.0000`, `1.2e−08`, `1.9701e+434`, `∞`, `undefined` for NaN; in
/// ASCII `-` and `inf`. −0 is 0.
///
/// Its digits are ``ShownNumber``'s, as in a formula.
///
/// - Parameter plusSign: a `+` before what is greater than 0.
public func formatted(
  _ value: WideNumber, decimals: Int, tier: GlyphTier = .unicode, plusSign: Bool = false
) -> String {
  let number = ShownNumber(value, decimals: decimals)
  return (plusSign && number.sign == .plus ? "+" : "") + text(of: number, tier)
}

public func formatted(
  _ value: Double, decimals: Int, tier: GlyphTier = .unicode, plusSign: Bool = false
) -> String {
  formatted(WideNumber(value), decimals: decimals, tier: tier, plusSign: plusSign)
}

/// A number by exponent: `1.2e−08`.
public func scientific(
  _ value: Double, decimals: Int = 1, tier: GlyphTier = .unicode
) -> String {
  text(of: ShownNumber(byExponent: value, decimals: decimals), tier)
}

/// exp x, computed once and written as often as it is shown.
public struct Exponential: Hashable, Sendable {
  public let exponent: Double
  let power: WideNumber

  public init(of exponent: Double) {
    self.exponent = exponent
    power = WideNumber.exp(WideNumber(exponent))
  }
}

/// exp x, also where a Double would overflow: `1.9701e+434`; where even the decimal exponent has no
/// digit left that says anything, the power stands for itself: `e^1.0e+308`.
public func formatted(
  _ exponential: Exponential, decimals: Int, tier: GlyphTier = .unicode
) -> String {
  guard exponential.exponent.isFinite, !exponential.power.isFinite else {
    return formatted(exponential.power, decimals: decimals, tier: tier)
  }
  return "e^" + scientific(exponential.exponent, tier: tier)
}

/// `2`, `0.25`: as many digits as it takes to read the same number back, and none for the point of
/// a whole one. It is what a person typed, or what a flag of the command line is to say.
public func shortest(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

private func text(of number: ShownNumber, _ tier: GlyphTier) -> String {
  let minus = tier == .ascii ? "-" : "−"
  let size: String
  switch number.size {
  case .undefined: return "undefined"
  case .infinite: size = tier == .ascii ? "inf" : "∞"
  case .plain(let digits): size = digits
  case .power(let digits, let exponent):
    let places = String(exponent.magnitude)
    size =
      digits + "e" + (exponent < 0 ? minus : "+") + (places.count < 2 ? "0" + places : places)
  }
  return (number.sign == .minus ? minus : "") + size
}
