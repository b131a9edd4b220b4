import Incidents

/// PagerDuty Events API v1, `POST /generic/2010-04-15/create_event.json`: one event a request, the ingest key in its
/// `service_key`.
///
/// Fields: https://developer.pagerduty.com/docs/events-api-v1/overview/
package enum PagerDutyV1 {
  package static let format = IntakeFormat(name: "pagerduty-v1") { body throws(IntakeError) in
    var reader = try JSONReader(body, limit: IntakeFormats.bodyLimit)
    let draft = try PagerDutyV1Draft(&reader)
    try reader.finish()
    return try draft.checked()
  }

  /// 200: the event is kept.
  package static func accepted(incidentKey: String) -> [UInt8] {
    var out = Array(#"{"status":"success","message":"Event processed","incident_key":"#.utf8)
    JSONString.append(incidentKey, to: &out)
    out.append(.closeBrace)
    return out
  }
}

private struct PagerDutyV1Draft {
  var serviceKey: String?
  var type: String?
  var incidentKey: String?
  var description: String?
  var client: String?
  var clientURL: String?
  var details = PagerDutyPayload()
  var links: [AlertEvent.Link] = []

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "service_key": serviceKey = try reader.optionalString()
      case "event_type": type = try reader.optionalString()
      case "incident_key": incidentKey = try reader.optionalString()
      case "description": description = try reader.optionalString()
      case "client": client = try reader.optionalString()
      case "client_url": clientURL = try reader.optionalString()
      case "details": try details.readDetails(&reader)
      case "contexts": links = try PagerDutyLinks.read(&reader, address: ["href", "src"], title: "text")
      default: try reader.skip()
      }
    }
  }

  func checked() throws(IntakeError) -> IntakeBatch {
    guard let serviceKey, !serviceKey.isEmpty else { throw .missing(field: "service_key") }
    guard let type, !type.isEmpty else { throw .missing(field: "event_type") }
    guard let action = AlertEvent.Action(rawValue: type) else {
      throw .notAllowed(field: "event_type", found: type, allowed: ["trigger", "acknowledge", "resolve"])
    }
    let key = incidentKey.flatMap { $0.isEmpty ? nil : $0 }
    if let key, key.utf8.count > PagerDutyV2.keyLimit {
      throw .tooLong(field: "incident_key", length: key.unicodeScalars.count, limit: PagerDutyV2.keyLimit)
    }
    let summary = oneLine(description ?? "")
    if action == .trigger, summary.isEmpty { throw .missing(field: "description") }
    if action != .trigger, key == nil { throw .missing(field: "incident_key") }
    let event = AlertEvent(
      action: action, dedupKey: key, summary: cut(summary, characters: PagerDutyV2.summaryLimit),
      source: cut(oneLine(client ?? ""), bytes: Labels.valueBytes), severity: details.labels["severity"] ?? "",
      labels: labels, links: allLinks, details: details.details)
    return IntakeBatch(routingKey: serviceKey, events: [event])
  }

  private var labels: [String: String] {
    var labels = details.labels
    labels.set("client", client ?? "")
    return labels.values
  }

  private var allLinks: [AlertEvent.Link] {
    guard let clientURL, isWebLink(clientURL) else { return links }
    return [AlertEvent.Link(title: cut(oneLine(client ?? clientURL), characters: 200), url: clientURL)] + links
  }
}
