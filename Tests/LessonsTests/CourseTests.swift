import Lessons
import Notation
import Testing

@Suite("a course")
struct CourseTests {
  private static func text(_ title: String, steps: [String] = ["one", "two"]) -> String {
    "---\ntitle: \(title)\nsummary: About \(title)\n---\n\n"
      + steps.map { "## Step \($0)\n<!-- id: \($0) -->\n\nText of \($0) in \(title).\n" }
      .joined(separator: "\n")
  }

  let course = Course(
    files: [
      ("03-kl.md", text("KL divergence")), ("01-softmax.md", text("Softmax")),
      ("02-p-minus-y.md", text("p minus y", steps: ["claim", "chain-rule"])),
    ], language: "en")

  @Test("is ordered by the number of the file name, and known by its slugs")
  func order() {
    #expect(course.slugs == ["softmax", "p-minus-y", "kl"])
    #expect(course.diagnostics.isEmpty, "\(course.diagnostics)")
    #expect(course.lessons.map(\.file).first == "lessons/en/01-softmax.md")
  }

  @Test("finds lessons, their neighbours and what was probably meant")
  func places() {
    #expect(course.lesson(slug: "kl")?.title == "KL divergence")
    #expect(course.lesson(slug: "nothing") == nil)
    #expect(course.lesson(after: "softmax")?.slug == "p-minus-y")
    #expect(course.lesson(before: "softmax") == nil)
    #expect(course.lesson(after: "kl") == nil)
    #expect(course.nearestSlug(to: "sofmax") == "softmax")
    #expect(course.nearestSlug(to: "Softamx") == "softmax")
    #expect(course.nearestSlug(to: "p-minus") == "p-minus-y")
    #expect(course.nearestSlug(to: "transformer") == nil)
  }

  @Test("a step is named by its number from 1 or by its id")
  func steps() throws {
    let lesson = try #require(course.lesson(slug: "p-minus-y"))
    #expect(lesson.stepIndex("1") == 0)
    #expect(lesson.stepIndex("chain-rule") == 1)
    #expect(lesson.stepIndex("0") == nil)
    #expect(lesson.stepIndex("3") == nil)
    #expect(lesson.nearestStep(to: "chainrule") == "chain-rule")
  }

  @Test(
    "a file's name is NN-slug.md",
    arguments: [
      "softmax.md", "1-softmax.md", "01-Softmax.md", "01-.md", "01_softmax.md", "01-softmax.txt",
      "01--a.md",
    ])
  func names(name: String) {
    let course = Course(files: [(name, Self.text("A"))], language: "en")
    #expect(course.lessons.isEmpty)
    #expect(course.diagnostics.map(\.message).allSatisfy { $0.contains("NN-slug.md") })
    #expect(course.diagnostics.count == 1)
  }

  @Test("a number and a slug are taken once")
  func duplicates() {
    let twice = Course(
      files: [
        ("01-a.md", Self.text("A")), ("01-b.md", Self.text("B")), ("02-a.md", Self.text("A")),
      ],
      language: "en")
    #expect(twice.slugs == ["a", "b"])
    #expect(twice.diagnostics.map(\.file) == ["lessons/en/01-b.md", "lessons/en/02-a.md"])
    #expect(twice.diagnostics.first?.message.contains("number 1") == true)
    #expect(twice.diagnostics.last?.message.contains("slug a") == true)
  }

  @Test("one's own lessons take their place by number, and never that of a shipped slug")
  func own() {
    let both = course.adding(
      files: [("02-mine.md", Self.text("Mine")), ("09-kl.md", Self.text("My own KL"))],
      folder: "/home/me/lessons")
    #expect(both.slugs == ["softmax", "p-minus-y", "mine", "kl"])
    #expect(both.lesson(slug: "kl")?.title == "KL divergence")
    #expect(both.diagnostics.map(\.file) == ["/home/me/lessons/09-kl.md"])
    #expect(
      both.diagnostics.first?.message.contains("shipped lesson lessons/en/03-kl.md") == true)
    #expect(course.slugs.count == 3, "the course it was added to stays as it was")
  }

  @Test("a file that is no lesson is left out and said, and the others stay")
  func broken() {
    let course = Course(
      files: [("01-a.md", "no front matter"), ("02-b.md", Self.text("B"))], language: "en")
    #expect(course.slugs == ["b"])
    #expect(course.diagnostics.map(\.line) == [1])
  }

  @Test("a lesson that is needed and not there is said")
  func needs() {
    let text = Self.text("A").replacing("summary:", with: "needs: [sofmax]\nsummary:")
    let course = Course(
      files: [("01-softmax.md", Self.text("S")), ("02-a.md", text)], language: "en")
    #expect(course.unmetNeeds.map(\.suggestion) == ["softmax"])
    #expect(course.unmetNeeds.map(\.file) == ["lessons/en/02-a.md"])
    #expect(course.unmetNeeds.map(\.line) == [3])
    #expect(course.unmetNeeds.map(\.column) == ["needs: [".count + 1])
  }

  @Test("a lesson needs neither itself nor one that comes after it")
  func needsOrder() {
    func complaints(_ needs: String) -> [String] {
      let text = Self.text("A").replacing("summary:", with: "needs: [\(needs)]\nsummary:")
      let files = [
        ("01-softmax.md", Self.text("S")), ("02-a.md", text), ("03-b.md", Self.text("B")),
      ]
      return Course(files: files, language: "en").unmetNeeds.map(\.message)
    }
    #expect(complaints("softmax") == [])
    #expect(complaints("a") == ["the lesson needs itself"])
    #expect(complaints("softmax, b") == ["the lesson needs b, which comes after it"])
  }

  @Test("search finds titles, then headings, then text, whatever the case")
  func search() {
    let hits = course.search("P MINUS")
    #expect(hits.map(\.kind) == [.title, .text, .text])
    #expect(hits.map(\.lesson) == [1, 1, 1])
    #expect(course.search("chain-rule").map(\.kind) == [.heading])
    #expect(course.search("chain-rule").map(\.step) == [1])
    #expect(course.search("text softmax").map(\.kind) == [.text, .text])
    #expect(course.search("   ").isEmpty)
    #expect(course.search("nowhere to be found").isEmpty)
  }

  @Test("a find is shown as its sentence shows it, from a few words before it")
  func excerpts() throws {
    let text = Self.text("A", steps: ["one"]).replacing(
      "Text of one in A.",
      with: "A sentence goes on and on before it comes to $p_i$ and is {p_1} long.")
    let course = Course(files: [("01-a.md", text)], language: "en")
    for query in ["p_i", "pᵢ", "comes"] {
      let hit = try #require(course.search(query).first)
      let shown = hit.text { "<\($0.source)>" }
      #expect(shown.hasPrefix("… "), "\(query): \(shown)")
      #expect(shown.hasSuffix("comes to pᵢ and is <p_1> long."), "\(query): \(shown)")
    }
    #expect(course.search("step").first?.text { _ in "" } == "Step one")
  }

  @Test("a course is a value: equal texts are equal courses, read or unread")
  func value() {
    let files = [(name: "01-a.md", text: Self.text("A"))]
    let (one, other) = (Course(files: files, language: "en"), Course(files: files, language: "en"))
    _ = one.lessons[0].steps
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != Course(files: [("01-a.md", Self.text("A", steps: ["x"]))], language: "en"))
  }

  @Test("steps are read once, from many threads at a time too")
  func threads() async {
    let lesson = course.lessons[0]
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<16 { group.addTask { lesson.steps.map(\.id) } }
      for await ids in group { #expect(ids == ["one", "two"]) }
    }
  }

  @Test("a translation has the steps of the original, in their order")
  func translations() {
    let catalogue = Catalogue([
      "en": [("01-a.md", Self.text("A")), ("02-b.md", Self.text("B"))],
      "ko": [
        ("01-a.md", Self.text("A", steps: ["two", "one"])),
        ("02-b.md", Self.text("B", steps: ["one", "three"])),
      ],
    ])
    #expect(catalogue.languages == ["en", "ko"])
    #expect(catalogue.course(language: "ko")?.slugs == ["a", "b"])
    #expect(
      catalogue.mismatches(with: "en").map(\.message) == [
        "the steps are not in the order of lessons/en/01-a.md",
        "the steps differ from lessons/en/02-b.md in three, two",
      ])
  }
}
