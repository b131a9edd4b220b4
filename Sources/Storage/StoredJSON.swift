import Foundation
import Incidents

/// JSON columns: written by hand, since alerts pass here at full rate, and read by Foundation. SQL never looks inside.
package enum StoredJSON {
  /// Keys in order, so that equal labels are equal text.
  package static func text(of labels: [String: String]) -> String {
    var out = "{"
    for (index, (key, value)) in labels.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { out += "," }
      append(key, to: &out)
      out += ":"
      append(value, to: &out)
    }
    return out + "}"
  }

  package static func text(of reasons: [Reason]) -> String {
    var out = "["
    for (index, reason) in reasons.enumerated() {
      out += index > 0 ? ",{\"text\":" : "{\"text\":"
      append(reason.text, to: &out)
      if let line = reason.line { out += ",\"line\":\(line)" }
      out += "}"
    }
    return out + "]"
  }

  package static func labels(_ text: String) throws(StorageError) -> [String: String] {
    text == "{}" ? [:] : try decoded(text)
  }

  /// Most incidents have none yet, and those pass at full rate.
  package static func text(of promises: [String: PromiseState]) -> String {
    guard !promises.isEmpty else { return "{}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(promises)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  package static func promises(_ text: String) throws(StorageError) -> [String: PromiseState] {
    text == "{}" ? [:] : try decoded(text)
  }

  package static func reasons(_ text: String) throws(StorageError) -> [Reason] {
    text == "[]" ? [] : try decoded(text)
  }

  /// Empty where a runbook is one file.
  static func text(of files: RevisionFiles?) -> String {
    guard let files, let data = try? JSONEncoder().encode(files) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  static func files(_ text: String) throws(StorageError) -> RevisionFiles? {
    text.isEmpty ? nil : try decoded(text)
  }

  /// `{}` while nobody has said anything: so it is for every incident that opens.
  package static func text(of engagement: Engagement) -> String {
    guard engagement != Engagement() else { return "{}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(engagement)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  package static func engagement(_ text: String) throws(StorageError) -> Engagement {
    text == "{}" ? Engagement() : try decoded(text)
  }

  private static func decoded<Stored: Decodable>(_ text: String) throws(StorageError) -> Stored {
    do { return try JSONDecoder().decode(Stored.self, from: Data(text.utf8)) } catch {
      throw .broken("stored JSON is not readable: \(error)")
    }
  }

  private static func append(_ string: String, to out: inout String) {
    out += "\""
    defer { out += "\"" }
    guard string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return out += string }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{0}"..<" ": out += "\\u" + padded(hex: scalar.value)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func padded(hex value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
