import Lessons
import Notation
import Testing
import TextGrid
import Typesetting

@Suite("the shipped course, laid out")
struct LayoutTests {
  @Test(
    "every display formula fits 60 and 80 columns, in both tiers", arguments: [60, 80],
    GlyphTier.allCases)
  func displays(width: Int, tier: GlyphTier) {
    let options = TypesettingOptions(tier: tier, width: width)
    for lesson in ShippedCourse.english.lessons {
      for case .formula(let display) in lesson.steps.flatMap(\.blocks) {
        let picture = display.formula.picture(options)
        #expect(
          picture.width <= width, "\(lesson.file):\(display.line), \(picture.width) columns")
        #expect(picture.rows.allSatisfy { $0.count == picture.width })
      }
    }
  }

  @Test("every formula in the text takes one row", arguments: GlyphTier.allCases)
  func inline(tier: GlyphTier) {
    let options = TypesettingOptions(tier: tier)
    for lesson in ShippedCourse.english.lessons {
      for formula in lesson.steps.flatMap(\.formulas) {
        let picture = formula.inlinePicture(options)
        #expect(picture.height == 1 && picture.width > 0, "\(lesson.file): \(formula.source)")
      }
    }
  }
}
