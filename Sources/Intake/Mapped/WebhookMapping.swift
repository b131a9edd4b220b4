import Incidents

/// Where in a webhook's JSON an alert's parts stand, by fixed paths such as `monitor.name`. Of several paths the first
/// that holds something counts. A path is looked for in the element of the list first, then in the whole body.
package struct WebhookMapping: Sendable, Hashable {
  /// The list whose elements are alerts each; nil where the body is one alert.
  package var each: String?
  package var key: [String] = []
  package var summary: [String] = []
  package var severity: [String] = []
  package var source: [String] = []
  package var url: [String] = []
  package var time: [String] = []
  package var status: [String] = []
  /// Words of `status`, in lower case, that end the alert, acknowledge it, or say nothing to be kept. Any other fires.
  package var resolved: Set<String> = []
  package var acknowledged: Set<String> = []
  package var ignored: Set<String> = []
  /// Labels by name, each with its path. Where there are none, every text of the body's first level is a label.
  package var labels: [String: String] = [:]

  package init() {}

  /// What many tools call these things; for a webhook that nobody has described.
  package static let usual: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["dedup_key", "dedup", "alert_uid", "incident_key", "alert_id", "fingerprint", "key", "id"]
    mapping.summary = [
      "title", "summary", "message", "name", "alert_name", "alertname", "subject", "description", "text", "msg",
    ]
    mapping.severity = ["severity", "priority", "level"]
    mapping.source = ["source", "host", "hostname", "instance", "service", "monitor"]
    mapping.url = ["url", "link", "link_to_upstream_details", "web_url"]
    mapping.time = ["timestamp", "time", "starts_at"]
    mapping.status = ["status", "state", "event_action", "action", "event_type"]
    mapping.resolved = [
      "ok", "resolved", "resolve", "close", "closed", "recovered", "recovery", "up", "normal", "success", "healthy",
    ]
    mapping.acknowledged = ["acknowledge", "acknowledged", "ack"]
    return mapping
  }()

  package func read(_ body: [UInt8]) throws(IntakeError) -> IntakeBatch { try read(FlatJSON(body)) }

  /// For fields that came as a form or in the address.
  package func read(_ fields: [(name: String, value: String)]) throws(IntakeError) -> IntakeBatch {
    try read(FlatJSON(fields))
  }

  func read(_ json: FlatJSON) throws(IntakeError) -> IntakeBatch {
    guard let each else { return IntakeBatch(events: try event(json, "").map { [$0] } ?? []) }
    var events: [AlertEvent] = []
    for index in 0..<(json.counts[each] ?? 0) {
      if let event = try event(json, "\(each).\(index).") { events.append(event) }
    }
    return IntakeBatch(events: events)
  }

  private func event(_ json: FlatJSON, _ prefix: String) throws(IntakeError) -> AlertEvent? {
    guard !json.values.isEmpty else { throw .missing(field: summary.first ?? "summary") }
    func find(_ paths: [String]) -> String? {
      paths.lazy.compactMap { json.text(prefix + $0) ?? json.text($0) }.first
    }
    let word = find(status)?.lowercased() ?? ""
    if ignored.contains(word) { return nil }
    let text = oneLine(find(summary) ?? "")
    let said = cut(oneLine(find(source) ?? ""), bytes: Labels.valueBytes)
    let identity = find(key).map { cut($0, bytes: 255) } ?? fingerprint(of: ["summary": text, "source": said])
    let link = find(url).flatMap { isWebLink($0) ? [AlertEvent.Link(title: "Source of the alert", url: $0)] : nil }
    return AlertEvent(
      action: resolved.contains(word) ? .resolve : acknowledged.contains(word) ? .acknowledge : .trigger,
      dedupKey: identity,
      summary: cut(text.isEmpty ? "Alert without a title" : text, characters: PagerDutyV2.summaryLimit),
      source: said, severity: cut(oneLine(find(severity) ?? ""), bytes: 100), labels: labels(json, prefix),
      at: find(time).flatMap(EventTime.read), links: link ?? [], details: Self.details(json, prefix))
  }

  private func labels(_ json: FlatJSON, _ prefix: String) -> [String: String] {
    var kept = Labels(expecting: max(labels.count, 16))
    if labels.isEmpty {
      for name in json.topNames { kept.set(name, oneLine(json.values[name] ?? "")) }
    }
    for (name, path) in labels.sorted(by: { $0.key < $1.key }) {
      kept.set(name, oneLine(json.text(prefix + path) ?? json.text(path) ?? ""))
    }
    return kept.values
  }

  /// The texts of the alert as one flat object: what the sender said, without the nesting.
  private static func details(_ json: FlatJSON, _ prefix: String) -> String {
    var out: [UInt8] = [.openBrace]
    for (path, value) in json.values.sorted(by: { $0.key < $1.key }) where path.hasPrefix(prefix) {
      guard out.count < 32_768 else { break }
      if out.count > 1 { out.append(.comma) }
      JSONString.append(String(path.dropFirst(prefix.count)), to: &out)
      out.append(.colon)
      JSONString.append(cut(value, bytes: 4_096), to: &out)
    }
    return String(decoding: out + [.closeBrace], as: UTF8.self)
  }
}
