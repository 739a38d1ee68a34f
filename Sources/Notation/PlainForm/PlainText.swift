/// LaTeX that was written from plain text, and which source each part of it came from.
struct PlainText {
  var text = ""
  var pieces: [PlainForm.Piece] = []
  /// Whether it is one bracket, which a fraction or a script does not need.
  var bracketed: [PlainText] = []
  var isNumber = false
  /// Ends in `^\top`: a row, which stands right beside the column it is multiplied with.
  var isTransposed = false

  init() {}

  init(_ text: String, _ source: Range<Int>) {
    self.text = text
    pieces = [PlainForm.Piece(latex: 0..<text.utf8.count, source: source)]
  }

  static func + (a: PlainText, b: PlainText) -> PlainText {
    var sum = a
    let shift = a.text.utf8.count
    sum.text += b.text
    sum.pieces += b.pieces.map {
      PlainForm.Piece(
        latex: ($0.latex.lowerBound + shift)..<($0.latex.upperBound + shift), source: $0.source)
    }
    sum.bracketed = []
    sum.isNumber = false
    sum.isTransposed = false
    return sum
  }

  static func + (a: PlainText, b: String) -> PlainText {
    var piece = PlainText()
    piece.text = b
    return a + piece
  }

  static func + (a: String, b: PlainText) -> PlainText {
    var piece = PlainText()
    piece.text = a
    return piece + b
  }

  /// Itself, or what its one bracket holds.
  var unbracketed: PlainText { bracketed.first ?? self }

  /// What of the source it was written from.
  var source: Range<Int>? {
    guard let lower = pieces.map(\.source.lowerBound).min(),
      let upper = pieces.map(\.source.upperBound).max()
    else { return nil }
    return lower..<upper
  }
}
