import Formulas
import TextGrid

// SwiftPM gives every executable's `main` another name and points the linker at it, so libFuzzer's
// own `main` is never linked: this one takes its place and runs libFuzzer's driver.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FormulaFuzzer_main")
public func fuzzerMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, fuzzFormula)
}

/// One input of libFuzzer: read, typeset in every form, and everything that must hold is trapped on.
private func fuzzFormula(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let formula = Formula(source)
  let length = source.utf8.count
  for diagnostic in formula.diagnostics {
    precondition(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= length)
  }
  if let first = formula.diagnostics.first { _ = first.rendered(in: source) }
  for tier in GlyphTier.allCases {
    for width in [12, 60] {
      let options = TypesettingOptions(tier: tier, width: width)
      check(formula.picture(options), tier)
      let inline = formula.inlinePicture(options)
      precondition(inline.height == 1)
      check(inline, tier)
    }
  }
  return 0
}

private func check(_ picture: Picture, _ tier: GlyphTier) {
  precondition(picture.rows.indices.contains(picture.baseline))
  for row in picture.rows {
    precondition(row.count == picture.width)
    for glyph in row {
      precondition(!glyph.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
      precondition(tier == .unicode || glyph.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
