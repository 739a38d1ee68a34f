import Notation
import Testing

@testable import Lessons

@Suite("Refusals in words")
struct RefusalWordsTests {
  @Test("every reason has a sentence in every language", arguments: Language.allCases)
  func complete(language: Language) {
    let texts = RefusalWords.of(language).texts
    for phrase in RefusalWords.Phrase.allCases {
      #expect(texts.keys.contains(phrase), "\(phrase) in \(language)")
    }
  }

  @Test("a sentence names what was found and what to do, with nothing left to fill in")
  func sentences() {
    let words = RefusalWords.of(.english)
    let typed: [NumberRefusal] = [
      .empty, .unreadable("abc"), .signs("--3"), .comma("1,5"), .notANumber, .infinity,
      .divisionByZero("1/0"), .tooLarge("1e999"), .tooSmall("1e-999"),
    ]
    let edits: [EditRefusal] = [
      .notANumber, .infiniteLogit, .everythingMasked, .negativeWeight(-0.5), .infiniteWeight,
      .negativeTemperature(-1), .tooManyClasses(most: 12), .tooFewClasses(least: 2),
      .decimalsOutOfRange(11),
    ]
    let sentences = typed.map(words.sentence) + edits.map(words.sentence)
    #expect(Set(sentences).count == sentences.count - 1, "NaN is refused in the same words twice")
    for sentence in sentences {
      #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."), "\(sentence)")
      #expect(sentence.first?.isUppercase ?? false || sentence.first == "“", "\(sentence)")
      #expect(!sentence.contains("%"), "\(sentence)")
    }
    #expect(words.sentence(.negativeWeight(-0.5)).contains("this is -0.5;"))
    #expect(words.insideSentence(EditRefusal.infiniteLogit).hasPrefix("a score of +∞"))
    #expect(words.insideSentence(NumberRefusal.notANumber) == "NaN is no number; give a number")
  }
}
