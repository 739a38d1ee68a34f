import TextGrid

/// What the environment says about characters and language.
enum EnvironmentLocale {
  /// ASCII where the locale names another encoding than UTF-8. No locale at all, `C` and `POSIX`
  /// say nothing about the terminal, and count as UTF-8.
  static func glyphTier(
    _ environment: [String: String] = Environment.variables
  ) -> GlyphTier {
    let name = characters(environment)
    guard !["", "C", "POSIX"].contains(name) else { return .unicode }
    let encoding = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return encoding.contains("utf8") ? .unicode : .ascii
  }

  /// The locale in force for characters: the first of these that is set and not empty.
  private static func characters(_ environment: [String: String]) -> String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environment[variable], !value.isEmpty { return value }
    }
    return ""
  }

  /// Language tags the person asks for, first choice first, as gettext reads them.
  static func languages(
    _ environment: [String: String] = Environment.variables
  ) -> [String] {
    var values: [String] = []
    // `LANGUAGE` is a list of preferences; it counts only where a locale is set at all.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale, !["C", "POSIX"].contains(locale), !locale.hasPrefix("C.") else { return [] }
    if let list = environment["LANGUAGE"] { values += list.split(separator: ":").map(String.init) }
    values.append(locale)
    return values.compactMap { value in
      value.prefix { $0.isLetter }.lowercased()
    }.filter { !$0.isEmpty }
  }
}
