import Meaning
import Notation
import SoftmaxCore
import Testing

/// The second witness: each expression is made together with its value, which plain Double
/// arithmetic knows before anything is written; then it is written, read and evaluated.
@Suite("Generated expressions")
struct GeneratedTests {
  static let seeds: ClosedRange<UInt64> = 1...8
  /// How many expressions each seed makes: 10,000 in all.
  static let perSeed = 1250

  @Test("LaTeX is worth what was meant", arguments: seeds)
  func latex(seed: UInt64) {
    agree(seed, count: Self.perSeed) { $0.fault(of: $1) }
  }

  @Test("LaTeX in the wider spellings of notes is worth what was meant", arguments: seeds)
  func wideSpellings(seed: UInt64) {
    agree(seed, count: Self.perSeed / 4) { trial, term in
      var trial = trial
      trial.isWide = true
      return trial.fault(of: term)
    }
  }

  @Test("the plain form is worth what was meant", arguments: seeds)
  func plain(seed: UInt64) {
    agree(seed, count: Self.perSeed / 4) { $0.plainFault(of: $1) }
  }

  @Test("the same through definitions up to three deep", arguments: seeds)
  func definitions(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var tried = 0
    while tried < Self.perSeed / 4 {
      let defined = DefinedWorld(World(using: &random), depth: 3, &random)
      if let refusal = defined.refusal {
        Issue.record("seed \(seed): \(refusal)")
        return
      }
      var maker = TermMaker(defined.world, SplitMix64(seed: random.next()))
      let term = maker.scalar(Int.random(in: 2...8, using: &random))
      let trial = Trial(defined.world, random.next(), names: defined.names)
      guard Witness.numbers(of: term, in: defined.world) != nil else { continue }
      tried += 1
      guard let found = trial.fault(of: term) else { continue }
      let least = term.shrunk { trial.fault(of: $0)?.kind == found.kind }
      Issue.record(
        """
        seed \(seed), with
          \(defined.lines.joined(separator: "\n  "))
        \(trial.fault(of: least) ?? found)
          made from \(found)
        """)
      return
    }
  }

  @Test("= sees every small change, and no change in other words", arguments: seeds)
  func changes(seed: UInt64) {
    agree(seed, count: Self.perSeed / 4) { trial, pair in
      if case .apply(.subtract, let sides) = pair {
        trial.verdictFault(sides[0], sides[1])
      } else {
        nil
      }
    } making: { maker in
      let term = maker.scalar(Int.random(in: 2...8, using: &maker.random))
      let changed = maker.chance(50) ? maker.pick(term.changed()) : term
      return .apply(.subtract, [term, changed])
    }
  }

  /// Makes that many terms that have a value, and reports the first fault, shrunk.
  private func agree(
    _ seed: UInt64, count: Int, _ fault: (Trial, Term) -> Trial.Fault?,
    making make: (inout TermMaker) -> Term = { maker in
      maker.scalar(Int.random(in: 2...12, using: &maker.random))
    }
  ) {
    var random = SplitMix64(seed: seed)
    var tried = 0
    while tried < count {
      let world = World(using: &random)
      var maker = TermMaker(world, SplitMix64(seed: random.next()))
      let term = make(&maker)
      let trial = Trial(world, random.next())
      guard Witness.numbers(of: term, in: world) != nil else { continue }
      tried += 1
      guard let found = fault(trial, term) else { continue }
      let least = term.shrunk { fault(trial, $0)?.kind == found.kind }
      Issue.record("seed \(seed): \(fault(trial, least) ?? found)\n  made from \(found)")
      return
    }
  }
}
