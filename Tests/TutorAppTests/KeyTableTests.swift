import Foundation
import Lessons
import Testing
import TextGrid

@testable import TutorApp

@Suite("The key table")
struct KeyTableTests {
  @Test("every action can be asked for")
  func complete() {
    #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
  }

  @Test("in one mode a key has one meaning", arguments: Mode.allCases)
  func unambiguous(mode: Mode) {
    let keys = Binding.all.filter { $0.modes.contains(mode) }.flatMap(\.keys)
    #expect(keys.count == Set(keys).count, "\(mode): a key is bound twice")
  }

  @Test("dispatch finds what the table says")
  func dispatch() {
    for binding in Binding.all {
      for mode in binding.modes {
        for key in binding.keys {
          #expect(Binding.action(for: key, in: mode) == binding.action, "\(key) in \(mode)")
        }
      }
    }
  }

  @Test("everything is within reach of arrows, Enter, Esc, Tab, Space and digits")
  func plainKeys() throws {
    let plain: Set<Key> = [
      .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .character(" "),
    ]
    // Scrolling ends, page keys and the copy are conveniences of what plain keys reach, and Ctrl-Z
    // is the shell's own; a lesson is chosen in the menu.
    let reached = Set(Binding.all.filter { !plain.isDisjoint(with: $0.keys) }.map(\.action))
      .union(Model.menuActions)
    let conveniences: Set<Action> = [
      .scrollToTop, .scrollToEnd, .raiseByOne, .lowerByOne, .pageUp, .pageDown, .nextLesson,
      .previousLesson, .suspend,
    ]
    #expect(Set(Action.allCases).subtracting(reached).subtracting(conveniences).isEmpty)
  }

  @Test("every phrase has a text, and each is said somewhere")
  func catalogue() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("/Words/") }
    let sources = try files.map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
    let said = Set(sources.joined().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for phrase in Phrase.allCases {
      #expect(Words.english.texts[phrase] != nil, "no English text for \(phrase)")
      let isSaid = said.contains(phrase.rawValue)
      #expect(isSaid, "nothing says \(phrase)")
    }
  }

  @Test("the key row keeps help and quit at any width", arguments: [10, 20, 40, 60, 80, 120])
  func keyRowKeeps(width: Int) throws {
    let model = try Model.fresh(size: Size(columns: width, rows: 24))
    let row = keyRow(model, width: width)
    #expect(row.contains("?:help") && row.contains("q:quit"))
  }
}
