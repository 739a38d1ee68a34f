import Foundation
import Lessons
import Testing
import TextGrid

@testable import TutorApp

/// `docs/behaviour.md` is executed: a promise that is not kept is a failing test.
@Suite("What the program promises a person")
struct BehaviourTests {
  /// A block of the document: where it begins, then lines of keys and what comes of them.
  struct Block: CustomTestStringConvertible {
    var line: Int
    var start: String
    var steps: [(line: Int, text: String)]
    var testDescription: String { "docs/behaviour.md:\(line) \(start)" }
  }

  static let blocks: [Block] = {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/behaviour.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var blocks: [Block] = []
    var isInside = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```behaviour" {
        isInside = true
        blocks.append(Block(line: index + 2, start: "", steps: []))
      } else if line.hasPrefix("```") {
        isInside = false
      } else if isInside {
        if blocks[blocks.count - 1].start.isEmpty {
          blocks[blocks.count - 1].start = String(line)
        } else {
          blocks[blocks.count - 1].steps.append((index + 1, String(line)))
        }
      }
    }
    return blocks
  }()

  @Test("the document has its promises")
  func there() {
    #expect(Self.blocks.count >= 14)
    #expect(Self.blocks.allSatisfy { !$0.steps.isEmpty })
  }

  @Test("every promise is kept", arguments: blocks)
  func kept(block: Block) throws {
    let start = block.start.split(separator: " ").map(String.init)
    let size = start.count > 1 ? start[1].split(separator: "x").compactMap { Int($0) } : [80, 24]
    var model = try Model.fresh(at: start[0], size: Size(columns: size[0], rows: size[1]))
    for step in block.steps {
      let promise = try #require(
        step.text.firstMatch(of: /^(.*?)(?:\s{2,}|^)(?=(?:shows|hides|example|at) )/),
        "line \(step.line) promises nothing")
      for key in Key.script(String(promise.1)) {
        for effect in update(&model, .keyPressed(key)) {
          #expect(effect != .quit, "line \(step.line) quits")
        }
      }
      var rest = step.text[promise.range.upperBound...]
      var count = 0
      while let match = rest.firstMatch(
        of: /(shows|hides) "([^"]*)"|(example) ([-0-9., ]+)|(at) ([a-z0-9:-]+)/)
      {
        count += 1
        check(match.output, model, line: step.line)
        rest = rest[match.range.upperBound...]
      }
      #expect(count > 0 && rest.allSatisfy { $0 == " " }, "line \(step.line) is not read")
    }
  }

  private typealias Promise = (
    Substring, Substring?, Substring?, Substring?, Substring?, Substring?, Substring?
  )

  private func check(_ promise: Promise, _ model: Model, line: Int) {
    let screen = view(model).lines.joined(separator: "\n")
    if let text = promise.2 {
      #expect(
        screen.contains(text) == (promise.1 == "shows"), "line \(line): “\(text)” in\n\(screen)")
    } else if let numbers = promise.4 {
      let wanted = numbers.split { ", ".contains($0) }.compactMap { Double($0) }
      #expect(model.example.logits == wanted, "line \(line)")
    } else if let place = promise.6 {
      #expect("\(model.lesson.slug):\(model.step.id)" == place, "line \(line)")
      #expect(model.screens.isEmpty, "line \(line)")
    }
  }
}
