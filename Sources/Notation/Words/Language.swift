/// A language that the tutor itself speaks; its catalogues are complete in each.
///
/// It stands here because diagnostics of formulas are the lowest thing that has words. Every
/// `switch` over it, in a `Words` folder, is a place where a language has its texts: the compiler
/// names each of them when a case is added here.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
}
