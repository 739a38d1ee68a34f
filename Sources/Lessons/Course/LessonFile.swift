/// A lesson file as it was read from disk: its name and its text.
public struct LessonFile: Hashable, Sendable {
  /// `08-jacobian.md`
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Order and identity, as the name has them; nil for a name that is not `NN-slug.md`.
  var place: (number: Int, slug: String)? {
    guard name.hasSuffix(".md") else { return nil }
    let stem = name.dropLast(3)
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count)
    let slug = rest.dropFirst()
    guard let number = Int(digits), digits.count >= 2, rest.first == "-", slug.isIdentifier else {
      return nil
    }
    return (number, String(slug))
  }
}

extension Substring {
  fileprivate var isIdentifier: Bool {
    guard let first = utf8.first, first.isLetter else { return false }
    return utf8.allSatisfy(\.isIdentifier)
  }
}
