public import TextGrid

/// The colours that a screen has in a terminal of 256 colours, for pictures of it.
public struct ScreenColours: SVGColours, Sendable {
  private let theme: Theme

  public init(isLight: Bool) { theme = Theme(depth: .colors256, isLight: isLight) }

  public var page: RGB { Self.color(theme.isLight ? 231 : 233) }
  public var ink: RGB { Self.color(theme.isLight ? 234 : 252) }

  public func paint(_ style: Style) -> SVGPaint {
    let look = theme.look(of: style)
    return SVGPaint(
      ink: look.foreground < 0 ? ink : Self.color(look.foreground),
      ground: look.background < 0 ? nil : Self.color(look.background), emphasis: look.emphasis)
  }

  /// Of the 256 colours one of the cube (16 to 231) or the grey ramp (from 232), which xterm fixes;
  /// the palette has none of the 16 below, which are the user's.
  private static func color(_ number: Int) -> RGB {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    if number >= 232 {
      let grey = UInt8(8 + 10 * (min(number, 255) - 232))
      return RGB(red: grey, green: grey, blue: grey)
    }
    let cube = max(0, number - 16)
    return RGB(
      red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
  }
}
