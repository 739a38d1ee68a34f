import Notation

/// TeX's spaces between atoms, in columns: 3mu is 0, 4mu and 5mu are 1.
enum Spacing {
  typealias AtomClass = Symbol.AtomClass

  /// A binary sign without two operands is a sign of one: `-x`, `(-x`, `= -x`.
  static func resolveUnary(_ atoms: inout [Atom]) {
    var before: AtomClass?
    for index in atoms.indices where !atoms[index].isSpace {
      if atoms[index].left == .binary, atoms[index].right == .binary {
        let after = atoms[(index + 1)...].first { !$0.isSpace }?.left
        let hasLeft = before.map { !leavesOperandToCome($0) }
        let hasRight = after.map { ![.relation, .closing, .punctuation].contains($0) }
        if hasLeft != true || hasRight != true {
          atoms[index].left = .ordinary
          atoms[index].right = .ordinary
          atoms[index].isUnary = true
        }
      }
      before = atoms[index].right
    }
  }

  /// Bars that stand in pairs are fences: `|x − a| log b`. One between two operands, as in p(y|x),
  /// stays what it is.
  static func resolveBars(_ atoms: inout [Atom]) {
    var isOpen = false
    var before: AtomClass?
    for index in atoms.indices where !atoms[index].isSpace {
      defer { before = atoms[index].right }
      guard atoms[index].name == "|", atoms[index].left == .ordinary else { continue }
      if isOpen {
        (atoms[index].left, atoms[index].right) = (.closing, .closing)
        isOpen = false
      } else if before.map(leavesOperandToCome) ?? true,
        atoms[(index + 1)...].contains(where: { $0.name == "|" })
      {
        (atoms[index].left, atoms[index].right) = (.opening, .opening)
        isOpen = true
      }
    }
  }

  private static func leavesOperandToCome(_ atomClass: AtomClass) -> Bool {
    [.binary, .operation, .relation, .opening, .punctuation].contains(atomClass)
  }

  static func gap(_ a: Atom, _ b: Atom, isScript: Bool) -> Int {
    if a.isSpace || b.isSpace || a.endsInBlank || b.startsInBlank { return 0 }
    if runTogether(a, b) { return 1 }
    if a.isDrawing || b.isDrawing, b.left != .punctuation { return 1 }
    if a.name == "/" || b.name == "/" { return a.isFraction || b.isFraction ? 1 : 0 }
    if isScript {
      let isOpening = b.left == .opening || b.left == .closing || b.left == .punctuation
      if a.right == .operation { return isOpening ? 0 : a.isUnary ? 0 : 1 }
      return b.left == .operation && [.ordinary, .closing].contains(a.right) && !a.isUnary ? 1 : 0
    }
    if b.name == ".", ![.punctuation, .relation].contains(a.right) { return 0 }
    if a.isUnary, b.box.height == 1 { return 0 }
    if a.isFraction || b.isFraction {
      // Bars never touch a bar, a minus or a letter.
      if a.right == .opening || b.left == .closing || b.left == .punctuation { return 0 }
      return a.isFraction && b.isTallFence && b.left == .opening ? 0 : 1
    }
    if a.isUnary { return 0 }
    if a.isBigOperator, b.left == .opening { return 1 }
    if a.isTallFence, a.right == .closing, b.left == .ordinary, !b.isUnary { return 1 }
    if a.name == "ldots", b.name == "," { return 0 }
    return columns(a.right, b.left)
  }

  /// Words and letters that would read as one word: `theta x`, `p_i y_j` in ASCII.
  private static func runTogether(_ a: Atom, _ b: Atom) -> Bool {
    // ∂ is a `d` in ASCII, and `dx` is one word to everybody.
    guard a.isWordy || b.isWordy, a.name != "partial", let left = a.lastCharacter,
      let right = b.firstCharacter
    else {
      return false
    }
    return (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber)
  }

  private static func columns(_ left: AtomClass, _ right: AtomClass) -> Int {
    switch (left, right) {
    case (.ordinary, .operation), (.ordinary, .binary), (.ordinary, .relation), (.ordinary, .inner):
      1
    case (.operation, .ordinary), (.operation, .operation), (.operation, .relation),
      (.operation, .inner):
      1
    case (.binary, .ordinary), (.binary, .operation), (.binary, .opening), (.binary, .inner): 1
    case (.relation, .ordinary), (.relation, .operation), (.relation, .opening),
      (.relation, .inner):
      1
    case (.opening, .relation): 1
    case (.closing, .operation), (.closing, .binary), (.closing, .relation), (.closing, .inner): 1
    case (.punctuation, .binary): 0
    case (.punctuation, _): 1
    case (.inner, .ordinary), (.inner, .operation), (.inner, .binary), (.inner, .relation),
      (.inner, .inner):
      1
    default: 0
    }
  }
}
