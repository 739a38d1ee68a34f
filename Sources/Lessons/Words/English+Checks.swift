import Notation

extension CheckProblem {
  var english: String {
    switch self {
    case .ownNumber(let name): "\(name) is the reader's own number; define another name"
    case .definedAlready(let name, let line): "\(name) is defined on line \(line) already"
    case .withoutTemperature: "T does not stand in this definition, so it is judged at T = 1"
    case .unusedDefinition(let of):
      "no equals sign uses \(of), so nothing holds its definition to anything; state in a "
        + "formula what it equals"
    case .differsFromCore(let quantity, let own, let core, let numbers):
      "\(quantity) is \(own) by this definition and \(core) by SoftmaxCore, for \(numbers)"

    case .beforeRounded: "= stands before a rounded number; write \\approx"
    case .falseSign(let sign): sign.english
    case .notJudged(let reason): "this sign can't be judged: \(reason.english)"

    case .notOneNumber(let value): "a number in the text is one number; this is \(value)"
    case .undefinedForOwn: "this is undefined for the lesson's own example"
    case .noValueForOwn(let because):
      "for the lesson's own example this has no value: \(because.sentence(in: .english))"
    case .noValueForTwo(let because):
      "with two classes this has no value: \(because.sentence(in: .english))"
    case .noValueSomewhere(let numbers, let because):
      "for \(numbers) this "
        + (because.map { "has no value: \($0.sentence(in: .english))" } ?? "is undefined")
        + "; say in the step's directive what it needs"
    case .panelOfOneNumber: "a panel shows one number for each i and j"

    case .tooWide(let columns, let width, let isASCII, let isDisplay):
      "the formula takes \(columns) columns\(isASCII ? " in ASCII" : "") where there are "
        + "\(width); \(isDisplay ? "write it in parts" : "give it a fence of its own")"
    }
  }
}
