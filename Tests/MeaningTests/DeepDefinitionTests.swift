import Meaning
import Notation
import SoftmaxCore
import Testing

@Suite("Definitions that use definitions")
struct DeepDefinitionTests {
  /// Names with `count` definitions, each made of the one before.
  private static func chain(
    _ count: Int, _ body: (String) -> String
  ) -> (names: Names, refused: [FormulaDiagnostic], accepted: [String]) {
    var names = Names.course
    var refused: [FormulaDiagnostic] = []
    var accepted: [String] = []
    for number in 0..<count {
      let name = "\\operatorname{\(word(number))}"
      let found = names.define("\(name) = \(body(accepted.last ?? "1"))")
      if found.isEmpty { accepted.append(name) } else { refused += found }
    }
    return (names, refused, accepted)
  }

  /// A word of letters for a number, for names have no digits.
  private static func word(_ number: Int) -> String {
    "q"
      + String(number).map {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0)))
      }
      .joined()
  }

  @Test("a chain of definitions is as long as the levels of an expression, and then refused")
  func chainsEnd() throws {
    let (names, refused, accepted) = Self.chain(300) { "\($0) + 1" }
    #expect(!refused.isEmpty && !accepted.isEmpty)
    #expect(refused.allSatisfy { $0.message.contains("nested deeper than 48") })
    // The sentence names one definition, however many the way to it has.
    #expect(refused.allSatisfy { $0.message.utf8.count < 120 })
    // A formula is one level more than the definition it asks for: all but the last have values.
    for (number, name) in accepted.dropLast().enumerated() {
      let value = try Formula(name).value(names: names, bindings: Bindings()).double
      #expect(value == 2 + Double(number))
    }
  }

  @Test("each definition counts with the brackets around it, also where it was read before")
  func bracketsCount() throws {
    let plain = Self.chain(60) { "\($0) + 1" }
    let wrapped = Self.chain(60) { "((((((((\($0) + 1))))))))" }
    #expect(wrapped.accepted.count < plain.accepted.count)
    // The chain stands as deep again in a formula that has read it once at its margin.
    let name = plain.accepted[29]
    let deep = String(repeating: "(", count: 30) + name + String(repeating: ")", count: 30)
    #expect(!Reading(Formula("\(name) + (\(name))"), names: plain.names).hasErrors)
    let reading = Reading(Formula("\(name) + \(deep)"), names: plain.names)
    #expect(reading.diagnostics[0].contains { $0.message.contains("nested deeper than 48") })
  }

  @Test("definitions that double at every level are walked once each")
  func doublingIsLinear() throws {
    let (names, refused, accepted) = Self.chain(40) { "\($0) + \($0)" }
    #expect(refused.isEmpty)
    let reading = Reading(Formula("\(accepted[39]) = 2"), names: names)
    #expect(!reading.hasErrors)
    // 2⁴⁰ steps, one for each path through the definitions, would not end.
    #expect(!reading.chains[0].contains { $0.termKind == .derivative })
    #expect(try reading.centralDifference(chain: 0, side: 0, bindings: Bindings()) == nil)
    let value = try Formula(accepted[39]).value(names: names, bindings: Bindings()).double
    #expect(value == (0..<40).reduce(1.0) { total, _ in 2 * total })
  }

  @Test("∂ within ∂ within ∂ is counted once at each level")
  func nestedDerivativesAreLinear() {
    let levels = 35
    let open = String(repeating: "\\frac{\\partial}{\\partial z_1}(", count: levels)
    let formula = Formula(open + "z_1" + String(repeating: ")", count: levels))
    let reading = Reading(formula, names: .course)
    #expect(!reading.hasErrors)
    // The evaluator refuses the depth; before that, 2³⁵ steps would be taken to count it.
    #expect(throws: FormulaDiagnostic.self) {
      var bindings = Bindings()
      bindings["z"] = .vector([1, 2])
      _ = try reading.centralDifference(chain: 0, side: 0, bindings: bindings)
    }
  }
}
