import Lessons
import TextGrid

extension Model {
  /// The example with P as this step means it: in the one-hot case P is the target y.
  var effectiveExample: Example {
    var effective = example
    if !stepUsesReference { effective.reference = example.target }
    return effective
  }

  /// What SoftmaxCore says of the example.
  var quantities: Quantities { Quantities(effectiveExample) }

  struct SearchHit: Hashable {
    var place: Place
    var text: String
  }

  func searchHits(_ search: Search) -> [SearchHit] {
    course.search(search.line.text).map {
      SearchHit(place: Place(lesson: $0.lesson, step: $0.step), text: $0.text)
    }
  }

  /// Text in lines of at most `width` cells.
  func wrapped(_ text: String, width: Int) -> [String] {
    wrap([StyledRun(text)], width: max(1, width)).map { $0.map(\.text).joined() }
  }
}
