import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// The term under the cursor: which formula of the step, and which term of it.
public struct Inspection: Hashable, Sendable {
  /// Position among the step's formulas that have terms.
  var formula: Int
  var term: TermTree.ID
}

/// What is said of the term under inspection, and where it stands.
struct InspectedTerm: Sendable {
  /// The block of the step its formula is.
  let block: Int
  /// What it is written with.
  let nodes: Set<Notation.NodeID>
  /// What it is, and its value here.
  let text: String

  /// nil where the step has no formula to walk.
  init?(
    _ inspection: Inspection, _ request: SnapshotRequest, _ readings: StepReadings,
    _ pictures: inout Pictures, _ work: inout Work
  ) {
    guard !readings.walks.isEmpty else { return nil }
    let walk = readings.walks[min(inspection.formula, readings.walks.count - 1)]
    let id = min(inspection.term, walk.tree.terms.count - 1)
    let term = walk.tree.terms[id]
    block = walk.block
    nodes = walk.tree.nodes(of: id)
    let written = walk.reading.formulas[walk.position].notation.piece(in: term.expression.range)
    let picture = pictures.picture(of: .notation(written), request.tier, &work)
    let words = request.words
    var kind = words.term(TermName(rawValue: term.expression.termKind.rawValue))
    if let meaning = walk.reading.meaning(of: term.expression), meaning != .lessonsOwn {
      kind = words.term(TermName(rawValue: meaning.rawValue))
    }
    let value = Self.valueText(of: term, in: walk.reading, request)
    text = "\(picture.lines[0]) · \(kind) · \(value)"
  }

  private static func valueText(
    of term: TermTree.Term, in reading: Reading, _ request: SnapshotRequest
  ) -> String {
    func text(_ value: Value) -> String {
      request.words.text(of: value, decimals: request.example.decimals, request.tier)
    }
    do throws(FormulaDiagnostic) {
      switch try reading.value(of: term, bindings: request.numbers.bindings) {
      case .value(let value): return text(value)
      case .overIndex(let name, let values):
        return request.words(.valueOverIndex, name) + " "
          + values.map(text).joined(separator: ", ")
      }
    } catch {
      return error.sentence(in: request.words.language)
    }
  }
}
