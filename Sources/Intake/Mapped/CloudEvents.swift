import Incidents

/// CloudEvents 1.0 over HTTP: structured, a batch of them, or binary with `ce-` headers. The data is read by the names
/// that many tools use; an event without a state fires.
///
/// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
package enum CloudEvents {
  package static let format = IntakeFormat(name: "cloudevents") { body throws(IntakeError) in
    IntakeBatch(events: [try event(FlatJSON(body))])
  }

  /// `application/cloudevents-batch+json`.
  package static func batch(_ body: [UInt8]) throws(IntakeError) -> IntakeBatch {
    var reader = try JSONReader(body, limit: IntakeFormats.bodyLimit)
    var batch = IntakeBatch(events: [])
    try reader.beginArray()
    while try reader.nextElement() {
      let part = Array(body[try reader.skip()])
      if batch.events.count < AlertmanagerWebhook.alertLimit {
        batch.events.append(try event(FlatJSON(part)))
      } else {
        batch.omitted += 1
      }
    }
    try reader.finish()
    return batch
  }

  /// Binary: the attributes stand in headers, the body is the data where it is JSON.
  package static func binary(
    _ attributes: [(name: String, value: String)], data: [UInt8]
  ) throws(IntakeError) -> IntakeBatch {
    var flat = FlatJSON(attributes)
    if data.first(where: { $0 > 0x20 }) == .openBrace { flat.add(try FlatJSON(data), under: "data") }
    return IntakeBatch(events: [try event(flat)])
  }

  private static func event(_ flat: FlatJSON) throws(IntakeError) -> AlertEvent {
    for name in ["specversion", "id", "source", "type"] where flat.text(name) == nil { throw .missing(field: name) }
    if let version = flat.text("specversion"), version != "1.0" {
      throw .notAllowed(field: "specversion", found: version, allowed: ["1.0"])
    }
    var mapping = WebhookMapping.usual
    func inData(_ paths: [String]) -> [String] { paths.map { "data.\($0)" } }
    mapping.key = inData(mapping.key) + ["subject", "id"]
    mapping.summary = inData(mapping.summary) + ["subject", "type"]
    mapping.severity = inData(mapping.severity) + ["severity"]
    mapping.source = ["source"]
    mapping.url = inData(mapping.url)
    mapping.time = ["time"]
    mapping.status = inData(mapping.status)
    mapping.labels = ["type": "type", "subject": "subject", "service": "data.service", "component": "data.component"]
    guard var event = try mapping.read(flat).events.first else { throw .missing(field: "data") }
    event.dedupKey = cut("\(flat.text("source") ?? "")|\(event.dedupKey ?? "")", bytes: 255)
    return event
  }
}
