import LibFuzzer
import Notation
import TextGrid
import Typesetting

@_cdecl("FormulaFuzzer_main")
public func fuzzerMain(_ count: CInt, _ arguments: ArgumentList?) -> CInt {
  runFuzzer(count, arguments, fuzzFormula)
}

/// One input, on every way a formula goes: the learner may type it into the playground.
private func fuzzFormula(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withText(bytes, count) { source in
    let formula = Formula(source)
    check(formula.diagnostics, of: source)
    checkPictures(of: formula.notation)
    checkMeaning(of: formula)
    guard let plain = try? PlainForm(source), plain.latex != source else { return }
    let written = plain.formula
    check(written.diagnostics.map(plain.placed), of: source)
    _ = written.picture()
    checkMeaning(of: written)
  }
}

func check(_ diagnostics: [FormulaDiagnostic], of source: String) {
  let length = source.utf8.count
  for diagnostic in diagnostics {
    precondition(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= length)
    precondition(!diagnostic.sentence(in: .english).isEmpty)
  }
  if let first = diagnostics.first { _ = first.rendered(in: source, language: .english) }
}
