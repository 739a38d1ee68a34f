extension FileProblem {
  var english: String {
    switch self {
    case .lessonTooLong(let bytes, let longest):
      "a lesson of \(bytes) bytes is longer than \(longest); make it several"
    case .lineTooLong(let bytes, let longest):
      "a line of \(bytes) bytes is longer than \(longest); break it"
    case .tab: "a tab has no fixed width; use spaces"
    case .notUTF8: "the file is not UTF-8 here; save it as UTF-8"
    case .controlCharacter(let code):
      "the control character \(code) has no place in a lesson; delete it"
    case .noFrontMatter:
      "a lesson begins with front matter: a line ---, then title: and summary:, then ---"
    case .moreToMend: "mend these first; there is more to mend"

    case .fileName: "a lesson's file is named NN-slug.md, as in 08-jacobian.md"
    case .slugTaken(let slug, let by):
      "the slug \(slug) is taken by \(by); give the lesson another name"
    case .slugShipped(let slug, let by):
      "the slug \(slug) belongs to the shipped lesson \(by); give your lesson another name"
    case .numberTaken(let number, let by): "the number \(number) is taken by \(by); give another"
    case .needsUnknown(let slug): "the lesson needs \(slug), and there is no such lesson"
    case .needsLater(let slug): "the lesson needs \(slug), which comes after it"
    case .needsItself: "the lesson needs itself"
    case .stepsInOtherOrder(let than): "the steps are not in the order of \(than)"
    case .stepsDiffer(let from, let odd):
      "the steps differ from \(from) in \(odd.joined(separator: ", "))"

    case .settingLines: "write lines such as “unit: bits”"
    case .settingTakesOneValue(let key): "“\(key)” takes one value"
    }
  }
}
