import Lessons
import SoftmaxCore
import Testing
import TutorApp

@testable import softmax_tutor

@Suite("JSON")
struct JSONTests {
  static let readable: [(text: String, json: JSON)] = [
    ("null", .null), (" true ", .bool(true)), ("[]", .array([])), ("{}", .object([:])),
    ("-0", .number("-0")), ("1.5e-3", .number("1.5e-3")), ("0.0E+10", .number("0.0E+10")),
    ("\"\"", .string("")), ("\"é\\u00e9\\n\\/\\\"\"", .string("éé\n/\"")),
    ("\"\\ud83d\\ude00\"", .string("😀")),
    ("[1,\n[2]]", .array([.number("1"), .array([.number("2")])])),
    ("{\"a\": [null], \"b\": \"c\"}", .object(["a": .array([.null]), "b": .string("c")])),
  ]

  @Test("what RFC 8259 allows is read", arguments: readable)
  func reads(text: String, json: JSON) {
    #expect(JSONReader.read(Array(text.utf8)) == json)
    #expect(JSONReader.read(Array(json.written.utf8)) == json)
  }

  @Test(
    "what it does not allow is refused",
    arguments: [
      "", " ", "nul", "True", "01", "1.", ".5", "+1", "-", "1e", "0x1", "NaN", "Infinity", "[1,]",
      "[1 2]", "[", "]", "{", "{\"a\"}", "{\"a\":}", "{a: 1}", "{'a': 1}", "{\"a\": 1,}", "1 2",
      "\"", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\udc00\"",
      "\"\\ud800\\u0041\"", "// a\n1", "{\"a\": 1, \"a\": 2}", "\u{FEFF}1", "[1]x",
    ])
  func refuses(text: String) {
    #expect(JSONReader.read(Array(text.utf8)) == nil)
  }

  @Test("bytes that are no UTF-8, and nesting without end, are refused")
  func hostile() {
    #expect(JSONReader.read([0x22, 0xFF, 0x22]) == nil)
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(JSONReader.read(open) == nil)
    #expect(
      JSONReader.read(open.prefix(100) + [UInt8](repeating: UInt8(ascii: "]"), count: 100)) != nil)
  }

  @Test("no control character is written as it is")
  func controls() {
    let text = String(String.UnicodeScalarView((0...0x9F).compactMap { Unicode.Scalar($0) }))
    let written = JSON.string(text).written.dropLast()
    #expect(
      !written.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    #expect(JSONReader.read(Array(written.utf8)) == .string(text))
  }

  @Test("progress is read back as it was, infinities too")
  func progress() {
    var example = Example(logits: [2, 0.1, -.infinity], target: [0, 1, 0], temperature: .infinity)
    example.unit = .bits
    example.givenProbabilities = [0.7, 0.2, 0.1]
    let progress = Progress(
      lesson: "kl", step: "a", seen: ["kl": ["a", "b"], "softmax": []], example: example)
    #expect(ProgressFile.decode(ProgressFile.encode(progress)) == .progress(progress))
  }

  /// As the program wrote it before it had a writer of its own.
  private static let older = """
    {
      "example" : {
        "decimals" : 4,
        "i" : 0,
        "j" : 1,
        "logits" : [
          2,
          0.10000000000000001,
          "-inf"
        ],
        "reference" : [
          0.5,
          0.3,
          0.2
        ],
        "target" : [
          1,
          0,
          0
        ],
        "temperature" : "inf",
        "unit" : "hartleys"
      },
      "lesson" : "softmax",
      "seen" : {
        "softmax" : [
          "three-scores"
        ]
      },
      "step" : "three-scores",
      "version" : 1
    }

    """

  @Test("an older file is read, and one whose numbers make no example is damaged")
  func olderFile() {
    guard case .progress(let progress) = ProgressFile.decode(Array(Self.older.utf8)) else {
      Issue.record("it was not read")
      return
    }
    #expect(progress.example.logits == [2, 0.1, -.infinity])
    #expect(progress.example.temperature == .infinity && progress.example.unit == .hartleys)
    #expect(progress.seen == ["softmax": ["three-scores"]])
    for (part, other) in [
      ("\"i\" : 0", "\"i\" : 3"), ("\"i\" : 0", "\"i\" : 0.5"),
      ("\"unit\" : \"hartleys\"", "\"unit\" : 1"),
      ("\"temperature\" : \"inf\"", "\"temperature\" : -1"), ("0.5,", "1.5,"),
      ("\"step\"", "\"stop\""),
      ("      0\n", "      \"x\"\n"), ("\"version\" : 1", "\"version\" : true"),
    ] {
      let text = Self.older.replacing(part, with: other)
      #expect(text != Self.older)
      #expect(ProgressFile.decode(Array(text.utf8)) == .unusable(.damaged), "\(part) \(other)")
    }
    let newer = Self.older.replacing("\"version\" : 1", with: "\"version\" : 2")
    #expect(ProgressFile.decode(Array(newer.utf8)) == .unusable(.newer(version: 2)))
  }
}
