import Incidents
import Intake
import Yams

/// What a team file says about one webhook, under the name of its ingest key.
package struct WebhookSetting: Sendable, Hashable {
  package var mapping: WebhookMapping
  /// With which the sender signs; nil where it does not.
  package var secret: String?
}

extension TeamFileSections {
  private static let paths = ["key", "summary", "severity", "source", "url", "time", "status"]
  private static let words = ["resolved", "acknowledged", "ignored"]

  /// Where a tool's own JSON has what an alert is made of: fixed paths, no language.
  mutating func readWebhooks(_ node: Node) -> [String: WebhookSetting] {
    var settings: [String: WebhookSetting] = [:]
    for entry in report.entries(of: node, in: "`webhooks`") {
      let keys = ["each", "labels", "secret"] + Self.paths + Self.words
      let section = report.section(entry.value, in: "webhook `\(entry.key)`", keys: keys)
      var setting = WebhookSetting(mapping: .usual)
      for key in Self.paths { section[key].map { set(&setting.mapping, key, list($0, key, entry.key)) } }
      for key in Self.words { section[key].map { set(&setting.mapping, key, list($0, key, entry.key)) } }
      setting.mapping.each = section["each"].flatMap { report.text($0, "`each` of webhook `\(entry.key)`") }
      if let labels = section["labels"] {
        for label in report.entries(of: labels, in: "`labels` of webhook `\(entry.key)`") {
          setting.mapping.labels[label.key] = report.text(label.value, "Label `\(clipped(label.key))`")
        }
      }
      setting.secret = section["secret"].flatMap { secret($0, "`secret` of webhook `\(entry.key)`") }
      settings[entry.key] = setting
    }
    return settings
  }

  private mutating func list(_ node: Node, _ key: String, _ name: String) -> [String] {
    report.texts(node, "`\(key)` of webhook `\(clipped(name))`").map(\.text)
  }

  private func set(_ mapping: inout WebhookMapping, _ key: String, _ values: [String]) {
    switch key {
    case "key": mapping.key = values
    case "summary": mapping.summary = values
    case "severity": mapping.severity = values
    case "source": mapping.source = values
    case "url": mapping.url = values
    case "time": mapping.time = values
    case "status": mapping.status = values
    case "resolved": mapping.resolved = Set(values.map { $0.lowercased() })
    case "acknowledged": mapping.acknowledged = Set(values.map { $0.lowercased() })
    default: mapping.ignored = Set(values.map { $0.lowercased() })
    }
  }
}
