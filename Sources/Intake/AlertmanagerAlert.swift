import Incidents

/// One alert as sent: every type checked.
struct AlertmanagerAlert {
  var status: String?
  var labels: [String: String] = [:]
  var annotations: [String: String] = [:]
  /// The annotations as JSON, for the event's details.
  var annotationText = ""
  var startsAt: String?
  var endsAt: String?
  var generatorURL: String?
  /// Grafana's own.
  var dashboardURL: String?
  var fingerprintSent: String?

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "status": status = try reader.optionalString()
      case "labels": labels = try AlertmanagerWebhook.readStrings(&reader)
      case "annotations": try readAnnotations(&reader)
      case "startsAt": startsAt = try reader.optionalString()
      case "endsAt": endsAt = try reader.optionalString()
      case "dashboardURL": dashboardURL = try reader.optionalString()
      case "generatorURL": generatorURL = try reader.optionalString()
      case "fingerprint": fingerprintSent = try reader.optionalString()
      default: try reader.skip()
      }
    }
  }

  private mutating func readAnnotations(_ reader: inout JSONReader) throws(IntakeError) {
    _ = reader.peek()
    let start = reader.position
    annotations = try AlertmanagerWebhook.readStrings(&reader)
    annotationText = annotations.isEmpty ? "" : reader.text(of: start..<reader.position)
  }

  /// Of the webhook, where `status` says whether it fires. `path` names it in errors.
  func webhookEvent(at index: Int) throws(IntakeError) -> AlertEvent {
    let path = "alerts[\(index)]"
    let action = try action(path)
    let (starts, ends) = try times(path)
    guard !labels.isEmpty || !(fingerprintSent ?? "").isEmpty else { throw .missing(field: "\(path).labels") }
    return event(action, key: try key(path), at: action == .resolve ? ends ?? starts : starts)
  }

  func event(_ action: AlertEvent.Action, key: String, at time: Timestamp?) -> AlertEvent {
    AlertEvent(
      action: action, dedupKey: key, summary: summary, source: bounded(labels["instance"] ?? labels["job"]),
      severity: bounded(labels["severity"]), labels: boundedLabels, at: time, links: links, details: annotationText)
  }

  func times(_ path: String) throws(IntakeError) -> (starts: Timestamp?, ends: Timestamp?) {
    (try time(startsAt, "\(path).startsAt"), try time(endsAt, "\(path).endsAt"))
  }

  private func action(_ path: String) throws(IntakeError) -> AlertEvent.Action {
    switch status ?? "" {
    case "firing": return .trigger
    case "resolved": return .resolve
    case "": throw .missing(field: "\(path).status")
    case let other: throw .notAllowed(field: "\(path).status", found: other, allowed: ["firing", "resolved"])
    }
  }

  /// Go's zero time stands for "not yet" and reads as none.
  private func time(_ text: String?, _ field: String) throws(IntakeError) -> Timestamp? {
    guard let text, !text.isEmpty, !text.hasPrefix("0001-01-01T00:00:00") else { return nil }
    guard let time = EventTime.read(text) else { throw .invalidTime(field: field, found: text) }
    return time
  }

  private func key(_ path: String) throws(IntakeError) -> String {
    guard let sent = fingerprintSent, !sent.isEmpty else { return fingerprint(of: labels) }
    guard sent.utf8.count <= 255 else {
      throw .tooLong(field: "\(path).fingerprint", length: sent.unicodeScalars.count, limit: 255)
    }
    return sent
  }

  private var summary: String {
    let said = [annotations["summary"], annotations["description"], annotations["message"], labels["alertname"]]
    let line = said.lazy.map { oneLine($0 ?? "") }.first { !$0.isEmpty } ?? "Alert without a name"
    return cut(line, characters: PagerDutyV2.summaryLimit)
  }

  private func bounded(_ text: String?) -> String { cut(oneLine(text ?? ""), bytes: Labels.valueBytes) }

  private var boundedLabels: [String: String] {
    var kept = Labels(expecting: labels.count + 1)
    let ordered = labels.count < Labels.limit ? Array(labels) : labels.sorted { $0.key < $1.key }
    for (name, value) in ordered { kept.set(name, value) }
    kept.set("runbook_url", annotations["runbook_url"] ?? "")
    return kept.values
  }

  private var links: [AlertEvent.Link] {
    let said = [
      ("Source of the alert", generatorURL), ("Runbook", annotations["runbook_url"]),
      ("Dashboard", annotations["dashboard_url"] ?? dashboardURL),
    ]
    return said.compactMap { title, url in
      guard let url, isWebLink(url) else { return nil }
      return AlertEvent.Link(title: title, url: url)
    }
  }
}
