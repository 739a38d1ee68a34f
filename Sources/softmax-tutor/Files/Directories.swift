/// Where files live, by the XDG base directory rules. Relative values are ignored, as the rules say.
struct Directories: Hashable {
  var environment: [String: String]

  init(environment: [String: String] = Environment.variables) {
    self.environment = environment
  }

  var progressFile: String {
    base("XDG_STATE_HOME", ".local/state") + "/softmax-tutor/progress.json"
  }
  var configurationFile: String {
    base("XDG_CONFIG_HOME", ".config") + "/softmax-tutor/config.yaml"
  }
  var ownLessons: String { base("XDG_DATA_HOME", ".local/share") + "/softmax-tutor/lessons" }

  private func base(_ variable: String, _ fallback: String) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value }
    return home + "/" + fallback
  }

  private var home: String {
    if let value = environment["HOME"], value.hasPrefix("/") { return value }
    return Environment.homeFolder
  }
}
