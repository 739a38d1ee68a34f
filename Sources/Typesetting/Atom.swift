import Notation

/// One item of a row, drawn, with what its neighbours need to know.
struct Atom {
  var box: Box
  /// A spliced group may begin and end with different classes.
  var left: Symbol.AtomClass
  var right: Symbol.AtomClass
  var notation: Notation
  /// The symbol's name, where the atom is one symbol or ends in one.
  var name: String?
  var isSpace = false
  var isUnary = false
  var isFraction = false
  var isTallFence = false
  /// A word or a linear script, which a letter beside it would join.
  var isWordy = false
  /// Σ or Π, with or without limits.
  var isBigOperator = false
  /// Drawn with strokes over several rows, as ASCII does it: what stands beside it would run into
  /// them.
  var isDrawing = false
  var startsInBlank = false
  var endsInBlank = false
  /// A delimiter of its own, as tall as its row; with the scripts that hang on it.
  var stretch: Delimiter?
  var scripts: Typesetter.DrawnScripts?
  /// How deep in opened-up fences it stands when a line is broken.
  var level = 0
  /// The line may break before it: it follows a blank in a text.
  var followsTextBlank = false

  init(_ box: Box, _ atomClass: Symbol.AtomClass, _ notation: Notation) {
    self.box = box
    left = atomClass
    right = atomClass
    self.notation = notation
  }

  var firstCharacter: Character? { box.rows[box.baseline].first?.text.first }
  var lastCharacter: Character? { box.rows[box.baseline].last?.text.first }
}
