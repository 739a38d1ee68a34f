import Lessons
import Meaning
import Notation
import SoftmaxCore
import Testing
import TextGrid
import Typesetting

@testable import TutorApp

@Suite("The three readings and the ledger, on every formula of every lesson")
struct EquationTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 60, rows: 18)]

  /// Every step of the course, as the places that `Model.fresh` opens.
  static let places = Course.shipped.lessons.flatMap { lesson in
    lesson.steps.map { "\(lesson.slug):\($0.id)" }
  }

  @Test("every term is found where it stands, with its value", arguments: places)
  func inspection(place: String) throws {
    for size in Self.sizes {
      var model = try Model.fresh(at: place, size: size)
      let walks = model.snapshot.readings.walks
      let judged = model.snapshot.readings.claims.flatMap(\.blocks)
      #expect(Set(walks.map(\.block)) == Set(judged), "each formula has terms")
      for (formula, walk) in walks.enumerated() {
        let rows = model.lessonRows(ofBlock: walk.block)
        for term in walk.tree.terms.indices {
          model.screens = ScreenStack()
          model.screens.open(
            InspectionScreen(inspection: Inspection(formula: formula, term: term)))
          let page = model.lessonPage(width: model.frame.lesson.columns)
          let isMarked = rows.contains { row in
            (0..<page.size.columns).contains {
              page[row, $0].style.emphasis.contains(.reverse)
            }
          }
          #expect(isMarked, "\(size.columns) columns, formula \(formula), term \(term)")
          let text = try #require(model.snapshot.term).text
          #expect(!text.contains("no value") && !text.contains("?"), "\(text)")
          let source = walk.reading.formulas[walk.position].source
          let range = walk.tree.terms[term].expression.range
          var latex = String(decoding: Array(source.utf8)[range], as: UTF8.self)
          // A function's bracket is closed where it is shown, also where its range ends before.
          if latex.count(where: { $0 == "(" }) > latex.count(where: { $0 == ")" }) { latex += ")" }
          #expect(text.hasPrefix(Formula(latex).inlineText() + " · "), "\(latex): \(text)")
        }
      }
    }
  }

  @Test("keys walk through every formula, and what is inspected is on screen", arguments: places)
  func walking(place: String) throws {
    for size in Self.sizes {
      var model = try Model.fresh(at: place, size: size).after("f")
      guard model.screen is InspectionScreen else { continue }
      for _ in model.snapshot.readings.walks {
        for key: Key in [.down, .right, .up, .left, .tab] {
          _ = update(&model, .keyPressed(key))
          let canvas = view(model)
          let region = model.frame.lesson
          let isMarked = (region.row..<region.row + region.rows).contains { row in
            (region.column..<region.column + region.columns).contains {
              canvas[row, $0].style.emphasis.contains(.reverse)
            }
          }
          #expect(isMarked, "\(size.columns) columns after \(key.name())")
        }
      }
    }
  }

  @Test("with numbers in place every formula still fits, and shows digits", arguments: places)
  func substitution(place: String) throws {
    for size in Self.sizes {
      var model = try Model.fresh(at: place, size: size)
      model.lessonScreen.showsNumbers = true
      let page = model.lessonPage(width: model.frame.lesson.columns).lines
      for claim in model.snapshot.readings.claims {
        for block in claim.blocks {
          let rows = model.lessonRows(ofBlock: block).map { page[$0] }
          #expect(rows.joined().contains { $0.isNumber }, "\(rows)")
          #expect(!rows.contains { $0.contains(model.words(.wide)) }, "\(rows)")
        }
      }
    }
  }

  @Test("the ledger has every sign of the step, each with both sides", arguments: places)
  func ledger(place: String) throws {
    var model = try Model.fresh(at: place)
    let lines = model.snapshot.readings.judged(here: model.effectiveExample)
    model = model.after("=")
    guard let ledger = model.screen as? LedgerScreen else {
      #expect(lines.isEmpty)
      return
    }
    let ranges = ledger.signs.map { $0.line.judgement.range }
    #expect(ranges == lines.map { $0.judgement.range })
    for sign in ledger.signs {
      #expect(sign.line.judgement.count >= LedgerScreen.exampleCount, "\(sign.left.written)")
      #expect(sign.line.judgement.always == .holds || sign.line.judgement.always == .approximate)
      for (side, value) in [(sign.left, sign.line.left), (sign.right, sign.line.right)] {
        guard let witness = side.witness, let value else { continue }
        let scale = value.numbers.map(\.value.magnitude.double).max() ?? 0
        #expect(witness.gap.double < 1e-6 * max(1, scale), "\(side.written)")
      }
    }
    for size in Self.sizes {
      _ = update(&model, .resized(size))
      for _ in ledger.signs {
        let screen = view(model).lines
        #expect(screen.contains { $0.hasPrefix("▸") })
        #expect(screen.contains { $0.contains(model.words(.ledgerLeft)) })
        _ = update(&model, .keyPressed(.down))
      }
    }
  }
}

@Suite("Where a line that is right does not hold")
struct LimitTests {
  private func page(_ model: Model) -> String {
    model.lessonPage(width: 76).lines.joined(separator: "\n")
  }

  @Test("in bits the gradient is off by 1/ln 2, which the page says in words")
  func bits() throws {
    let model = try Model.fresh(at: "p-minus-y:chain-rule")
    #expect(!page(model).contains("True in nats"))
    let inBits = page(model.after("b"))
    let factor = formatted(1 / InformationUnit.bits.naturalLogOfBase, decimals: 4)
    #expect(inBits.contains("1/ln 2 = \(factor)"), "\(inBits)")
    #expect(!inBits.contains("✗"))
  }

  @Test("with a temperature, lines about S say that they are for T = 1")
  func temperature() throws {
    var model = try Model.fresh(at: "jacobian:own-score")
    model.example.temperature = 2
    #expect(page(model).contains("True for T = 1; here T = 2"))
  }

  @Test("the text's rounded p is said to be rounded, and no line is called wrong")
  func givenProbabilities() throws {
    var said = 0
    for place in EquationTests.places {
      var model = try Model.fresh(at: place)
      guard model.lesson.offersFigures else { continue }
      model = model.after("o")
      #expect(model.example.givenProbabilities != nil)
      #expect(!page(model).contains("✗"), "\(place)\n\(page(model))")
      if page(model).contains(model.words(.limitGiven)) { said += 1 }
    }
    #expect(said > 0)
  }

  @Test("with a soft target, lines about a label say so, and no line is called wrong")
  func softTarget() throws {
    var said = 0
    for place in EquationTests.places {
      var model = try Model.fresh(at: place)
      model.example.target = [0.5, 0.3, 0.2]
      #expect(!page(model).contains("✗"), "\(place)\n\(page(model))")
      if page(model).contains(model.words(.limitOneHot)) { said += 1 }
    }
    #expect(said >= 2)
  }

  @Test("at T = 0 a line that divides by T says that only its limit has a value")
  func zeroTemperature() throws {
    var model = try Model.fresh(at: "softmax:temperature")
    #expect(!page(model).contains(model.words(.limitZeroTemperature)))
    model.example.temperature = 0
    #expect(page(model).contains(model.words(.limitZeroTemperature)), "\(page(model))")
    #expect(!page(model).contains("? "))
  }

  @Test("a measured slope that is undefined is not said to be off by 0")
  func undefinedWitness() throws {
    var model = try Model.fresh(at: "jacobian:own-score")
    model.example.logits = [1e308, -1e308, 0]
    model.openLedger()
    guard let ledger = model.screen as? LedgerScreen else {
      Issue.record("no ledger")
      return
    }
    let gaps = ledger.signs.flatMap { [$0.left.witness, $0.right.witness] }.compactMap(\.?.gap)
    #expect(!gaps.isEmpty)
    #expect(gaps.contains { $0.isNaN })
    model.example.logits = [-.infinity, 1, 0]
    #expect(Quantities(model.effectiveExample).largestGradientDifference.isNaN)
  }

  @Test("a step with a condition on i and j puts them where it holds, and says so")
  func condition() throws {
    let lesson = """
      ---
      title: A
      summary: B
      ---

      ## One case
      <!-- id: one  when: i = j -->

      ```math
      J_{i,j} = p_i (1 - p_i)
      ```

      """
    let course = Course(files: [(name: "01-a.md", text: lesson)], language: "en")
    var model = Model(
      course: course, size: Size(columns: 80, rows: 24), tier: .unicode,
      place: .init(lesson: 0, step: 0), example: course.lessons[0].example)
    for (i, j) in [(0, 0), (0, 1), (2, 1)] {
      (model.example.i, model.example.j) = (i, j)
      #expect(page(model).contains("✓"), "\(page(model))")
      #expect(page(model).contains("i = \(i + 1) of 3, j = \(i + 1) · i = j"), "\(page(model))")
      #expect(view(model).lines.contains { $0.contains("j = i") })
    }
    // Both go together, whichever is moved.
    for (key, i) in [(".", 0), ("'", 0), (",", 1), (";", 1)] {
      let moved = model.after(key)
      #expect(moved.example.i == i && moved.example.j == i, "\(key)")
    }
  }
}

@Suite("Formulas on the screen")
struct FormulaScreenTests {
  private func model(showing latex: String, columns: Int) -> Model {
    let text = "---\ntitle: A\nsummary: B\n---\n\n## C\n<!-- id: c -->\n\n```math\n\(latex)\n```\n"
    let course = Course(files: [(name: "01-a.md", text: text)], language: "en")
    return Model(
      course: course, size: Size(columns: columns, rows: 18), tier: .unicode,
      place: .init(lesson: 0, step: 0), example: course.lessons[0].example)
  }

  @Test(
    "a name and the number in its place have one colour",
    arguments: ["z_1", "p_2", "y_1", "S", "L", "P_2", "e^{z_3}", "\\frac{p_1}{S}"])
  func colours(latex: String) {
    var model = model(showing: latex, columns: 80)
    func roles() -> Set<Role> {
      let canvas = model.lessonPage(width: 76)
      return model.lessonRows(ofBlock: 0).reduce(into: []) { roles, row in
        for column in 2..<76 where canvas[row, column].glyph != " " {
          let role = canvas[row, column].style.role
          if role != .body { roles.insert(role) }
        }
      }
    }
    let symbols = roles()
    model.lessonScreen.showsNumbers = true
    #expect(roles() == symbols)
    #expect(!symbols.isEmpty)
  }

  @Test("terms are walked in symbols, and the numbers come back behind them")
  func numbersAroundInspection() throws {
    var model = try Model.fresh(at: "jacobian:both-cases", size: Size(columns: 120, rows: 40))
    let symbols = model.lessonPage(width: 60).lines
    #expect(view(model).lines.last?.contains("v:numbers") == true)
    model = model.after("v")
    let numbers = model.lessonPage(width: 60).lines
    #expect(numbers != symbols)
    #expect(view(model).lines.last?.contains("v:symbols") == true)
    model = model.after("f")
    #expect(model.lessonPage(width: 60).lines == symbols)
    #expect(view(model).lines.last?.contains("v:numbers") == true)
    model = model.after("Esc")
    #expect(model.lessonPage(width: 60).lines == numbers)
    #expect(model.after("v f v").lessonPage(width: 60).lines == numbers)
  }

  @Test("with numbers in place a mark stands beside the sign it judges, not beside one inside")
  func marks() throws {
    var model = try Model.fresh(at: "jacobian:both-cases")
    model.lessonScreen.showsNumbers = true
    let lines = model.lessonPage(width: 76).lines
    let marked = lines.filter { $0.hasPrefix("✓") }
    #expect(!marked.isEmpty)
    #expect(marked.allSatisfy { $0.replacing("(1 = 2)", with: "").contains("=") }, "\(lines)")
  }

  @Test("a formula wider than its pane moves sideways to its end, and back")
  func sideways() throws {
    let wide = "e^{" + (1...40).map { "z_{\($0 % 3 + 1)}" }.joined(separator: " ") + "}"
    var model = model(showing: wide, columns: 60)
    let start = view(model).lines
    #expect(start.contains { $0.contains("▸ wider than the screen") && !$0.contains("◂") })
    for _ in 0..<100 { _ = update(&model, .keyPressed(">")) }
    let end = view(model).lines
    #expect(end.contains { $0.contains("◂ wider than the screen") && !$0.contains("▸") })
    #expect(end.contains { $0.hasSuffix("z₂") || $0.hasSuffix("z₂ ") }, "\(end)")
    for _ in 0..<100 { _ = update(&model, .keyPressed("<")) }
    #expect(view(model).lines == start)
  }
}
