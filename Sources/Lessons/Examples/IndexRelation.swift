import Notation

/// How a step ties the indices i and j: `when: i = j`, `when: i \neq j`.
public enum IndexRelation: Hashable, Sendable {
  case equal, different

  /// nil for any other condition.
  init?(_ condition: Formula) {
    switch condition.source.filter({ $0 != " " }) {
    case "i=j", "j=i": self = .equal
    case #"i\neqj"#, #"i\nej"#, #"j\neqi"#, #"j\nei"#: self = .different
    default: return nil
    }
  }
}

extension Step {
  /// How i and j are tied here; nil where each goes its own way.
  public var indexRelation: IndexRelation? { condition.flatMap { IndexRelation($0.value) } }
}

extension Example {
  /// The same with j moved to where the relation holds: on i, or to the class after it.
  public func tied(by relation: IndexRelation?) -> Example {
    var tied = self
    switch relation {
    case .equal: tied.j = i
    case .different where i == j: tied.j = (i + 1) % classCount
    case .different, nil: break
    }
    return tied
  }
}
