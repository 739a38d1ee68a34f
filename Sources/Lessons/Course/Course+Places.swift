// Lessons by name, steps by number or id, and what stands beside them.
extension Course {
  public var slugs: [String] { lessons.map(\.slug) }

  public func lesson(slug: String) -> Lesson? { lessons.first { $0.slug == slug } }

  public func index(ofSlug slug: String) -> Int? { lessons.firstIndex { $0.slug == slug } }

  /// The slug that a mistyped one was probably meant to be.
  public func nearestSlug(to slug: String) -> String? { nearestName(to: slug, among: slugs) }

  public func lesson(after slug: String) -> Lesson? { neighbour(of: slug, by: 1) }

  public func lesson(before slug: String) -> Lesson? { neighbour(of: slug, by: -1) }

  private func neighbour(of slug: String, by offset: Int) -> Lesson? {
    guard let index = index(ofSlug: slug), lessons.indices.contains(index + offset) else {
      return nil
    }
    return lessons[index + offset]
  }
}

extension Lesson {
  /// The index, from 0, of a step named by its number, from 1, or by its id.
  public func stepIndex(_ name: String) -> Int? {
    if let index = steps.firstIndex(where: { $0.id == name }) { return index }
    guard let number = Int(name), steps.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  /// The id that a mistyped one was probably meant to be.
  public func nearestStep(to name: String) -> String? {
    nearestName(to: name, among: steps.map(\.id))
  }
}
