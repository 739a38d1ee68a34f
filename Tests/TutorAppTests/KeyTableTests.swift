import Foundation
import Lessons
import Meaning
import Notation
import Testing
import TextGrid

@testable import TutorApp

@Suite("The key table")
struct KeyTableTests {
  @Test("every section has keys, and every row a section")
  func complete() {
    for section in KeyTable.sections {
      #expect(!KeyTable.lines(in: section).isEmpty, "\(section.title)")
    }
    for binding in KeyTable.all { #expect(!binding.sections.isEmpty, "\(binding.help)") }
    #expect(Set(KeyTable.sections).count == KeyTable.sections.count)
  }

  @Test("in one section a key has one meaning", arguments: KeyTable.sections)
  func unambiguous(section: KeySection) {
    let keys = KeyTable.all.filter { $0.sections.contains(section) }.flatMap(\.keys)
    #expect(keys.count == Set(keys).count, "\(section.title): a key is bound twice")
  }

  @Test("dispatch finds what the table says")
  func dispatch() {
    for binding in KeyTable.all {
      for section in binding.sections {
        for key in binding.keys {
          #expect(
            KeyTable.binding(for: key, in: section)?.help == binding.help,
            "\(key) in \(section.title)")
        }
      }
    }
  }

  @Test("rows with the same words in one section do the same")
  func sameWords() throws {
    for section in KeyTable.sections {
      let rows = KeyTable.all.filter { $0.sections.contains(section) }
      for (help, same) in Dictionary(grouping: rows, by: \.help) where same.count > 1 {
        let start = try Model.fresh(at: "jacobian:both-cases").after(
          section == LessonScreen.editor ? "e" : section == LessonScreen.panel ? "Tab" : "")
        let ends = same.map { row -> Model in
          var model = start
          _ = row.perform(&model)
          return model
        }
        #expect(ends.dropFirst().allSatisfy { $0 == ends[0] }, "\(help) in \(section.title)")
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
    let reached = Set(KeyTable.all.filter { !plain.isDisjoint(with: $0.keys) }.map(\.help))
      .union(MenuScreen.actions.map(\.help))
    let conveniences: Set<Phrase> = [
      .helpScrollToTop, .helpScrollToEnd, .helpRaiseByOne, .helpLowerByOne, .helpPageUp,
      .helpPageDown, .helpNextLesson, .helpPreviousLesson, .helpSuspend,
    ]
    #expect(Set(KeyTable.all.map(\.help)).subtracting(reached).subtracting(conveniences).isEmpty)
  }

  @Test("help, the key row and the README tell every section there is")
  func told() throws {
    let readme = KeyTable.markdown(.of(.english))
    for section in KeyTable.sections {
      #expect(readme.contains("**\(Words.of(.english)(section.title))**"))
    }
    for place in ["", "e", "e 5", "Tab", "m", "/", "?", "c", "=", "f", "l"] {
      let model = try Model.fresh(at: "jacobian:both-cases").after(place)
      let help = HelpScreen().rows(in: model)
      for section in KeyTable.sections {
        #expect(help.contains(.heading(model.words(section.title))), "\(section.title)")
      }
      let first = model.screen is HelpScreen ? LessonScreen.reading : model.section
      var asked = model
      asked.screens.open(HelpScreen())
      #expect(
        (asked.screen as? HelpScreen)?.rows(in: asked).first
          == .heading(model.words(first.title)) || model.screen is HelpScreen)
      let row = keyRow(model, width: 400)
      for binding in KeyTable.all
      where binding.sections.contains(model.section) && binding.word != nil
        && binding.isOffered(model) && binding.otherWord(model) == nil
      {
        #expect(row.contains(":" + model.words(try #require(binding.word))), "\(place): \(row)")
      }
    }
  }

  @Test("each screen says what it is, and Esc leaves it")
  func screens() throws {
    for key in ["m", "/", "?", "c", "=", "f", "l"] {
      let start = try Model.fresh(at: "jacobian:both-cases")
      let model = start.after(key)
      #expect(!model.screens.isEmpty)
      #expect(!model.screen.title(in: model).left.isEmpty)
      #expect(model.after("Esc").screens.isEmpty)
    }
    // One level outward: from the help of the menu back to the menu.
    let menu = try Model.fresh().after("m")
    #expect(menu.after("? Esc") == menu && menu.after("/ Esc") == menu)
  }

  @Test("every phrase has a text in every language, and is said somewhere")
  func catalogue() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".swift") && !$0.contains("Words/English") && !$0.contains("Words/Phrase")
        && ($0.hasPrefix("TutorApp/") || $0.hasSuffix("StartingPoint.swift"))
    }
    // A phrase is said as a case: `.helpQuit`, not as a word of a comment or a variable.
    var said: Set<String> = []
    let asking = try Regex(
      #"(?:(?:words|text|filled|\(language\))\(|(?:word|one|many|title):|\],"#
        + #"|saying \{.*\?|words\([a-z]+ \?)\s*\.([a-z]+)\b"#, as: (Substring, Substring).self)
    var asked: Set<String> = []
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for piece in text.split(separator: ".").dropFirst() {
        said.insert(String(piece.prefix { $0.isLetter || $0.isNumber }))
      }
      for match in text.matches(of: asking) { asked.insert(String(match.1)) }
    }
    for phrase in Phrase.allCases {
      for language in Language.allCases {
        let hasText = Words.of(language).phrases.keys.contains(phrase)
        #expect(hasText, "no text for \(phrase) in \(language)")
      }
      // A name of one word may be a case of anything: only where words are asked for does it count.
      let isPlain = phrase.rawValue.allSatisfy(\.isLowercase)
      let isSaid =
        isPlain ? asked.contains(phrase.rawValue) : said.contains(phrase.rawValue)
      #expect(isSaid, "nothing says \(phrase)")
    }
  }

  @Test("every kind of term has its words in every language", arguments: Language.allCases)
  func terms(language: Language) {
    let known = Set(Words.of(language).terms.keys.map(\.rawValue))
    let wanted = Set(TermKind.allCases.map(\.rawValue)).union(NameMeaning.allCases.map(\.rawValue))
    #expect(wanted.subtracting(known).isEmpty)
  }

  @Test("the key row keeps help and quit at any width", arguments: [10, 20, 40, 60, 80, 120])
  func keyRowKeeps(width: Int) throws {
    let model = try Model.fresh(size: Size(columns: width, rows: 24))
    let row = keyRow(model, width: width)
    #expect(row.contains("?:help") && row.contains("q:quit"))
  }
}
