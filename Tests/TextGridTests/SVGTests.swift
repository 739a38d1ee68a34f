import Foundation
import Testing
import TextGrid

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pictures of a screen")
struct SVGTests {
  private struct Colours: SVGColours {
    let page = RGB(red: 18, green: 18, blue: 18)
    let ink = RGB(red: 208, green: 208, blue: 208)

    func paint(_ style: Style) -> SVGPaint {
      SVGPaint(
        ink: style.role == .scores ? RGB(red: 1, green: 2, blue: 255) : ink,
        emphasis: style.emphasis)
    }
  }

  /// The elements of a picture: name, attributes, text.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String], text: String)] = []
    var error: (any Error)?

    init(_ svg: String) {
      super.init()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = self
      if !parser.parse() { error = parser.parserError }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      found.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = found.indices.last { found[last].text += text }
    }
  }

  private func elements(_ canvas: Canvas) throws -> Elements {
    let elements = Elements(canvas.svg(title: "A <b> & c", colours: Colours()))
    if let error = elements.error { throw error }
    return elements
  }

  @Test("it is XML, whatever stands on the screen, and its texts are those of the screen")
  func escaped() throws {
    var canvas = Canvas(size: Size(columns: 40, rows: 3))
    canvas.write("a < b && c > \"d\" ]]> 'e'", row: 0, column: 2)
    canvas.write("한글 ∂pᵢ", row: 1, column: 0, style: Style(.scores, .bold))
    let found = try elements(canvas).found
    #expect(found.first { $0.name == "title" }?.text.hasPrefix("A <b> & c") == true)
    let texts = found.filter { $0.name == "text" }
    #expect(texts[0].text.hasPrefix("a < b && c > \"d\" ]]> 'e'"))
    #expect(texts[1].text.hasPrefix("한글 ∂pᵢ"))
    #expect(
      texts[1].attributes["fill"] == "#0102ff" && texts[1].attributes["font-weight"] == "bold")
  }

  @Test("each text begins at its column and is as long as its cells, wide characters too")
  func places() throws {
    var canvas = Canvas(size: Size(columns: 30, rows: 2))
    canvas.write("ab", row: 0, column: 3)
    canvas.write("한글", row: 1, column: 5)
    canvas.write("z", row: 1, column: 20)
    let texts = try elements(canvas).found.filter { $0.name == "text" }
    let cell = 9
    #expect(texts.map { $0.attributes["x"] } == [3, 5, 20].map { String($0 * cell) })
    #expect(texts.map { $0.attributes["textLength"] } == [2, 4, 1].map { String($0 * cell) })
  }

  @Test("bars are rectangles of their length, and reverse video exchanges ink and page")
  func bars() throws {
    var canvas = Canvas(size: Size(columns: 30, rows: 2))
    canvas.write("███▌", row: 0, column: 2, style: Style(.scores))
    canvas.write("x", row: 1, column: 0, style: Style(.body, .reverse))
    let found = try elements(canvas).found
    // The first is the page.
    let bars = found.filter { $0.name == "rect" }.dropFirst()
    #expect(bars.map { $0.attributes["width"] } == ["27", "4.5", "9"])
    #expect(bars.map { $0.attributes["x"] } == ["18", "45", "0"])
    #expect(bars.last?.attributes["fill"] == "#d0d0d0")
    #expect(found.last { $0.name == "text" }?.attributes["fill"] == "#121212")
  }
}
