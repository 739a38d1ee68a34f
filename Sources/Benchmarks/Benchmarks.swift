/// Times what scripts/bench asks for, so that it can take turns with the other libraries.
///
/// Each line read is a request: what, `f32` or `f64`, its sizes, and how often to repeat. The answer
/// is one line: the seconds of processor time that one call took, on average over the repetitions.
/// ```
/// softmax f64 60000 10 5
/// ```
@main
struct Benchmarks {
  static func main() {
    var prepared: (name: String, work: () -> Void)?
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 3, let repetitions = Int(words[words.count - 1]),
        let request = Request(words.dropLast())
      else {
        print("cannot read the request '\(line)'")
        continue
      }
      if prepared?.name != request.name { prepared = (request.name, request.prepared()) }
      guard let work = prepared?.work else { continue }
      let start = processorTime()
      for _ in 0..<repetitions { work() }
      print((processorTime() - start) / Double(repetitions))
      flushOutput()
    }
  }
}
