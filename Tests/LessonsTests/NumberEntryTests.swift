import Lessons
import Notation
import Testing

@Suite("a typed number")
struct NumberEntryTests {
  static let accepted: [(String, Double)] = [
    ("2", 2), ("-0.5", -0.5), ("+1", 1), (".5", 0.5), ("-.5", -0.5), ("5.", 5), ("1e3", 1000),
    ("1E-3", 0.001), ("  7 ", 7), ("2/3", 2.0 / 3), ("-1/4", -0.25), ("1 / 8", 0.125),
    ("3/-4", -0.75), ("−2", -2), ("－２．５", -2.5), ("１２。５", 12.5), ("１／２", 0.5), ("１ｅ２", 100),
    ("0e-999", 0), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("5e-324", .leastNonzeroMagnitude),
  ]

  @Test("is read in every form a keyboard gives", arguments: accepted)
  func reads(text: String, value: Double) {
    #expect(NumberEntry.parse(text) == .success(value))
  }

  static let refused: [(String, NumberRefusal)] = [
    ("", .empty), ("   ", .empty), ("\u{3000}", .empty), ("nan", .notANumber),
    ("-NaN", .notANumber),
    ("abc", .unreadable("abc")), ("1e999", .tooLarge("1e999")), ("-1e999", .tooLarge("-1e999")),
    ("1e-999", .tooSmall("1e-999")), ("--3", .signs("--3")), ("+-3", .signs("+-3")),
    ("−－3", .signs("−－3")), ("1/0", .divisionByZero("1/0")), ("0/0", .divisionByZero("0/0")),
    ("1e308/1e-308", .tooLarge("1e308/1e-308")), ("1/2/3", .unreadable("1/2/3")),
    ("1/", .unreadable("1/")), ("0,5", .comma("0,5")), ("1.2.3", .unreadable("1.2.3")),
    ("1e", .unreadable("1e")), ("e3", .unreadable("e3")), (".", .unreadable(".")),
    ("0x10", .unreadable("0x10")), ("1 2", .unreadable("1 2")), ("٣", .unreadable("٣")),
    ("inf", .infinity), ("-inf", .infinity),
  ]

  @Test("is refused with its reason", arguments: refused)
  func refuses(text: String, refusal: NumberRefusal) {
    #expect(NumberEntry.parse(text) == .failure(refusal))
    #expect(RefusalWords.of(.english).sentence(refusal).hasSuffix("."))
  }

  @Test("infinity is read where it has a meaning")
  func infinity() {
    #expect(NumberEntry.parse("inf", allowsInfinity: true) == .success(.infinity))
    #expect(NumberEntry.parse("-inf", allowsInfinity: true) == .success(-.infinity))
    #expect(NumberEntry.parse("−∞", allowsInfinity: true) == .success(-.infinity))
    #expect(NumberEntry.parse("nan", allowsInfinity: true) == .failure(.notANumber))
  }

  @Test("a Double's own text reads back as the same Double", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    // Bits of every exponent; the multiplier is that of Knuth's MMIX generator.
    let value = Double(bitPattern: (seed + 1) &* 6_364_136_223_846_793_005)
    guard value.isFinite else { return }
    #expect(NumberEntry.parse(value.description) == .success(value))
  }

  @Test("a list is divided by commas, semicolons or spaces")
  func lists() {
    for text in ["2,1,0", "2, 1, 0", "2;1;0", "2 1 0", "[2, 1, 0]", "(2,1,0)", " 2，1，0 "] {
      #expect(NumberEntry.parseList(text) == .success([2, 1, 0]), "\(text)")
    }
    #expect(NumberEntry.parseList("-1,0,1") == .success([-1, 0, 1]))
    #expect(NumberEntry.parseList("1,-inf", allowsInfinity: true) == .success([1, -.infinity]))
    #expect(NumberEntry.parseList("") == .failure(.empty))
    #expect(NumberEntry.parseList("[]") == .failure(.empty))
    #expect(NumberEntry.parseList("1,,2") == .failure(.empty))
    #expect(NumberEntry.parseList("1,x") == .failure(.unreadable("x")))
    #expect(NumberEntry.parseList("1,inf") == .failure(.infinity))
  }

  @Test("digits, signs and points of any input method begin a number; letters do not")
  func starts() {
    for character in "0７-−－+.．。" { #expect(NumberEntry.isStart(character), "\(character)") }
    for character in "eaｅ ,/ㅂ" { #expect(!NumberEntry.isStart(character), "\(character)") }
  }
}
