import Testing

@Suite("Published cases")
struct PublishedCasesTests {
  @Test(
    "the answer is the one expected, by every way the library has to it",
    arguments: PublishedCase.all)
  func answerIsTheOneExpected(published: PublishedCase) throws {
    let answers = [
      ("vectors", try published.vectorAnswer()), ("arrays", try published.arrayAnswer()),
    ]
    #expect(answers.contains { $0.1 != nil }, "\(published.id): nobody answers")
    for (way, answer) in answers {
      if let answer, let fault = published.fault(in: answer) { Issue.record("\(way): \(fault)") }
    }
  }
}
