import Foundation
import Lessons
import SoftmaxCore
import Yams

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
    let bytes: Data?
    do { bytes = try FileBytes.read(path) } catch {
      throw ConfigurationFault(path: path, message: "It can't be read (\(error.reason)).")
    }
    guard let bytes else { return Configuration() }
    return try parse(String(decoding: bytes, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationFault) -> Configuration {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw ConfigurationFault(
        path: path, line: line(of: error),
        message: "This is not YAML; write lines such as “unit: bits”.")
    }
    guard let root else { return Configuration() }
    if case .scalar(let scalar) = root, scalar.string.isEmpty { return Configuration() }
    guard let mapping = root.mapping else {
      throw ConfigurationFault(
        path: path, line: root.mark?.line, message: "Write lines such as “unit: bits”.")
    }
    var configuration = Configuration()
    for (key, value) in mapping {
      do throws(Entry.Refusal) {
        try configuration.set(Entry(key: key.string ?? "", text: value.string ?? ""))
      } catch {
        throw ConfigurationFault(path: path, line: key.mark?.line, message: error.message)
      }
    }
    return configuration
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
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
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw Refusal(message: "“\(key)” can't be “\(text)”; give true or false.")
    }
  }

  func number(in range: ClosedRange<Int>) throws(Refusal) -> Int {
    if let number = Int(text), range.contains(number) { return number }
    throw Refusal(
      message:
        "“\(key)” can't be “\(text)”; give a number from \(range.lowerBound) to \(range.upperBound)."
    )
  }
}
