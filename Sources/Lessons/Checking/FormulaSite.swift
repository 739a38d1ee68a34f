import Notation

/// A formula of a lesson with the place where it stands.
struct FormulaSite {
  /// What the lesson uses it for.
  enum Use: Hashable {
    /// A ```math fence.
    case display
    /// A ```math notation fence.
    case notation
    /// `$…$`
    case inline
    /// `{…}`
    case value
    /// What a panel shows.
    case panel
    /// What a `predict` block expects, and the mistakes it knows.
    case answer
  }

  var formula: Formula
  var use: Use
  /// Of the step.
  var block: Int
  private let places: TextPlaces

  init(_ located: Located<Formula>, _ use: Use, block: Int) {
    self.init(located.value, at: located.places, use, block: block)
  }

  /// A formula that was a text until now.
  init(reading text: Located<String>, _ use: Use, block: Int) {
    self.init(Formula(text.value), at: text.places, use, block: block)
  }

  private init(_ formula: Formula, at places: TextPlaces, _ use: Use, block: Int) {
    self.formula = formula
    self.use = use
    self.block = block
    self.places = places
  }

  /// Where an offset of the formula's source stands in the file.
  func place(of offset: Int) -> SourceText.Place { places[offset] }
}

extension Step {
  /// Every formula of the step with its place, in reading order.
  var sites: [FormulaSite] {
    blocks.enumerated().flatMap { index, block -> [FormulaSite] in
      func sites(_ inlines: [Inline]) -> [FormulaSite] {
        inlines.locatedFormulas.map { FormulaSite($0, $1, block: index) }
      }
      switch block {
      case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines):
        return sites(inlines)
      case .note(let title, let body): return sites(title) + body.flatMap(sites)
      case .list(_, let items): return items.flatMap(sites)
      case .formula(let display):
        return [
          FormulaSite(
            display.located, display.isNotationOnly ? .notation : .display, block: index)
        ]
      case .live(let request):
        return request.located.map { [FormulaSite($0, .panel, block: index)] } ?? []
      case .exercise(let exercise):
        let expected = [exercise.answer].compactMap { $0 } + exercise.mistakes.map(\.value)
        // What the other kinds expect is no formula, or one of several.
        let answers = exercise.kind == .predict ? expected : []
        return sites(exercise.ask) + exercise.mistakes.flatMap { sites($0.say) }
          + exercise.hints.flatMap(sites)
          + answers.map { FormulaSite(reading: $0, .answer, block: index) }
      case .code: return []
      }
    }
  }
}

extension [Inline] {
  fileprivate var locatedFormulas: [(Located<Formula>, FormulaSite.Use)] {
    flatMap { inline -> [(Located<Formula>, FormulaSite.Use)] in
      switch inline {
      case .text, .code: []
      case .emphasis(let inside), .strong(let inside), .link(let inside, _): inside.locatedFormulas
      case .formula(let formula): [(formula, .inline)]
      case .value(let formula): [(formula, .value)]
      }
    }
  }
}
