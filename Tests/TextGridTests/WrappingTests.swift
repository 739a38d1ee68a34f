import Testing
import TextGrid

@Suite("Wrapping")
struct WrappingTests {
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    wrap([StyledRun(text)], width: width).map { $0.map(\.text).joined() }
  }

  private func wrapped(_ runs: [StyledRun], _ width: Int) -> [String] {
    wrap(runs, width: width).map { $0.map(\.text).joined() }
  }

  @Test("lines break at spaces and fill up")
  func spaces() {
    #expect(wrapped("one two three four", 9) == ["one two", "three", "four"])
    #expect(wrapped("  one \n two\t", 9) == ["one two"])
    #expect(wrapped("", 9) == [""])
  }

  @Test("a word longer than the line is cut, and nothing is lost")
  func longWord() {
    #expect(wrapped("ab abcdefghij", 4) == ["ab", "abcd", "efgh", "ij"])
    #expect(wrapped("信息论", 1) == ["信", "息", "论"])
  }

  @Test("Chinese breaks between characters, measured in cells")
  func chinese() {
    #expect(wrapped("概率之和等于一", 6) == ["概率之", "和等于", "一"])
  }

  @Test("no line starts with closing punctuation or ends with an opening bracket")
  func kinsoku() {
    #expect(wrapped("概率分布。熵", 8) == ["概率分", "布。熵"])
    #expect(wrapped("概率「熵」是", 6) == ["概率", "「熵」", "是"])
  }

  @Test("Korean breaks at spaces only")
  func korean() {
    #expect(wrapped("확률의 합은 하나", 8) == ["확률의", "합은", "하나"])
  }

  @Test("an unbreakable run stays on one line, with the word that touches it")
  func unbreakable() {
    let formula = StyledRun("p = 1 − q", style: Style(.probabilities), isUnbreakable: true)
    #expect(
      wrapped([StyledRun("so "), formula, StyledRun(", and")], 11) == ["so", "p = 1 − q,", "and"])
    #expect(
      wrapped([StyledRun("확률 "), formula, StyledRun("의 값")], 12) == ["확률", "p = 1 − q의", "값"])
  }

  @Test("the runs of one formula are never parted")
  func formulaOfTwoColours() {
    let parts = [
      StyledRun("zᵢ − ", style: Style(.scores), isUnbreakable: true),
      StyledRun("log S", style: Style(.sum), isUnbreakable: true),
    ]
    #expect(wrapped([StyledRun("where ")] + parts, 12) == ["where", "zᵢ − log S"])
  }

  @Test("a Chinese line may break beside a formula, but not before its full stop")
  func chineseFormula() {
    let formula = StyledRun("p(x)", isUnbreakable: true)
    #expect(wrapped([StyledRun("概率"), formula, StyledRun("是")], 6) == ["概率", "p(x)是"])
    #expect(wrapped([StyledRun("概率"), formula, StyledRun("。")], 8) == ["概率", "p(x)。"])
  }

  @Test("a formula too wide beside its bracket leaves it before it is cut itself")
  func formulaBeforeCut() {
    let formula = StyledRun("a + b", isUnbreakable: true)
    #expect(wrapped([StyledRun("("), formula, StyledRun(")")], 5) == ["(", "a + b", ")"])
    #expect(wrapped([formula], 3) == ["a +", " b"])
  }

  @Test("styles stay on their letters, a break inside a word does not come from a change of style")
  func styles() {
    let runs = [StyledRun("cross", style: Style(.body, .bold)), StyledRun("entropy is")]
    #expect(
      wrap(runs, width: 12) == [
        [StyledRun("cross", style: Style(.body, .bold)), StyledRun("entropy")], [StyledRun("is")],
      ])
  }

  @Test("no line is too wide and no letter is lost", arguments: UInt64(0)..<100, [1, 2, 7, 20])
  func laws(seed: UInt64, width: Int) {
    var generator = SplitMix64(seed: seed)
    let runs = (0..<6).map { _ in
      StyledRun(
        awkwardText(8, using: &generator), isUnbreakable: Bool.random(using: &generator))
    }
    let lines = wrapped(runs, width)
    // However narrow the line, a grapheme is not cut.
    for line in lines {
      let widest = line.map { cellWidth(of: $0) }.max() ?? 0
      #expect(cellWidth(of: line) <= max(width, widest), "\(line)")
    }
    func letters(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    #expect(letters(lines.joined()) == letters(runs.map(\.text).joined()))
  }

  @Test("three languages fit any width, and nothing is lost", arguments: 2...40)
  func languages(width: Int) {
    let text = "Softmax turns scores into probabilities. 소프트맥스는 점수를 확률로 바꾼다。交叉熵衡量两个分布。"
    let lines = wrapped(text, width)
    #expect(lines.allSatisfy { cellWidth(of: $0) <= width }, "\(lines)")
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("truncation ends in a cue and fits")
  func truncation() {
    #expect(truncated("entropy", to: 7, tier: .unicode) == "entropy")
    #expect(truncated("entropy", to: 6, tier: .unicode) == "entro…")
    #expect(truncated("entropy", to: 6, tier: .ascii) == "ent...")
    #expect(truncated("信息论", to: 4, tier: .unicode) == "信…")
    #expect(truncated("entropy", to: 1, tier: .unicode) == "…")
    #expect(truncated("entropy", to: 2, tier: .ascii) == "..")
    #expect(truncated("entropy", to: 0, tier: .ascii) == "")
    #expect(truncated("entropy", to: -3, tier: .ascii) == "")
  }
}
