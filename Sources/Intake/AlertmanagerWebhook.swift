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
        batch.events.append(try alert.webhookEvent(at: index))
      } else {
        batch.omitted += 1
      }
      index += 1
    }
    return batch
  }

  /// An object whose values are all strings: labels and annotations.
  static func readStrings(_ reader: inout JSONReader) throws(IntakeError) -> [String: String] {
    if try reader.takeNull() { return [:] }
    var values: [String: String] = [:]
    try reader.beginObject()
    while let name = try reader.nextKey() { values[name] = try reader.string() }
    return values
  }
}
