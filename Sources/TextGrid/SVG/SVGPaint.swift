/// A colour of the screen as SVG writes it.
public struct RGB: Hashable, Sendable, CustomStringConvertible {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// `#d0d0d0`.
  public var description: String {
    "#"
      + [red, green, blue].map { channel in
        let digits = String(channel, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}

/// What a run of cells is painted with.
public struct SVGPaint: Hashable, Sendable {
  public var ink: RGB
  /// nil where the page shows.
  public var ground: RGB?
  public var emphasis: Emphasis

  public init(ink: RGB, ground: RGB? = nil, emphasis: Emphasis = []) {
    (self.ink, self.ground, self.emphasis) = (ink, ground, emphasis)
  }
}

/// The colours of a picture of a screen: those of its page, and what each style is painted with.
public protocol SVGColours {
  var page: RGB { get }
  var ink: RGB { get }
  func paint(_ style: Style) -> SVGPaint
}
