import Glibc

/// What a fuzz target does with one input; 0 for an input that libFuzzer may keep.
public typealias FuzzTarget = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

public typealias ArgumentList = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

// SwiftPM gives every executable's `main` another name (`FormulaFuzzer_main`) and points the linker
// at it, so libFuzzer's own `main` is never linked: each target defines one by that name, which
// calls libFuzzer's driver.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<ArgumentList?>,
  _ target: FuzzTarget
) -> CInt

public func runFuzzer(_ count: CInt, _ arguments: ArgumentList?, _ target: FuzzTarget) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, target)
}

/// Gives the input to `target` as every reader of the tutor gets its text, bytes that are not UTF-8
/// repaired, and traps when that has kept the processor for a second.
///
/// libFuzzer's own `-timeout` counts the clock on the wall, which runs on while other programs have
/// the processor; it is left to find what never ends.
public func withText(
  _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ target: (String) -> Void
) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let start = clock()
  target(text)
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  guard seconds < 1 else { fatalError("the input took \(seconds) seconds of the processor") }
  return 0
}
