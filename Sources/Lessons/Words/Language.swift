/// A language that the tutor itself speaks; its catalogues are complete in each.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
}
