import Foundation
import Lessons
import Testing

@Suite("the shipped course, checked")
struct CheckingCourseTests {
  /// Few examples: without optimisation each costs a second; `softmax-tutor check` takes 200.
  static let settings = CheckSettings(examples: 16, seed: 1)

  @Test("every equals sign of every lesson is checked and holds", arguments: ShippedCourse.slugs)
  func untouched(slug: String) throws {
    let lesson = try #require(ShippedCourse.english.lesson(slug: slug))
    let checker = LessonChecker(lesson, Self.settings)
    for finding in checker.findings { Issue.record("\(finding.diagnostic)") }
    #expect(checker.counts.checkedSigns > 0)
    #expect(checker.counts.comparisons > checker.counts.checkedSigns * Self.settings.examples)
    #expect(checker.counts.notationOnlySigns == 0)
    #expect(checker.counts.unjudgedSigns == [:])
  }

  /// A mistake made in a copy of a lesson, and the words at which it must be reported.
  struct Plant: CustomTestStringConvertible {
    var fault: String
    var slug: String
    var right: String
    var wrong: String
    /// Stands in the changed line, where the caret must be.
    var caret: String
    var says: [String]

    var testDescription: String { "\(slug): \(fault)" }
  }

  static let plants = [
    Plant(
      fault: "a wrong sign", slug: "jacobian",
      right: #"&= -p_i p_j && \text{recognise p twice}"#,
      wrong: #"&= p_i p_j && \text{recognise p twice}"#, caret: "p_i p_j &&",
      says: ["the sides differ", "lesson's own example", "z = [2, 1, 0], i = "]),
    Plant(
      fault: "a wrong sign in a middle line, reported once", slug: "p-minus-y",
      right: #"&= -y_i + y_i p_i + \sum"#, wrong: #"&= -y_i - y_i p_i + \sum"#,
      caret: "-y_i - y_i", says: ["the sides differ"]),
    Plant(
      fault: "a missing term of the sum", slug: "kl",
      right: #"\sum_k P_k \log P_k - \sum_k P_k \log Q_k &&"#,
      wrong: #"\sum_k P_k \log P_k - \sum_{k \neq i} P_k \log Q_k &&"#,
      caret: #"\sum_k P_k \log P_k"#,
      says: ["the sides differ"]),
    Plant(
      fault: "the sum over the others alone", slug: "p-minus-y",
      right: #"p_k p_i && \text{own, then others}"#, wrong: #"p_i && \text{own, then others}"#,
      caret: #"-\frac{y_i}{p_i}"#, says: ["the sides differ"]),
    Plant(
      fault: "the square of the quotient rule lost", slug: "jacobian",
      right: #"&= \frac{0 \cdot S - \exp(z_i) \exp(z_j)}{S^2}"#,
      wrong: #"&= \frac{0 \cdot S - \exp(z_i) \exp(z_j)}{S}"#, caret: #"\frac{0"#,
      says: ["the sides differ"]),
    Plant(
      fault: "log to base 2 for ln", slug: "information", right: #"&= \ln S - \ln(\exp(z_i))"#,
      wrong: #"&= \ln S - \log_2(\exp(z_i))"#, caret: #"\ln S - \log_2"#,
      says: ["the sides differ"]),
    Plant(
      fault: "log for ln, which holds in nats only", slug: "information",
      right: #"&= \ln S - z_i"#, wrong: #"&= \log S - z_i"#, caret: #"\log S"#,
      says: ["in nats only", "unit: nats"]),
    Plant(
      fault: "unit: nats left out", slug: "p-minus-y",
      right: "<!-- id: chain-rule  unit: nats  ", wrong: "<!-- id: chain-rule  ",
      caret: #"\sum_k \frac{-y_k}{p_k}"#, says: ["in nats only"]),
    Plant(
      fault: "an undefined name", slug: "jacobian",
      right: #"&= \frac{\exp(z_i)}{S} \cdot \frac{S - \exp(z_i)}{S}"#,
      wrong: #"&= \frac{\exp(z_i)}{S} \cdot \frac{R - \exp(z_i)}{S}"#, caret: #"R - "#,
      says: ["R is not defined"]),
    Plant(
      fault: "an undefined name in a number of the text", slug: "cross-entropy",
      right: "entropy is {H(P, Q)}", wrong: "entropy is {H(P, R)}", caret: "R)}",
      says: ["R is not defined"]),
    Plant(
      fault: "i for j", slug: "jacobian", right: #"\partial z_j} = \delta_{ij} - p_j"#,
      wrong: #"\partial z_j} = \delta_{ij} - p_i"#, caret: #"\delta_{ij} - p_i"#,
      says: ["the sides differ", "i = ", "j = "]),
    Plant(
      fault: "i for j in a name of its own", slug: "jacobian",
      right: #"J_{i,j} = \delta_{ij} p_i - p_i p_j"#,
      wrong: #"J_{i,j} = \delta_{ij} p_i - p_i p_i"#, caret: #"\delta_{ij} p_i"#,
      says: ["the sides differ"]),
    Plant(
      fault: "the diagonal alone for the Jacobian", slug: "jacobian",
      right: #"&= p_i (\delta_{ij} - p_j) && \text{recognise p}"#,
      wrong: #"&= p_i (1 - p_i) && \text{recognise p}"#, caret: "p_i (1",
      says: ["the sides differ", "i = ", "j = "]),
    Plant(
      fault: "the diagonal matrix for the whole one", slug: "jacobian",
      right: #"J = \operatorname{diag}(p) - p p^\top"#,
      wrong: #"J = \operatorname{diag}(p) - \operatorname{diag}(p \odot p)"#,
      caret: #"\operatorname{diag}(p) -"#, says: ["entry "]),
    Plant(
      fault: "the temperature on the wrong side", slug: "jacobian",
      right: #"J = \frac{1}{T} ("#, wrong: "J = T (", caret: "T (",
      says: ["T = 1 only", "T = "]),
    Plant(
      fault: "a bound turned round", slug: "entropy",
      right: #"p_i \ln(n p_i) \geq p_i"#, wrong: #"p_i \ln(n p_i) \leq p_i"#,
      caret: #"p_i - \frac{1}{n}"#, says: ["≤ does not hold"]),
    Plant(
      fault: "a definition that is not what SoftmaxCore computes", slug: "information",
      right: #"- I_i = -\log p_i"#, wrong: #"- I_i = -\log_{10} p_i"#, caret: "I_i",
      says: ["SoftmaxCore"]),
  ]

  @Test("a planted fault is reported at its line and column", arguments: plants)
  func planted(plant: Plant) throws {
    let lesson = try #require(ShippedCourse.english.lesson(slug: plant.slug))
    let file = try #require(ShippedCourse.files.first { lesson.file.hasSuffix($0.name) })
    let pieces = file.text.components(separatedBy: plant.right)
    try #require(pieces.count == 2, "the lesson has changed: \(plant.right)")
    let text = pieces.joined(separator: plant.wrong)
    let (parsed, faults) = LessonParser.parse(
      text: text, file: lesson.file, slug: lesson.slug, number: lesson.number, language: "en")
    try #require(faults.isEmpty)
    let errors = LessonChecker(try #require(parsed), Self.settings).findings
      .map(\.diagnostic).filter { $0.severity == .error }

    // The first line from the change on that has the words of the caret.
    let lines = text.components(separatedBy: "\n")
    let first = pieces[0].components(separatedBy: "\n").count - 1
    let line = try #require(lines[first...].firstIndex { $0.contains(plant.caret) })
    let caret = try #require(lines[line].range(of: plant.caret))
    let column = lines[line].distance(from: lines[line].startIndex, to: caret.lowerBound)

    let error = try #require(errors.first)
    #expect(
      (error.file, error.line, error.column) == (lesson.file, line + 1, column + 1), "\(error)")
    for words in plant.says { #expect(error.message.contains(words), "\(error)") }
    // What follows a false definition is false as well.
    if !plant.says.contains("SoftmaxCore") { #expect(errors.count == 1, "\(errors)") }
  }
}
