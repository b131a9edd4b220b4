import Incidents

/// PagerDuty change events, `POST /v2/change/enqueue`: a deployment or another change, which never notifies.
///
/// Fields: https://developer.pagerduty.com/docs/events-api-v2/send-change-events/
package enum PagerDutyChange {
  package static let format = IntakeFormat(name: "pagerduty-change") { body throws(IntakeError) in
    var reader = try JSONReader(body, limit: IntakeFormats.bodyLimit)
    var routingKey: String?
    var payload: PagerDutyPayload?
    var links: [AlertEvent.Link] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "routing_key": routingKey = try reader.optionalString()
      case "payload": payload = try reader.takeNull() ? nil : try PagerDutyPayload(&reader)
      case "links": links = try PagerDutyLinks.read(&reader, address: ["href"], title: "text")
      default: try reader.skip()
      }
    }
    try reader.finish()
    guard let routingKey, !routingKey.isEmpty else { throw .missing(field: "routing_key") }
    return IntakeBatch(routingKey: routingKey, events: [], changes: [try change(payload, links)])
  }

  /// 202: the change is kept.
  package static let accepted = Array(#"{"status":"success","message":"Change event processed"}"#.utf8)

  private static func change(
    _ payload: PagerDutyPayload?, _ links: [AlertEvent.Link]
  ) throws(IntakeError) -> ChangeEvent {
    guard let payload else { throw .missing(field: "payload") }
    let summary = oneLine(payload.summary ?? "")
    guard !summary.isEmpty else { throw .missing(field: "payload.summary") }
    return ChangeEvent(
      summary: cut(summary, characters: PagerDutyV2.summaryLimit),
      source: cut(oneLine(payload.source ?? ""), bytes: Labels.valueBytes), at: try payload.time(),
      url: links.first?.url ?? "")
  }
}
