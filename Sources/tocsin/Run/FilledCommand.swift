import Foundation
import Runbooks

/// A command of the runbook with a person's values in its places, ready to be shown and run.
struct FilledCommand {
  let text: String
  let host: String
  /// The graver of what the server says and of what this program reads in the filled text.
  let effect: Action.Effect
  let reason: String
  /// Variables that the person set for this run.
  let variables: [String: String]

  /// - Parameter values: what `--set` gave, by the placeholder's name.
  /// - Throws: `Failure` 64 where a value is missing, left over, or could be read as more than a value.
  init(_ action: OfferedAction, values: [String: String], environment: [String: String]) throws(Failure) {
    let form = action.isInteractive ? action.suggestion ?? action.text : action.text
    var filled = form
    var set: [String: String] = [:]
    var missing: [String] = []
    var unused = Set(values.keys)
    for placeholder in action.placeholders where form.contains(placeholder) {
      let name = OpenPlaces.name(placeholder)
      let given = values[placeholder] ?? values[name]
      guard let value = given ?? Self.known(placeholder, action, environment) else {
        // A variable may come with the person's own environment; on another host it is that host's.
        if placeholder.hasPrefix("$"), environment[name] != nil || !action.host.isEmpty { continue }
        missing.append(name)
        continue
      }
      unused.subtract([placeholder, name])
      if placeholder.hasPrefix("$") {
        set[name] = value
      } else {
        filled = try Self.filled(filled, placeholder, name, value)
      }
    }
    try Self.refuse(missing, set, on: action.host)
    if let extra = unused.min() { throw Failure(.usage, "The command has no place called \(Layout.plain(extra)).") }
    let own = Commands.action(filled, line: action.line, language: "bash")
    let isOwn = Self.weight(own.effect) > Self.weight(action.effect)
    text = filled
    host = action.host
    variables = set
    effect = isOwn ? own.effect : action.effect
    reason = isOwn ? own.effectReason : action.reason
  }

  private static func refuse(_ missing: [String], _ set: [String: String], on host: String) throws(Failure) {
    guard missing.isEmpty else {
      let each = missing.count == 1 ? "it" : "each"
      throw Failure(.usage, "Still open: \(missing.joined(separator: ", ")). Set \(each) with --set NAME=VALUE.")
    }
    if let name = set.keys.min(), !host.isEmpty {
      throw Failure(.usage, "\(name) is a variable of \(host), and is set there: ssh takes none along.")
    }
  }

  private static func weight(_ effect: Action.Effect) -> Int {
    switch effect {
    case .read: 0
    case .unknown: 1
    case .write: 2
    case .destructive: 3
    }
  }

  /// What the team file gives for a place. Variables of another host are that host's own.
  private static func known(_ placeholder: String, _ action: OfferedAction, _ environment: [String: String]) -> String?
  {
    guard let value = action.values[OpenPlaces.name(placeholder)], !placeholder.hasPrefix("$") || action.host.isEmpty
    else { return nil }
    return value.hasPrefix("env:") ? environment[String(value.dropFirst(4))] : value
  }

  /// Puts a value into each of its places. Nothing in it may mean anything to a shell.
  private static func filled(
    _ text: String, _ placeholder: String, _ name: String, _ value: String
  ) throws(Failure) -> String {
    let harmless = value.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "._:/@%+=,- ".unicodeScalars.contains(scalar)
    }
    guard harmless, !value.isEmpty, !value.hasPrefix("-") else {
      throw Failure(
        .usage,
        "The value of \(name) holds what a shell may read as more than a value. Letters, digits and ._:/@%+=,- are taken, and no dash in front."
      )
    }
    var rest = text[...]
    var result = ""
    while let at = rest.firstRange(of: placeholder) {
      result += rest[..<at.lowerBound]
      guard !value.contains(" ") || isQuoted(at: result) else {
        throw Failure(.usage, "The value of \(name) has a blank, and its place in the command is not in quotes.")
      }
      result += value
      rest = rest[at.upperBound...]
    }
    return result + rest
  }

  /// Whether a quote is open at the end of the text so far.
  private static func isQuoted(at text: String) -> Bool {
    var quote: Character?
    for character in text where character == "'" || character == "\"" {
      if quote == nil { quote = character } else if quote == character { quote = nil }
    }
    return quote != nil
  }
}
