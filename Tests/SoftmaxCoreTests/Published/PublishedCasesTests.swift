import Testing

@Suite("Published cases")
struct PublishedCasesTests {
  @Test("the answer is the one expected, within the tolerance stated", arguments: PublishedCase.all)
  func answerIsTheOneExpected(published: PublishedCase) throws {
    guard let got = try published.vectorAnswer() else { return }
    if let fault = published.fault(in: got) { Issue.record("\(fault)") }
  }
}
