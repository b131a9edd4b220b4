import Incidents
import Intake
import Storage

/// Alerts as Alertmanager's API tells them. Written by hand: a list may hold a hundred thousand.
struct AlertmanagerJSON {
  /// The silences that hold now, for `silencedBy`.
  let silences: [Silence]
  let now: Timestamp

  func append(_ alert: AlertListing, to out: inout [UInt8]) {
    out.put(#"{"annotations":"#)
    putAnnotations(of: alert, &out)
    out.put(#","endsAt":"#)
    Self.put(alert.term?.ends ?? now + AlertmanagerV2.resolveTimeout, &out)
    out.put(#","fingerprint":"#)
    JSONString.append(alert.dedupKey, to: &out)
    out.put(#","receivers":[{"name":"tocsin"}],"startsAt":"#)
    Self.put(alert.term?.starts ?? alert.firstSeen, &out)
    out.put(#","status":{"inhibitedBy":[],"silencedBy":["#)
    out += silencers(of: alert).map { "\"\($0)\"" }.joined(separator: ",").utf8
    out.put(alert.isSilenced ? #"],"state":"suppressed"},"updatedAt":"# : #"],"state":"active"},"updatedAt":"#)
    Self.put(alert.lastSeen, &out)
    if let url = alert.term?.url, !url.isEmpty {
      out.put(#","generatorURL":"#)
      JSONString.append(url, to: &out)
    }
    out.put(#","labels":"#)
    putLabels(of: alert, &out)
    out.put("}")
  }

  private func silencers(of alert: AlertListing) -> [String] {
    guard alert.isSilenced, let labels = try? StoredJSON.labels(alert.labels) else { return [] }
    return silences.filter { $0.covers(labels, of: alert.integration) }.map(\.id)
  }

  /// As they came in where they are what Alertmanager calls annotations: an object of texts.
  private func putAnnotations(of alert: AlertListing, _ out: inout [UInt8]) {
    let bytes = Array(alert.details.utf8)
    if bytes.isEmpty, alert.term != nil { return out.put("{}") }
    if Self.isFlat(bytes) { return out += bytes }
    out.put(#"{"summary":"#)
    JSONString.append(alert.summary, to: &out)
    out.put("}")
  }

  private static func isFlat(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, var reader = try? JSONReader(bytes, limit: bytes.count) else { return false }
    do throws(IntakeError) {
      try reader.beginObject()
      while try reader.nextKey() != nil { _ = try reader.string() }
      return true
    } catch {
      return false
    }
  }

  /// Without the label that intake adds for matching from the annotation of the same name.
  private func putLabels(of alert: AlertListing, _ out: inout [UInt8]) {
    guard Self.isNamed(alert.labels), Self.isNamed(alert.details), var labels = try? StoredJSON.labels(alert.labels)
    else { return out += alert.labels.utf8 }
    labels["runbook_url"] = nil
    out += StoredJSON.text(of: labels).utf8
  }

  private static let name = Array(#""runbook_url""#.utf8)

  /// Whether JSON may have the field.
  private static func isNamed(_ json: String) -> Bool {
    var json = json
    return json.withUTF8 { bytes in
      bytes.indices.contains { bytes[$0] == UInt8(ascii: "\"") && bytes[$0...].starts(with: name) }
    }
  }

  /// RFC 3339 with milliseconds, as the API promises; years have four digits.
  static func time(_ time: Timestamp) -> String {
    var out: [UInt8] = []
    put(time, &out)
    return String(decoding: out.dropFirst().dropLast(), as: UTF8.self)
  }

  private static func put(_ time: Timestamp, _ out: inout [UInt8]) {
    let civil = CivilTime(time)
    out.put(#"""#)
    out.put(civil.year, from: 1_000)
    out.put("-")
    out.put(civil.month, from: 10)
    out.put("-")
    out.put(civil.day, from: 10)
    out.put("T")
    out.put(civil.hour, from: 10)
    out.put(":")
    out.put(civil.minute, from: 10)
    out.put(":")
    out.put(civil.second, from: 10)
    out.put(".")
    out.put(Int(floorModulo(time.microseconds, 1_000_000) / 1_000), from: 100)
    out.put(#"Z""#)
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Decimal digits, the first of them worth `power`.
  fileprivate mutating func put(_ number: Int, from power: Int) {
    var power = power
    while power > 0 {
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: Swift.max(0, number) / power % 10))
      power /= 10
    }
  }
}
