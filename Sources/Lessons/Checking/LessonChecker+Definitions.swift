import Meaning
import Notation

// Definitions that nothing holds to anything
extension LessonChecker {
  /// What the course defines is compared with SoftmaxCore. A name of the lesson's own is held by the
  /// signs that use it: where none does, a slip in the definition changes numbers in the text, and
  /// nobody is told. A constant is its own statement, and a function is seen where it is applied.
  mutating func checkUse(of definitions: [Located<String>]) {
    let claims = lesson.steps.flatMap(\.sites).filter {
      $0.use == .display || $0.use == .inline && Reading($0.formula, names: names).hasLinks
    }
    for (position, definition) in definitions.enumerated() {
      var without = Names.course
      for (other, kept) in definitions.enumerated() where other != position {
        without.define(kept.value)
      }
      var alone = Names.course
      alone.define(definition.value)
      guard
        let own = alone.all.first(where: { Names.course[$0.spelling] == nil }),
        own.definitions[0] != nil,
        (try? Formula(own.spelling).value(names: alone, bindings: Bindings())) == nil
      else { continue }
      let isUsed = claims.contains { claim in
        let reading = Reading(claim.formula, names: names)
        // By its name, or by way of another definition.
        return !reading.hasErrors
          && (reading.uses(own.spelling) || Reading(claim.formula, names: without).hasErrors)
      }
      if !isUsed {
        report(
          .unusedDefinition(of: own.spelling),
          of: FormulaSite(reading: definition, .display, block: 0), severity: .lint)
      }
    }
  }
}

extension Reading {
  fileprivate func uses(_ name: String) -> Bool {
    chains.contains {
      $0.contains {
        if case .call(let application) = $0.kind {
          application.definition.name == name
        } else {
          false
        }
      }
    }
  }

  fileprivate var hasLinks: Bool { chains.contains { !$0.links.isEmpty } }
}
