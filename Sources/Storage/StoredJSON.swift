import Foundation
import Incidents

/// JSON columns: written by hand, since alerts pass here at full rate, and read by Foundation. SQL never looks inside.
package enum StoredJSON {
  /// Keys in order, so that equal labels are equal text.
  package static func text(of labels: [String: String]) -> String {
    guard !labels.isEmpty else { return "{}" }
    var out: [UInt8] = []
    out.reserveCapacity(labels.reduce(2) { $0 + $1.key.utf8.count + $1.value.utf8.count + 6 })
    for (key, value) in labels.sorted(by: { $0.key < $1.key }) {
      out += out.isEmpty ? "{".utf8 : ",".utf8
      JSONString.append(key, to: &out)
      out.append(UInt8(ascii: ":"))
      JSONString.append(value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
    return String(decoding: out, as: UTF8.self)
  }

  package static func text(of reasons: [Reason]) -> String {
    var out = Array("[".utf8)
    for (index, reason) in reasons.enumerated() {
      out += (index > 0 ? ",{\"text\":" : "{\"text\":").utf8
      JSONString.append(reason.text, to: &out)
      if let line = reason.line { out += ",\"line\":\(line)".utf8 }
      out.append(UInt8(ascii: "}"))
    }
    out.append(UInt8(ascii: "]"))
    return String(decoding: out, as: UTF8.self)
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
}
