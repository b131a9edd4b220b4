import Foundation
import Incidents
import Intake
import Storage

/// Alerts as Alertmanager's API tells them. Written by hand: a list may hold a hundred thousand.
struct AlertmanagerJSON {
  /// The silences that hold now, for `silencedBy`.
  let silences: [Silence]
  let now: Timestamp

  func append(_ alert: AlertListing, to out: inout [UInt8]) {
    out += Array(#"{"annotations":"#.utf8)
    out += annotations(alert)
    field("endsAt", time(alert.term?.ends ?? now + AlertmanagerV2.resolveTimeout), &out)
    field("fingerprint", alert.dedupKey, &out)
    out += Array(#","receivers":[{"name":"tocsin"}]"#.utf8)
    field("startsAt", time(alert.term?.starts ?? alert.firstSeen), &out)
    out += Array(#","status":{"inhibitedBy":[],"silencedBy":["#.utf8)
    out += Array(silencers(of: alert).map { "\"\($0)\"" }.joined(separator: ",").utf8)
    out += Array("],\"state\":\"\(alert.isSilenced ? "suppressed" : "active")\"}".utf8)
    field("updatedAt", time(alert.lastSeen), &out)
    if let url = alert.term?.url, !url.isEmpty { field("generatorURL", url, &out) }
    out += Array(#","labels":"#.utf8)
    out += labels(alert)
    out.append(UInt8(ascii: "}"))
  }

  private func silencers(of alert: AlertListing) -> [String] {
    guard alert.isSilenced, let labels = try? StoredJSON.labels(alert.labels) else { return [] }
    return silences.filter { $0.covers(labels, of: alert.integration) }.map(\.id)
  }

  /// As they came in where they are what Alertmanager calls annotations: an object of texts.
  private func annotations(_ alert: AlertListing) -> [UInt8] {
    let bytes = Array(alert.details.utf8)
    if bytes.isEmpty, alert.term != nil { return Array("{}".utf8) }
    if Self.isFlat(bytes) { return bytes }
    var out = Array(#"{"summary":"#.utf8)
    JSONString.append(alert.summary, to: &out)
    return out + [UInt8(ascii: "}")]
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
  private func labels(_ alert: AlertListing) -> [UInt8] {
    guard alert.labels.contains("\"runbook_url\""), alert.details.contains("\"runbook_url\""),
      var labels = try? StoredJSON.labels(alert.labels)
    else { return Array(alert.labels.utf8) }
    labels["runbook_url"] = nil
    return Array(StoredJSON.text(of: labels).utf8)
  }

  private func field(_ name: String, _ value: String, _ out: inout [UInt8]) {
    out += Array(",\"\(name)\":".utf8)
    JSONString.append(value, to: &out)
  }

  private func time(_ time: Timestamp) -> String { AlertmanagerJSON.time(time) }

  /// RFC 3339 with milliseconds, as the API promises.
  static func time(_ time: Timestamp) -> String {
    let text = CivilTime(time).rfc3339.dropLast()
    return "\(text).\(padded(Int(floorModulo(time.microseconds, 1_000_000) / 1_000), 3))Z"
  }
}
