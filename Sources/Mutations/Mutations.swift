import Foundation

/// Changes every formula of the course in every way in which people get it wrong, and says what
/// `check` has to say to each: scripts/mutate [LESSON…]
@main
struct Mutations {
  static func main() {
    let lessons = Mutant.lessons(named: Array(CommandLine.arguments.dropFirst()))
    guard !lessons.isEmpty else {
      print("no lesson of lessons/en is named so")
      exit(64)
    }
    let known = KnownSurvivors(
      (try? String(contentsOf: KnownSurvivors.file, encoding: .utf8)) ?? "")
    let report = MutationReport(results(lessons.flatMap(Mutant.all), known), known)
    print(report.text(isWhole: CommandLine.arguments.count == 1))
    exit(report.isExplained ? 0 : 1)
  }

  /// Tries all of them, on all cores.
  static func results(
    _ mutants: [Mutant], _ known: KnownSurvivors, rounds: [Int] = [12, 200]
  ) -> [Mutant.Result] {
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: mutants.count) { index in
      results[index] = mutants[index].tried(known, rounds: rounds)
    }
    return mutants.indices.compactMap { results[$0] }
  }

  /// What several threads put their results into, one at a time.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Int: Mutant.Result] = [:]

    subscript(index: Int) -> Mutant.Result? {
      get { lock.withLock { results[index] } }
      set { lock.withLock { results[index] = newValue } }
    }
  }
}
