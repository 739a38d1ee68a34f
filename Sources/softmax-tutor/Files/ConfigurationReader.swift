import Lessons
import SoftmaxCore

/// What is wrong with `config.yaml`: one sentence with its line.
struct ConfigurationFault: Error, Hashable, CustomStringConvertible {
  var path: String
  var line: Int?
  var message: String

  var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): \(message) The defaults are used."
  }
}

extension Configuration {
  /// - Returns: the defaults if there is no such file.
  static func read(_ path: String) throws(ConfigurationFault) -> Configuration {
    let bytes: [UInt8]?
    do { bytes = try FileBytes.read(path) } catch {
      throw ConfigurationFault(path: path, message: "It can't be read (\(error.reason)).")
    }
    guard let bytes else { return Configuration() }
    return try parse(String(decoding: bytes, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationFault) -> Configuration {
    let settings: Settings
    do { settings = try Settings(text, file: path) } catch {
      let sentence = error.sentence(in: .ofCommands)
      let message = sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
      throw ConfigurationFault(path: path, line: error.line, message: message)
    }
    var configuration = Configuration()
    for entry in settings.entries {
      do throws(Entry.Refusal) {
        try configuration.set(Entry(key: entry.key, text: entry.value))
      } catch {
        throw ConfigurationFault(path: path, line: entry.line, message: error.message)
      }
    }
    return configuration
  }

  private mutating func set(_ entry: Entry) throws(Entry.Refusal) {
    switch try entry.known() {
    case .theme: theme = try entry.choice()
    case .color: color = try entry.choice()
    case .unit: unit = try entry.choice()
    case .lang: language = entry.text
    case .ascii: ascii = try entry.flag()
    case .mouse: mouse = try entry.flag()
    case .plain: plain = try entry.flag()
    case .decimals: decimals = try entry.number(in: Example.decimalCounts)
    case .ambiguousWidth: ambiguousWidth = try entry.number(in: 1...2)
    }
  }
}

/// One line of the file.
private struct Entry {
  struct Refusal: Error {
    var message: String
  }

  var key: String
  var text: String

  func known() throws(Refusal) -> Configuration.Key {
    if let known = Configuration.Key(rawValue: key) { return known }
    let names = Configuration.Key.allCases.map(\.rawValue)
    throw Refusal(
      message:
        "There is no setting “\(key)”; "
        + (nearestName(to: key, among: names).map { "did you mean “\($0)”?" }
          ?? "there are \(names.joined(separator: ", "))."))
  }

  func choice<Choice: RawRepresentable & CaseIterable>() throws(Refusal) -> Choice
  where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw Refusal(message: "“\(key)” can't be “\(text)”; give \(names.joined(separator: " or ")).")
  }

  func flag() throws(Refusal) -> Bool {
    if let flag = Lessons.flag(text) { return flag }
    throw Refusal(message: "“\(key)” can't be “\(text)”; give true or false.")
  }

  func number(in range: ClosedRange<Int>) throws(Refusal) -> Int {
    if let number = Int(text), range.contains(number) { return number }
    throw Refusal(
      message:
        "“\(key)” can't be “\(text)”; give a number from \(range.lowerBound) to \(range.upperBound)."
    )
  }
}
