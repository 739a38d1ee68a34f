import Foundation
import Testing

@Suite("`eval`")
struct EvalTests {
  func eval(_ arguments: String...) throws -> Tutor.Outcome {
    try Tutor().run(["eval"] + arguments)
  }

  /// What `compute` says of the same numbers: the second witness.
  func computed(_ key: String, _ arguments: String...) throws -> Any? {
    let text = try Tutor().run(["compute", "--json"] + arguments).output
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return object?[key]
  }

  func shown(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value).replacing("-", with: "−")
  }

  @Test("LaTeX and the plain form are worth the same, and what `compute` computes")
  func values() throws {
    let entropy = try #require(try computed("entropy", "2,1,0.5") as? Double)
    for formula in ["-\\sum_i p_i \\log p_i", "-sum_i p_i*log(p_i)", "H(p)"] {
      let outcome = try eval(formula, "--logits", "2,1,0.5", "--decimals", "9")
      #expect(outcome.output == shown(entropy, 9) + "\n" && outcome.errors == "", "\(formula)")
      #expect(outcome.status == 0)
    }
  }

  @Test("derivatives, units, targets and indices follow their flags")
  func flags() throws {
    let gradient = try #require(
      try computed("gradient", "-1,0,1", "--target", "2", "--unit", "bits", "--temperature", "2")
        as? [Double])
    for (formula, index) in [("d L / d z_3", 3), ("\\frac{\\partial L}{\\partial z_i}", 3)] {
      let outcome = try eval(
        formula, "--logits", "-1,0,1", "--target", "2", "--unit", "bits", "--temperature", "2",
        "--i", "3", "--decimals", "8")
      #expect(outcome.output == shown(gradient[index - 1], 8) + "\n", "\(outcome)")
    }
    #expect(try eval("P_j", "--reference", ".1,.2,.7", "--j", "3").output == "0.7000\n")
  }

  @Test("a vector stands on one line, a matrix in rows whose columns line up")
  func shapes() throws {
    #expect(try eval("y", "--logits", "1,2", "--target", "2").output == "[0.0000, 1.0000]\n")
    let rows = try eval("J").output.split(separator: "\n")
    #expect(rows.count == 3 && Set(rows.map(\.count)).count == 1)
    #expect(rows.allSatisfy { $0.hasPrefix("[") && $0.hasSuffix("]") })
  }

  @Test("a relation prints its sides and whether it holds")
  func relations() throws {
    let holds = try eval("H(P, Q) = H(P) + D_{KL}(P \\| Q)")
    #expect(holds.status == 0)
    let lines = holds.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[1].hasSuffix("  holds"))
    #expect(lines[1].dropFirst(2).hasPrefix(lines[0].dropFirst(2)))
    let fails = try eval("p_1 = p_2")
    #expect(fails.status == 0 && fails.output.contains("does not hold; the difference is 0.4205"))
    let bits = try eval("\\frac{\\partial L}{\\partial z_1} = p_1 - y_1", "--unit", "bits")
    #expect(bits.output.contains("does not hold") && bits.output.contains("in nats it holds"))
    #expect(try eval("p_1 >= p_2", "--ascii").output.contains("\n>= 0.2447  holds"))
  }

  @Test("what a screen shows, and what a program says, is worth what it means")
  func typed() throws {
    let first = try #require(try computed("softmax", "2,1,0") as? [Double]).first
    let shown = self.shown(try #require(first), 4) + "\n"
    for formula in ["p1", "p₁", "p_{1}", "softmax(z)_1", "exp(z_1)/∑ₖ e^(zₖ)", "p.T @ y", "$p_1$"] {
      #expect(try eval(formula).output == shown, "\(formula)")
    }
    #expect(try eval("dL/dz1").output == eval("\\frac{\\partial L}{\\partial z_1}").output)
  }

  @Test("an index beside a value is the one it is for")
  func chosen() throws {
    let second = try eval("p_2").output
    for formula in ["p_i, i = 2", "p_i for i = 2", "p_i \\quad i = 2", "p_i \\text{ for } i = 2"] {
      #expect(try eval(formula).output == second, "\(formula)")
    }
    #expect(try eval("p_i, i != 2").status == 65)
  }

  @Test("in ASCII there is no other character")
  func ascii() throws {
    for formula in ["p_1 - 1", "1/0", "p_1 \\neq p_2"] {
      let outcome = try eval(formula, "--ascii")
      #expect(
        outcome.status == 0 && outcome.output.filter { !$0.isASCII } == "", "\(outcome.output)")
    }
  }

  @Test(
    "what has no value gets its caret under what was typed, and 65",
    arguments: [
      ("R + 1", "  ^", "R is not defined"),
      ("1 + p_9", "      ^", "no entry 9"),
      ("p_1 + \\log p_1 p_2", "                 ^", "argument"),
      ("sum p_i", "  ^", "index"),
      ("\\frac{1", "  ^", "\\frac"),
      ("p = 1", "      ^", "number"),
      ("p_1 % 2", "      ^", "remainder"),
      ("3 4", "  ^~~", "3 * 4"),
      ("1 + J[0][1]", "      ^~~~~~~", "J_12"),
      ("p_1; p_2", "     ^", "one formula"),
    ])
  func faults(formula: String, caret: String, words: String) throws {
    let outcome = try eval(formula)
    #expect(outcome.status == 65 && outcome.output == "")
    let lines = outcome.errors.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("error: ") && lines[0].contains(words), "\(outcome.errors)")
    #expect(lines[1] == "  " + formula)
    #expect(lines[2].hasPrefix(caret), "\(outcome.errors)")
  }

  @Test("plain text is answered in plain text, LaTeX in LaTeX")
  func formOfTheAnswer() throws {
    let plain = try eval("theta + p_1").errors
    let latex = try eval("\\theta + p_1").errors
    #expect(plain.contains(" theta ") && !plain.contains("\\"), "\(plain)")
    #expect(latex.contains(" \\theta "), "\(latex)")
  }

  @Test(
    "a flag that is wrong is usage, not a formula",
    arguments: [
      ["p", "--logit", "1,2"], ["p", "--temperature", "-1"], ["p", "--decimals", "99"], [],
      ["p", "--i", "7"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Tutor().run(["eval"] + arguments)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("its help is an answer, and the program's help names it")
  func help() throws {
    let help = try Tutor().run(["eval", "--help"])
    #expect(help.status == 0 && help.errors == "" && !help.output.isEmpty)
    #expect(try Tutor().run(["--help"]).output.contains("  eval "))
  }
}
