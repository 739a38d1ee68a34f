import Notation

/// A chain of relations as it is written, its sides not yet read.
struct Statement {
  struct Side {
    var formula: Int
    var items: [Notation] = []
    /// Where an empty side stands.
    var place: Notation
  }

  /// What stood between it and what follows.
  enum End { case rowEnd, comma, gap, arrow, colon, words, bracket }

  var sides: [Side]
  var links: [Chain.Link] = []
  var formula: Int
  /// The line of an aligned block where it begins, from 0.
  var row: Int
  var end = End.rowEnd
  /// Whether "if", "for" or "when" stands before it: it says where something else holds.
  var isLedByCondition = false
  /// Whether it stands in a `&&` cell: a name alone is no claim there.
  var isReason = false
  /// The row of the line it is written beside, if it is no line of its own.
  var besideRow: Int?
}
