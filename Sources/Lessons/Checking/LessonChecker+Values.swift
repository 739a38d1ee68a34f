import Meaning
import Notation
import SoftmaxCore

// Formulas in the text, numbers, panels, and what SoftmaxCore has of its own
extension LessonChecker {
  /// A formula in the line is a claim where it has a sign. One without is only a name for something;
  /// that it means nothing is worth a remark, for nobody can ask for its value.
  mutating func checkInline(_ site: FormulaSite, in step: Step) {
    let reading = Reading(site.formula, names: names)
    guard reading.chains.allSatisfy(\.links.isEmpty) else {
      let known = findings.count
      judge(reading, at: [site], in: step)
      // What ordinary examples have shown is said once.
      if findings.count == known { judgeExtremes(reading, at: site, in: step) }
      return
    }
    for diagnostic in reading.diagnostics[0] {
      var remark = diagnostic
      remark.severity = .lint
      if !site.formula.diagnostics.contains(diagnostic) { report([remark], at: site) }
    }
  }

  /// A number in the text has a value for the lesson's example, and with two classes as well.
  mutating func checkValue(_ site: FormulaSite, in step: Step) {
    counts.values += 1
    let reading = Reading(site.formula, names: names)
    report(reading.diagnostics[0], at: site)
    guard !reading.hasErrors else { return }
    let own = lesson.told(lesson.example, in: step).example.bindings
    do throws(FormulaDiagnostic) {
      let value = try reading.value(bindings: own)
      guard case .scalar(let number) = value else {
        report(
          .notOneNumber(formatted(value, decimals: 4)),
          of: site)
        return
      }
      if number.value.isNaN {
        report(.undefinedForOwn, of: site)
        return
      }
    } catch {
      report([error], at: site)
      return
    }
    if hasOwnNumbers { checkExtremes(reading, of: site, in: step) }
  }

  /// The first of the extreme examples for which there is no number.
  private mutating func checkExtremes(_ reading: Reading, of site: FormulaSite, in step: Step) {
    let twoFirst = ExtremeExamples.all.sorted { $0.classCount < $1.classCount }
    for example in twoFirst {
      let bindings = lesson.told(example, in: step).example.bindings
      let reason: FormulaDiagnostic?
      do throws(FormulaDiagnostic) {
        guard case .scalar(let number) = try reading.value(bindings: bindings),
          number.settled.isNaN
        else { continue }
        reason = nil
      } catch {
        reason = error
      }
      let used = reading.chains.reduce(into: Set<String>()) { $0.formUnion($1.givenNames) }
      report(
        .noValueSomewhere(
          numbers: bindings.text(of: used.union(["z"]), indices: [:]), because: reason),
        of: site)
      return
    }
  }

  /// An answer that is to be predicted has a value for the lesson's own example.
  mutating func checkAnswer(_ site: FormulaSite, in step: Step) {
    // A text of the front matter's kind: nobody has read it as LaTeX before.
    for diagnostic in site.formula.diagnostics {
      report(
        diagnostic.problem, at: diagnostic.range.lowerBound, of: site,
        suggestion: diagnostic.suggestion, severity: Diagnostic.Severity(diagnostic.severity))
    }
    let reading = Reading(site.formula, names: names)
    report(reading.diagnostics[0], at: site)
    guard !reading.hasErrors else { return }
    do throws(FormulaDiagnostic) {
      _ = try reading.value(bindings: lesson.told(lesson.example, in: step).example.bindings)
    } catch {
      report([error], at: site)
    }
  }

  /// What a panel shows has a number for every i and j.
  mutating func checkPanel(_ site: FormulaSite, in step: Step) {
    let reading = Reading(site.formula, names: names)
    report(reading.diagnostics[0], at: site)
    guard !reading.hasErrors else { return }
    var bindings = lesson.told(lesson.example, in: step).example.bindings
    for i in 1...lesson.example.classCount {
      for j in 1...lesson.example.classCount {
        bindings.indices.merge(["i": i, "j": j]) { $1 }
        do throws(FormulaDiagnostic) {
          guard case .scalar = try reading.value(bindings: bindings) else {
            report(.panelOfOneNumber, of: site)
            return
          }
        } catch {
          report([error], at: site)
          return
        }
      }
    }
  }

  /// Holds a definition to what SoftmaxCore computes under the same name.
  mutating func compare(_ quantity: CoreQuantity, definedAt site: FormulaSite) {
    counts.quantities += 1
    let plain = examples(isOneHot: false)
    // A unit or a temperature that is left out shows on any example: a few do.
    let few = plain.prefix(50)
    let bits = few.map {
      var changed = $0
      changed.unit = .bits
      return changed
    }
    let warm = Array(few).withTemperatures()
    for (position, bindings) in (plain + bits + warm).enumerated() {
      let found: (formula: [Double], core: [Double], agree: Bool)?
      do throws(FormulaDiagnostic) {
        found = try quantity.compared(names: names, bindings: bindings)
      } catch {
        report(error.problem, of: site)
        return
      }
      guard let found else { continue }
      counts.comparisons += 1
      if found.agree { continue }
      if position >= plain.count + bits.count, !quantity.mentionsTemperature(in: names) {
        // Most books write it so: it is right at T = 1, and that is said once.
        remarkOnTemperature(at: site)
        return
      }
      let number = position < plain.count ? position : 0
      let numbers = bindings.text(of: ["z", "y", "P", "T"], indices: [:])
      func text(_ numbers: [Double]) -> String {
        numbers.map { formatted($0, decimals: 6) }.joined(separator: ", ")
      }
      let (own, core) = (text(found.formula), text(found.core))
      report(
        .differsFromCore(quantity.probe, own: own, core: core, numbers: numbers),
        of: site,
        disagreement: Disagreement(
          left: own, right: core, numbers: numbers, example: number == 0 ? nil : number,
          seed: settings.seed))
      return
    }
  }
}

extension CoreQuantity {
  /// Whether T stands in the formula, or in the definitions it uses.
  fileprivate func mentionsTemperature(in names: Names) -> Bool {
    Reading(Formula(probe), names: names).chains.contains { $0.givenNames.contains("T") }
  }
}

extension Bindings {
  var classCount: Int {
    if case .vector(let scores)? = values["z"] { return scores.count }
    return 0
  }
}
