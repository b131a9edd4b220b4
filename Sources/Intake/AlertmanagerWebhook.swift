import Incidents

/// The webhook of Prometheus Alertmanager, payload version 4, and of what speaks it: a batch of alerts a request.
///
/// Fields: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
package enum AlertmanagerWebhook {
  package static let format = IntakeFormat(name: "alertmanager-webhook") { body throws(IntakeError) in
    try readBatch(body)
  }

  /// Alerts taken from one request; what stands beyond is checked, counted and left out.
  package static let alertLimit = 10_000

  /// One event for each alert.
  package static func read(
    _ body: [UInt8], limit: Int = IntakeFormats.bodyLimit
  ) throws(IntakeError) -> [AlertEvent] { try readBatch(body, limit: limit).events }

  /// The events, and how many alerts were left out by the sender (`truncatedAlerts`) or by our bound.
  package static func readBatch(
    _ body: [UInt8], limit: Int = IntakeFormats.bodyLimit
  ) throws(IntakeError) -> IntakeBatch {
    var reader = try JSONReader(body, limit: limit)
    var batch: IntakeBatch?
    var truncated = 0.0
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "alerts": batch = try readAlerts(&reader)
      case "truncatedAlerts": truncated = try reader.takeNull() ? 0 : try reader.number()
      case "version", "groupKey", "status", "receiver", "externalURL", "notification_reason":
        _ = try reader.optionalString()
      case "groupLabels", "commonLabels", "commonAnnotations":
        _ = try readStrings(&reader)
      default: try reader.skip()
      }
    }
    try reader.finish()
    guard var batch else { throw .missing(field: "alerts") }
    batch.omitted += Int(min(max(truncated, 0), 1e9))
    return batch
  }

  private static func readAlerts(_ reader: inout JSONReader) throws(IntakeError) -> IntakeBatch {
    var batch = IntakeBatch(events: [])
    try reader.beginArray()
    var index = 0
    while try reader.nextElement() {
      let alert = try AlertmanagerAlert(&reader)
      if index < alertLimit {
        batch.events.append(try alert.event(at: index))
      } else {
        batch.omitted += 1
      }
      index += 1
    }
    return batch
  }

  /// An object whose values are all strings: labels and annotations.
  fileprivate static func readStrings(_ reader: inout JSONReader) throws(IntakeError) -> [String: String] {
    if try reader.takeNull() { return [:] }
    var values: [String: String] = [:]
    try reader.beginObject()
    while let name = try reader.nextKey() { values[name] = try reader.string() }
    return values
  }
}

/// One alert as sent: every type checked.
private struct AlertmanagerAlert {
  var status: String?
  var labels: [String: String] = [:]
  var annotations: [String: String] = [:]
  /// The annotations as JSON, for the event's details.
  var annotationText = ""
  var startsAt: String?
  var endsAt: String?
  var generatorURL: String?
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

  func event(at index: Int) throws(IntakeError) -> AlertEvent {
    let path = "alerts[\(index)]"
    let action = try action(path)
    let starts = try time(startsAt, "\(path).startsAt")
    let ends = try time(endsAt, "\(path).endsAt")
    guard !labels.isEmpty || !(fingerprintSent ?? "").isEmpty else { throw .missing(field: "\(path).labels") }
    return AlertEvent(
      action: action, dedupKey: try key(path), summary: summary,
      source: bounded(labels["instance"] ?? labels["job"]), severity: bounded(labels["severity"]),
      labels: boundedLabels, at: action == .resolve ? ends ?? starts : starts, links: links, details: annotationText)
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
      ("Dashboard", annotations["dashboard_url"]),
    ]
    return said.compactMap { title, url in
      guard let url, isWebLink(url) else { return nil }
      return AlertEvent.Link(title: title, url: url)
    }
  }
}
