/// A condition on one label, as Alertmanager writes it: `severity="critical"`, `instance=~"db-.*"`. A label that is
/// absent counts as empty.
package struct Matcher: Sendable, Hashable {
  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case matches = "=~"
    case matchesNot = "!~"

    package init(isRegex: Bool, isEqual: Bool) {
      self = isRegex ? (isEqual ? .matches : .matchesNot) : (isEqual ? .equal : .notEqual)
    }
    package var isRegex: Bool { self == .matches || self == .matchesNot }
    package var isEqual: Bool { self == .equal || self == .matches }
  }

  package static let nameBytes = 256
  package static let valueBytes = 1_024

  package let name: String
  package let comparison: Operator
  package let value: String
  private let pattern: LabelPattern?

  /// Throws where the value is no regular expression though the operator asks for one.
  package init(_ name: String, _ comparison: Operator, _ value: String) throws(PatternError) {
    guard Self.isName(name) else { throw PatternError(message: "invalid label name \"\(name.prefix(80))\"") }
    guard value.utf8.count <= Self.valueBytes else { throw PatternError(message: "the value is too long") }
    self.name = name
    self.comparison = comparison
    self.value = value
    pattern = comparison.isRegex ? try LabelPattern(value) : nil
  }

  package func matches(_ labels: [String: String]) -> Bool {
    let found = labels[name] ?? ""
    return (pattern?.matches(found) ?? (found == value)) == comparison.isEqual
  }

  /// As `init(reading:)` takes it.
  package var text: String {
    let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\(name)\(comparison.rawValue)\"\(quoted)\""
  }

  package var matchesEmpty: Bool { matches([:]) }

  /// A letter or underscore, then letters, digits, underscores and colons.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= nameBytes, !(0x30...0x39).contains(first) else {
      return false
    }
    return text.utf8.allSatisfy { CharacterSet.words.contains(UInt32($0)) || $0 == 0x3A }
  }
}

extension Matcher {
  /// Reads `name="value"` with or without the quotes, as Alertmanager's `filter` parameter and `amtool` write it.
  package init(reading text: String) throws(PatternError) {
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "!" }) else { throw Self.badFormat(text) }
    let name = Self.trimmed(text[..<sign])
    let rest = text[sign...]
    guard Self.isName(name), let comparison = Operator.allCases.reversed().first(where: { rest.hasPrefix($0.rawValue) })
    else { throw Self.badFormat(text) }
    guard let value = Self.unquoted(Self.trimmed(rest.dropFirst(comparison.rawValue.count))) else {
      throw Self.badFormat(text)
    }
    try self.init(name, comparison, value)
  }

  private static func badFormat(_ text: String) -> PatternError {
    PatternError(message: "bad matcher format: \(text.prefix(200))")
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// nil where quotes do not pair.
  private static func unquoted(_ text: String) -> String? {
    guard text.hasPrefix("\"") else { return text.contains("\"") ? nil : text }
    guard text.count >= 2, text.hasSuffix("\"") else { return nil }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if isEscaped {
        switch character {
        case "n": result.append("\n")
        case "\"", "\\": result.append(character)
        default: result += "\\" + String(character)
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return nil
      } else {
        result.append(character)
      }
    }
    return isEscaped ? nil : result
  }
}
