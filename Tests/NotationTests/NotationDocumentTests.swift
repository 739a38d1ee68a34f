import Foundation
import Notation
import Testing
import TextGrid
import Typesetting

@Suite("docs/notation.md")
struct NotationDocumentTests {
  static let text: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/notation.md"), encoding: .utf8))
      ?? ""
  }()

  /// The rows of the table under a heading, each cell without its backticks.
  static func rows(under heading: String) -> [[String]] {
    let lines = text.components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.dropFirst(3).dropLast(3).components(separatedBy: "` | `")
    }
  }

  @Test("what is written reads as the table says")
  func written() {
    let rows = Self.rows(under: "| written | reads as |")
    #expect(rows.count > 6)
    for row in rows {
      #expect(loose(row[0]) == loose(row[1]), "\(row)")
      #expect(!Formula(row[0]).hasErrors && Formula(row[1]).diagnostics.isEmpty, "\(row)")
    }
  }

  /// Braces around one item make no difference.
  private func loose(_ latex: String) -> String {
    Shape.of(latex).filter { $0 != "[" && $0 != "]" }
  }

  @Test("what is typed becomes the LaTeX that the table says")
  func typed() throws {
    let rows = Self.rows(under: "| typed | LaTeX |")
    #expect(rows.count > 6)
    for row in rows { #expect(try PlainForm(row[0]).latex == row[1]) }
  }

  @Test("what is refused says what to write")
  func refused() {
    let rows = Self.rows(under: "| refused | what to write |")
    #expect(rows.count > 3)
    for row in rows {
      do throws(FormulaDiagnostic) {
        Issue.record("\(row[0]) became \(try PlainForm(row[0]).latex)")
      } catch {
        #expect(error.suggestion == row[1])
      }
    }
  }

  @Test("the example's line stands in the table, and draws what is said")
  func symbol() throws {
    let line = try #require(
      Self.text.components(separatedBy: "```text\n").dropFirst().first?.prefix { $0 != "\n" })
    let fields = line.split(separator: " ").map(String.init)
    let entry = try #require(SymbolTable.entry(fields[0]))
    #expect([entry.symbol.name, entry.unicode, entry.ascii] == [fields[0], fields[2], fields[3]])
    #expect(entry.symbol.atomClass == .binary && fields[1] == "bin")
    let rows = Self.rows(under: "| LaTeX | Unicode | ASCII |")
    #expect(rows.count == 2)
    for row in rows {
      for (tier, drawn) in [(GlyphTier.unicode, row[1]), (.ascii, row[2])] {
        #expect(Formula(row[0]).picture(TypesettingOptions(tier: tier)).lines == [drawn])
      }
    }
  }

  @Test("every symbol has a sign of one column or a word, an ASCII one, and no other sign's name")
  func symbols() throws {
    #expect(SymbolTable.names.count > 200)
    for name in SymbolTable.names {
      let entry = try #require(SymbolTable.entry(name), "\(name)")
      let isWord = entry.unicode.allSatisfy(\.isASCII)
      #expect(cellWidth(of: entry.unicode) == 1 || isWord, "\(name)")
      #expect(entry.ascii.allSatisfy(\.isASCII) && !entry.ascii.isEmpty, "\(name)")
    }
    for (alias, name) in SymbolTable.aliases {
      #expect(SymbolTable.entry(name) != nil && SymbolTable.entry(alias) == nil, "\(alias)")
    }
  }
}
