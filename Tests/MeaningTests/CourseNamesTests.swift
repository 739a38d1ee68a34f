import Meaning
import Notation
import Testing

@Suite("The course's own names")
struct CourseNamesTests {
  private static let defined = Names.course.all.flatMap { name in
    name.definitions.values.map { (name.spelling, $0) }
  }

  @Test("a definition taken apart by hand is the one that its LaTeX reads as")
  func sameAsRead() {
    #expect(Self.defined.count > Set(Self.defined.map(\.0)).count, "H has two")
    for (spelling, definition) in Self.defined {
      var names = Names.course
      #expect(names.define(definition.formula.source) == [], "\(spelling)")
      #expect(names[spelling] == Names.course[spelling], "\(definition.formula.source)")
    }
  }
}
