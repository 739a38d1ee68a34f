import Lessons
import SoftmaxCore

/// What is wrong with `config.yaml`: one sentence with its line.
struct ConfigurationFault: Error, Hashable, CustomStringConvertible {
  var path: String
  var line: Int?
  var problem: Problem

  enum Problem: Hashable {
    case unreadable(reason: String)
    case notSettings(Diagnostic)
    case unknownSetting(String, nearest: String?, known: [String])
    case notOneOf(String, text: String, known: [String])
    case notAFlag(String, text: String)
    case notInRange(String, text: String, ValueRange)
  }

  var description: String { CommandWords.of(.ofCommands).sentence(self) }
}

extension Configuration {
  /// - Returns: the defaults if there is no such file.
  static func read(_ path: String) throws(ConfigurationFault) -> Configuration {
    let bytes: [UInt8]?
    do { bytes = try FileBytes.read(path) } catch {
      throw ConfigurationFault(path: path, problem: .unreadable(reason: error.reason))
    }
    guard let bytes else { return Configuration() }
    return try parse(String(decoding: bytes, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationFault) -> Configuration {
    let settings: Settings
    do { settings = try Settings(text, file: path) } catch {
      throw ConfigurationFault(path: path, line: error.line, problem: .notSettings(error))
    }
    var configuration = Configuration()
    for entry in settings.entries {
      do throws(Entry.Refusal) {
        try configuration.set(Entry(key: entry.key, text: entry.value))
      } catch {
        throw ConfigurationFault(path: path, line: entry.line, problem: error.problem)
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
    var problem: ConfigurationFault.Problem
  }

  var key: String
  var text: String

  func known() throws(Refusal) -> Configuration.Key {
    if let known = Configuration.Key(rawValue: key) { return known }
    let names = Configuration.Key.allCases.map(\.rawValue)
    throw Refusal(
      problem: .unknownSetting(key, nearest: nearestName(to: key, among: names), known: names))
  }

  func choice<Choice: RawRepresentable & CaseIterable>() throws(Refusal) -> Choice
  where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw Refusal(problem: .notOneOf(key, text: text, known: names))
  }

  func flag() throws(Refusal) -> Bool {
    if let flag = Lessons.flag(text) { return flag }
    throw Refusal(problem: .notAFlag(key, text: text))
  }

  func number(in range: ClosedRange<Int>) throws(Refusal) -> Int {
    if let number = Int(text), range.contains(number) { return number }
    throw Refusal(
      problem: .notInRange(
        key, text: text, .numbers(from: range.lowerBound, to: range.upperBound)))
  }
}
