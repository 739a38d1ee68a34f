import TextGrid

extension Theme {
  /// `--color` over `NO_COLOR` (set and not empty) over `TERM=dumb` over what terminfo says;
  /// `--theme` over `COLORFGBG` over dark.
  static func choose(
    options: TerminalOptions, colors: Int, environment: [String: String]
  ) -> Theme {
    let wantsColor: Bool
    switch options.color {
    case .always: wantsColor = true
    case .never: wantsColor = false
    case .auto:
      wantsColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
    let depth: Depth =
      !wantsColor || colors < 8 ? .monochrome : colors >= 256 ? .colors256 : .colors8
    return Theme(depth: depth, isLight: isLight(options.background, environment))
  }

  private static func isLight(
    _ background: TerminalOptions.Background, _ environment: [String: String]
  ) -> Bool {
    switch background {
    case .dark: return false
    case .light: return true
    case .auto:
      // `foreground;background`, the last number is the background's colour.
      guard let last = environment["COLORFGBG"]?.split(separator: ";").last,
        let color = Int(last)
      else { return false }
      return color == 7 || color >= 9
    }
  }
}
