/// How far a step is read, and which of its rows are on screen.
extension Model {
  /// How many beats are shown, the last of them in focus; `beats.count` and more for the whole step
  /// with none in focus.
  var beat: Int {
    get { lessonScreen.beat }
    set { lessonScreen.beat = newValue }
  }

  var beats: [Beat] { snapshot.page.beats }

  /// Whether the whole step is there, no part of it in focus.
  var showsWholeStep: Bool { readsWholeSteps || beat >= beats.count }

  /// The page down to the last row that is shown.
  var shownHeight: Int {
    showsWholeStep ? snapshot.page.height : beats[beat].rows.upperBound
  }

  /// The rows of the beat in focus; nil where the whole step is shown.
  var focusRows: Range<Int>? { showsWholeStep ? nil : beats[beat].rows }

  /// The rows of the page that are on screen.
  var shownRows: Range<Int> {
    let first = min(scroll, max(0, shownHeight - 1))
    return first..<min(shownHeight, first + lessonRoom)
  }

  /// How many lines of what is shown are off the screen.
  var hiddenLines: (above: Int, below: Int) {
    let rows = shownRows
    return (rows.lowerBound, shownHeight - rows.upperBound)
  }

  /// The next idea, then the next step.
  mutating func moveBeat(by offset: Int) {
    let beats = beats
    let isReading = !readsWholeSteps
    if offset > 0 {
      let next = beats.indices.first { $0 > beat && !beats[$0].rows.isEmpty }
      guard isReading, let next else { return moveStep(by: 1) }
      beat = next
      showFocus()
    } else {
      let last = min(beat, lastBeat)
      guard isReading,
        let previous = beats.indices.last(where: { $0 < last && !beats[$0].rows.isEmpty })
      else {
        let place = place
        moveStep(by: -1)
        if self.place != place, isReading { beat = lastBeat }
        return showFocus()
      }
      beat = previous
      showFocus()
    }
  }

  /// The last beat that has rows of its own.
  private var lastBeat: Int {
    let beats = beats
    return beats.indices.last { !beats[$0].rows.isEmpty } ?? max(0, beats.count - 1)
  }

  /// The whole step; asked for again, its end.
  mutating func showWholeStep() {
    if showsWholeStep {
      scroll = snapshot.page.height
      return clampScroll()
    }
    beat = beats.count
    clampScroll()
  }

  /// Shows a block down to its end: what is inspected was asked for.
  mutating func reveal(block: Int) {
    guard !showsWholeStep, let last = beats.lastIndex(where: { $0.block == block }), last > beat
    else { return }
    beat = last
    showFocus()
  }

  mutating func toggleWholeSteps() {
    readsWholeSteps.toggle()
    notice = words(readsWholeSteps ? .showsWholeSteps : .showsBeats)
    showFocus()
  }

  /// Scrolls so that the beat in focus is wholly on screen, under as much of what came before as has
  /// room and begins with a whole beat.
  mutating func showFocus() { scroll = focusScroll }

  var isAtFocus: Bool { scroll == focusScroll }

  /// The scroll at which the beat in focus stands in its place.
  private var focusScroll: Int {
    guard let focus = focusRows else { return 0 }
    let least = focus.upperBound - lessonRoom
    guard least > 0 else { return 0 }
    guard least <= focus.lowerBound else { return focus.lowerBound }
    // A beat may begin with a heading, which may go.
    let starts = beats.map(\.rows.lowerBound) + snapshot.page.rows.map(\.lowerBound)
    return starts.filter { (least...focus.lowerBound).contains($0) }.min() ?? least
  }

  mutating func scroll(by rows: Int) {
    scroll += rows
    clampScroll()
  }

  mutating func clampScroll() {
    let most = max(0, shownHeight - lessonRoom)
    scroll = min(max(0, scroll), showsWholeStep ? most : max(most, focusScroll))
  }
}
