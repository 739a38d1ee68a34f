import Lessons
import TextGrid

extension MenuScreen {
  /// Lessons with their progress, then the actions; beside them, when there is room, what the
  /// chosen lesson is about.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let rows = rows(in: model)
    let hasCard = model.size.columns >= 76
    let listColumns = hasCard ? max(49, model.size.columns * 11 / 20) : model.size.columns
    let lines = lines(model, columns: listColumns - 2)
    let selected = lines.firstIndex { $0.row == rows[selection] } ?? 0
    // A list that is cut gives its last row to the cue.
    let room = lines.count > model.overlayRoom ? max(1, model.overlayRoom - 1) : model.overlayRoom
    let shown = window(around: selected, count: lines.count, room: room)
    if shown.upperBound < lines.count, model.overlayRoom > 1 {
      canvas.writeRight(
        model.plain(
          model.words.counted(lines.count - shown.upperBound, one: .oneMoreBelow, many: .moreBelow)),
        row: frame.title.rows + room, end: listColumns - 1, style: Style(.dim))
    }
    for (offset, index) in shown.enumerated() {
      draw(
        model, lines[index], isSelected: index == selected, row: frame.title.rows + offset,
        columns: listColumns, &canvas)
    }
    guard hasCard else { return }
    for row in 0..<model.overlayRoom {
      canvas.write(
        model.plain("│"), row: frame.title.rows + row, column: listColumns, style: Style(.frame))
    }
    if case .lesson(let index) = rows[selection] {
      drawCard(
        model, model.course.lessons[index],
        Region(
          row: frame.title.rows + 1, column: listColumns + 3,
          columns: model.size.columns - listColumns - 4, rows: model.overlayRoom - 1), &canvas)
    }
  }

  private struct MenuLine {
    var row: Row?
    var left: String
    var right: String
  }

  private func lines(_ model: Model, columns: Int) -> [MenuLine] {
    let (full, hollow) = model.tier == .ascii ? ("*", ".") : ("●", "○")
    var lines: [MenuLine] = []
    var part: String?
    for (index, lesson) in model.course.lessons.enumerated() {
      let own = lesson.part ?? model.words(.menuCourse)
      if own != part {
        lines.append(MenuLine(row: nil, left: own, right: ""))
        part = own
      }
      let seen = model.seen[lesson.slug] ?? []
      let dots = lesson.steps.map { seen.contains($0.id) ? full : hollow }.joined()
      let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
      lines.append(
        MenuLine(row: .lesson(index), left: "\(number)  \(lesson.title)", right: dots))
    }
    lines.append(MenuLine(row: nil, left: "", right: ""))
    lines.append(MenuLine(row: nil, left: model.words(.menuActions), right: ""))
    for binding in Self.actions {
      lines.append(
        MenuLine(
          row: .action(binding.help), left: "    " + model.words(binding.help),
          right: binding.keys.first?.name(model.tier) ?? ""))
    }
    return lines
  }

  private func draw(
    _ model: Model, _ line: MenuLine, isSelected: Bool, row: Int, columns: Int,
    _ canvas: inout Canvas
  ) {
    let role: Role = line.row == nil ? .heading : .body
    let style = Style(role, isSelected ? [.reverse] : line.row == nil ? [.bold] : [])
    if isSelected {
      canvas.write(String(repeating: " ", count: columns - 1), row: row, column: 0, style: style)
      canvas.write(model.plain("▸"), row: row, column: 1, style: style)
    }
    let room = columns - cellWidth(of: line.right) - 6
    canvas.write(
      truncated(model.plain(line.left), to: max(0, room), tier: model.tier), row: row, column: 3,
      style: style)
    canvas.writeRight(
      line.right, row: row, end: columns - 2, style: isSelected ? style : Style(.dim))
  }

  private func drawCard(
    _ model: Model, _ lesson: Lesson, _ region: Region, _ canvas: inout Canvas
  ) {
    var row = region.row
    func write(_ text: String, _ style: Style) {
      for line in model.wrapped(model.plain(text), width: region.columns)
      where row < region.row + region.rows {
        canvas.write(line, row: row, column: region.column, style: style)
        row += 1
      }
    }
    write(lesson.title, Style(.heading, .bold))
    row += 1
    write(lesson.summary, .body)
    row += 1
    let needed = lesson.needs.compactMap { slug in
      model.course.lessons.first { $0.slug == slug }?.title
    }
    if !needed.isEmpty {
      write(model.words(.menuNeeds, needed.joined(separator: ", ")), Style(.dim))
    }
    let seenCount = lesson.steps.count { (model.seen[lesson.slug] ?? []).contains($0.id) }
    write(model.words(.menuSeen, String(seenCount), String(lesson.steps.count)), Style(.dim))
    row += 1
    for (index, step) in lesson.steps.enumerated() {
      write("\(index + 1)  \(step.title)", Style(.dim))
    }
  }
}
