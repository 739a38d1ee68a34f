#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the program over a mistake in it, such as an index outside an array, and says which: a
/// failed `precondition` says nothing in a release build.
package func programmerError(_ sentence: String) -> Never {
  var line = "Fatal error: " + sentence + "\n"
  line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  preconditionFailure(sentence)
}

/// Goes on if the condition holds, else ends the program with the sentence.
@inline(__always)
package func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { programmerError(sentence()) }
}
