import Meaning
public import Notation
public import SoftmaxCore

/// One lesson file, read: `lessons/<language>/NN-slug.md`.
///
/// Front matter and steps are read when they are first asked for: a learner starts in one lesson,
/// and a whole course takes longer than a screen.
public struct Lesson: Hashable, Sendable, Identifiable {
  /// The file name without number and ending: `p-minus-y`. Identity everywhere.
  public var slug: String
  /// The file name's number: order in the course.
  public var number: Int
  public var language: String
  public var file: String
  let body: LessonBody

  public var id: String { slug }

  public var title: String { body.matter.title }
  public var summary: String { body.matter.summary }
  /// Slugs of the lessons this one builds on.
  public var needs: [String] { body.matter.needs.map(\.string) }
  /// The lesson's own example: used on a fresh start and by reset.
  public var example: Example { body.matter.example }
  /// `p_i = \frac{…}{…}`: what names mean in this lesson.
  public var definitions: [Located<String>] { body.locatedDefinitions }
  public var sources: [String] { body.matter.sources }
  /// `part: Derivatives`: the part of the course that the lesson belongs to, if any.
  public var part: String? { body.matter.part }
  /// `keywords:`, what people search for that is treated here, in words that need not stand here.
  public var keywords: [String] { body.matter.keywords }
  /// `figures: true`: the texts' own rounded numbers can be loaded here.
  public var offersFigures: Bool { body.matter.offersFigures }

  /// Never empty.
  public var steps: [Step] { body.steps }

  /// Whether a formula speaks of P, the distribution that the model's is compared with.
  public var usesReference: Bool { body.usesReference }

  /// Whether P stands for itself in a step: in the one-hot case it is the target y.
  public func usesReference(in step: Step) -> Bool { usesReference && step.target != .oneHot }

  /// All that is wrong with the file, in its order.
  ///
  /// - Complexity: reads the whole file; whoever shows a lesson need not ask.
  public var diagnostics: [Diagnostic] { body.diagnostics }
}

/// A value that was read from a text of the lesson file, and where that stands.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  /// Where the text begins; both count from 1, columns in characters.
  public var line: Int
  public var column: Int
  /// Where each byte of the text stands.
  let places: TextPlaces

  init(_ value: Value, line: Int, column: Int, places: TextPlaces) {
    self.value = value
    self.line = line
    self.column = column
    self.places = places
  }
}

/// One `##` section of a lesson.
public struct Step: Hashable, Sendable, Identifiable {
  /// The same in every language; progress and `LESSON:STEP` use it.
  public var id: String
  public var title: String
  /// `when: i = j` limits where the step's lines must hold.
  public var condition: Located<Formula>?
  /// `unit: nats`: the step's lines hold in this unit only.
  public var unit: InformationUnit?
  /// `target: one-hot | distribution`: what the step wants the target to be, if anything.
  public var target: StepTarget?
  /// What else of an example the step is told with.
  public var needs = StepNeeds()
  /// `keywords:`, what people search the step by, beside the words in it.
  public var keywords: [String] = []
  public var blocks: [Block]
  public var line: Int

  /// Every formula of the step in reading order: displayed, in the text, of a value, of a panel.
  public var formulas: [Formula] { blocks.flatMap(\.formulas) }

  /// The step's words, for search.
  public var plainText: [String] { blocks.compactMap(\.plainText) }
}

/// What a step needs of the target: KL and cross entropy open on a full distribution and come to
/// the one-hot case as a step.
public enum StepTarget: String, Hashable, Sendable, CaseIterable {
  case oneHot = "one-hot"
  case distribution
}

/// A paragraph-level part of a step.
public enum Block: Hashable, Sendable {
  case paragraph([Inline])
  case list(ordered: Bool, items: [[Inline]])
  case quote([Inline])
  /// A remark aside: its first line, a sentence, and what is unfolded under it, by paragraphs.
  case note(title: [Inline], body: [[Inline]])
  case subheading([Inline])
  /// A display formula. `isNotationOnly` when its fence says ```math notation.
  case formula(DisplayFormula)
  case code(String)
  case live(PanelRequest)
  case exercise(Exercise)
}

public struct DisplayFormula: Hashable, Sendable {
  var located: Located<Formula>
  public var isNotationOnly: Bool

  init(formula: Located<Formula>, isNotationOnly: Bool) {
    located = formula
    self.isNotationOnly = isNotationOnly
  }

  public var formula: Formula { located.value }
  /// The line in the file on which the LaTeX begins.
  public var line: Int { located.line }
}

/// A run of text within a paragraph.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link(words: [Inline], destination: String)
  /// `$…$`
  case formula(Located<Formula>)
  /// `{p_1}`: a number that is computed, never typed.
  case value(Located<Formula>)
}
