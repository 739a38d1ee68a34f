import Notation
import TextGrid
import Typesetting

// Layout
extension LessonChecker {
  /// Draws a formula as the tutor would, and says if it sticks out.
  mutating func layOut(_ site: FormulaSite) {
    // Where a number stands in the text, its formula is never drawn.
    guard site.use != .value, site.use != .answer else { return }
    for tier in settings.tiers {
      for width in settings.widths.sorted() {
        let options = TypesettingOptions(tier: tier, width: width)
        let isDisplay = site.use == .display || site.use == .notation
        let picture =
          isDisplay ? site.formula.picture(options) : site.formula.inlinePicture(options)
        guard picture.width > width else { continue }
        report(
          .tooWide(
            columns: picture.width, width: width, isASCII: tier == .ascii, isDisplay: isDisplay),
          of: site, severity: .lint)
        return
      }
    }
  }
}
