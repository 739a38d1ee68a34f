import Testing

@testable import Lessons

/// Every caret is where its character stands in the file, however the text around it was read.
@Suite("the place of a formula's character in the file")
struct PlaceTests {
  /// Each name `\wrong…` occurs once, and is an unknown command there; each `\operatorname{odd…}`
  /// reads, and has no meaning.
  private static let lesson = #"""
    ---
    title: Places
    summary: A summary
    needs: [ 'one', two,
      three ]
    define:
      - 'it''s = \wronga'
      - |
        \operatorname{fine} = 1 +
          \wrongb
      - \operatorname{good} = 1
          + \wrongc
      - 'a_1 = 1 +

        \wrongd + ''é'' \wronge'
    ---

    ## Heading
    <!-- id: a   when: i = \wrongf  unit: nats -->

    A 한국어 paragraph with $p_i +
    \wrongg$ over two lines, {p_1 +
       \wrongh} and twice $z_i \wrongi$ or $z_i \wrongj$.

    > A quote, é{\operatorname{odda}} and $z_i +
    >   \wrongk$ in it.

    - An item with $z +
      \wrongl$ and *words with $\wrongm$ in [a link $\wrongn$](x)*.
    - z $z$ $z \operatorname{oddb} = z$

    ### Sub $\wrongo$

    ```math
      p_i = 1
        + \wrongp
    ```

    ```live
    matrix: p_i \wrongq
    ```

    ```live
    matrix: 'p_i +
      p_i'' \wrongr'
    ```

    ```live
    matrix: 'p_i +
      \operatorname{oddc}'
    ```

    ```predict
    ask: 'It''s $\wrongs$, isn''t it?'
    answer: 'p_1 + ''\wrongt'''
    mistakes:
      - value: |
          p_1 +
            \operatorname{oddd}
        say: |
          That is $p_1 +
          \wrongu$, 한
          국 $\wrongv$.
      - { value: 'p_2 + \operatorname{odde}', say: 'a ''b'' $\wrongw$' }
    hints: [ 'a $\wrongx$', 'b
        $\operatorname{oddf} = 1$' ]
    ```

    """#

  /// Where a name stands, by looking through the file.
  private static func places(of start: String) -> [String: String] {
    var places: [String: String] = [:]
    for (number, line) in lesson.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for index in line.indices where line[index...].hasPrefix(start) {
        let name = line[index...].dropFirst(start.count).prefix { $0.isLetter && $0 != "}" }
        let column = line.distance(from: line.startIndex, to: index) + 1
        places[start + name] = "\(number + 1):\(column)"
      }
    }
    return places
  }

  @Test("an unknown command is pointed at, wherever it stands and however it is spelled around")
  func commands() throws {
    let (read, found) = Draft.parse(Self.lesson)
    let lesson = try #require(read)
    let all = (found + LessonChecker(lesson).findings.map(\.diagnostic))
    let expected = Self.places(of: #"\wrong"#)
    #expect(expected.count == 24)
    for (name, place) in expected {
      let told = Set(all.filter { $0.message.contains(name) }.map { "\($0.line):\($0.column)" })
      #expect(told == [place], "\(name)")
    }
  }

  @Test("so is a name that has no meaning")
  func names() throws {
    let lesson = try #require(Draft.parse(Self.lesson).0)
    let findings = LessonChecker(lesson).findings.map(\.diagnostic)
    let expected = Self.places(of: #"\operatorname{odd"#)
    #expect(expected.count == 6)
    for (name, place) in expected {
      let word = name.dropFirst(#"\operatorname{"#.count)
      let told = Set(
        findings.filter { $0.message.contains(word) }.map { "\($0.line):\($0.column)" })
      #expect(told == [place], "\(word): \(findings.map(\.message))")
    }
  }

  @Test("a need is pointed at where it is written")
  func needs() throws {
    let course = Course(files: [("01-l.md", Self.lesson)], language: "en")
    let unmet = course.unmetNeeds.map { "\($0.line):\($0.column)" }
    #expect(unmet == ["4:11", "4:17", "5:3"])
  }

  @Test("a text's places are those of its parts, and stay when it is cut")
  func slices() {
    func place(_ line: Int, _ byte: Int) -> SourceText.Place { .init(line: line, byte: byte) }
    var text = MappedText("ab", at: place(3, 10))
    text.appendLine(MappedText("cd", at: place(4, 2)))
    text.append("ef".utf8, at: place(7, 0))
    #expect(text.string == "ab cdef")
    let expected = [(3, 10), (3, 11), (3, 12), (4, 2), (4, 3), (7, 0), (7, 1), (7, 2)]
      .map { place($0.0, $0.1) }
    #expect((0...7).map { text.place(of: $0) } == expected)
    for start in 0...7 {
      for end in start...7 {
        let part = text[start..<end]
        #expect(part.bytes == Array(text.bytes[start..<end]))
        for offset in 0..<part.bytes.count {
          #expect(part.place(of: offset) == expected[start + offset])
        }
      }
    }
  }
}
