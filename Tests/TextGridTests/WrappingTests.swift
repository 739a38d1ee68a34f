import Testing
import TextGrid

@Suite("Wrapping")
struct WrappingTests {
  func lines(_ text: String, _ width: Int) -> [String] {
    wrap([StyledRun(text)], width: width).map { $0.map(\.text).joined() }
  }

  @Test("no line is wider than asked, and nothing is lost", arguments: 1...40)
  func widthHolds(width: Int) {
    let text = "Softmax turns scores into probabilities. 소프트맥스는 점수를 확률로 바꾼다。交叉熵衡量两个分布。"
    let broken = lines(text, width)
    for line in broken { #expect(cellWidth(of: line) <= max(2, width), "\(line)") }
    #expect(broken.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("English breaks at spaces only")
  func spaces() {
    #expect(lines("one two three", 8) == ["one two", "three"])
  }

  @Test("Chinese breaks anywhere but before closing punctuation")
  func chinese() {
    #expect(lines("交叉熵。熵", 6) == ["交叉", "熵。熵"])
  }

  @Test("Korean words keep together")
  func korean() {
    #expect(lines("소프트맥스 점수", 12) == ["소프트맥스", "점수"])
  }

  @Test("a formula in a sentence is not broken, and the comma after it stays with it")
  func unbreakable() {
    let runs = [
      StyledRun("we have "), StyledRun("p = q", isUnbreakable: true), StyledRun(", so"),
    ]
    let broken = wrap(runs, width: 12).map { $0.map(\.text).joined() }
    #expect(broken == ["we have", "p = q, so"])
  }

  @Test("styles go with their words")
  func styles() {
    let runs = [StyledRun("plain "), StyledRun("loud words", style: Style(.heading))]
    let broken = wrap(runs, width: 10)
    #expect(broken[0].last?.style == Style(.heading))
    #expect(broken[1] == [StyledRun("words", style: Style(.heading))])
  }

  @Test("a cut text says so")
  func truncation() {
    #expect(truncated("probability", to: 6, tier: .unicode) == "proba…")
    #expect(truncated("probability", to: 6, tier: .ascii) == "pro...")
    #expect(truncated("确率确率", to: 5, tier: .unicode) == "确率…")
  }
}
