public import Lessons
public import TextGrid

/// A lesson as plain lines: what `print` writes, and what is read without a terminal.
///
/// The numbers are the example's. Panels are their tables: no boxes, no plots.
public func plainLesson(
  _ lesson: Int, of course: Course, example: Example, tier: GlyphTier, width: Int
) -> [String] {
  let lessonText = course.lessons[lesson]
  let title = "\(lesson + 1)  \(lessonText.title)"
  var lines = [title, String(repeating: "=", count: cellWidth(of: title)), lessonText.summary]
  for step in lessonText.steps.indices {
    let place = Model.Place(lesson: lesson, step: step)
    lines += [""] + plainStep(place, of: course, example: example, tier: tier, width: width)
  }
  return tier == .ascii ? lines.map(asciiText) : lines
}

/// One step as plain lines, its title first.
public func plainStep(
  _ place: Model.Place, of course: Course, example: Example, tier: GlyphTier, width: Int
) -> [String] {
  let model = Model(
    course: course, size: Size(columns: width + 2, rows: 24), tier: tier, place: place,
    example: example, keepsProgress: false)
  var lines = model.lessonPage(width: width).lines
  if let title = lines.first {
    lines[0] = "\(place.lesson + 1).\(place.step + 1)  \(title)"
    lines.insert(String(repeating: "-", count: cellWidth(of: lines[0])), at: 1)
  }
  for panel in model.plainPanels(width: width) { lines += [""] + panel }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

extension Model {
  fileprivate func plainPanels(width: Int) -> [[String]] {
    let kinds = panelKinds
    let isBare =
      kinds.isEmpty && step.blocks.contains { if case .live = $0 { true } else { false } }
    if isBare { return [plainEditor(width: width)] }
    return kinds.map { kind in
      let context = plainContext(width: width)
      if case .requested(let request) = kind, request.kind == .curve {
        return context.units().lines
      }
      return context.canvas(of: kind).lines
    }
  }

  fileprivate func plainEditor(width: Int) -> [String] {
    EditorPanel(plainContext(width: width)).canvas().lines
  }

  private func plainContext(width: Int) -> PanelContext {
    PanelContext(
      example: example, quantities: quantities, words: words, tier: tier, width: width, rows: 40,
      focus: .lesson, typing: nil, matrices: formulaMatrices, usesReference: stepUsesReference,
      comparesDistributions: lesson.usesReference)
  }
}
