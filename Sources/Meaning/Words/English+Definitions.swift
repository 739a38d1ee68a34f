import Notation

extension DefinitionProblem {
  var english: String {
    switch self {
    case .noDefinition: "a definition needs a name, = and what it means"
    case .noRightSide: "a definition needs a right side"
    case .severalEqualsSigns: "a definition has one = only"
    case .hasItsMeaning(let name): "\(name) has its meaning already; define another name"
    case .leftSide: "the left side of a definition is one name, with indices or arguments"
    case .argumentNotAName: "an argument in a definition is one name"
    case .notAName: "this is not a name that can be defined"
    case .indexNotAName:
      "an index in a definition is one name; what is to be computed stands on the right side"
    case .equalIndices: "the indices of a definition must differ"
    case .indexOnRightOnly(let index): "the index \(index) stands on the right side only"
    case .indexElsewhere(let name):
      "\(name) is an index elsewhere in the course; in this lesson it is not"
    case .entryIsNoNumber(let sort): "an entry must be a number, and this is a \(sort.english)"

    case .isDefinedByItself(let name): "\(name) is defined by itself"
    case .nestedDeeperWithDefinitions(let deepest):
      "this is nested deeper than \(deepest), with the definitions it uses"
    case .inDefinition(let of, let because):
      "in the definition of \(of): \(because.sentence(in: .english))"
    case .hasNoValue(let name, let because):
      "\(name) has no value: \(because.sentence(in: .english))"
    }
  }
}
