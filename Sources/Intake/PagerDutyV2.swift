import Incidents

/// PagerDuty Events API v2, `POST /v2/enqueue`: one event a request, the ingest key in its `routing_key`.
///
/// Fields and limits: https://developer.pagerduty.com/docs/events-api-v2/trigger-events/
package enum PagerDutyV2 {
  package static let format = IntakeFormat(name: "pagerduty-v2") { body throws(IntakeError) in
    let (routingKey, event) = try read(body)
    return IntakeBatch(routingKey: routingKey, events: [event])
  }

  static let severities = ["critical", "error", "warning", "info"]
  static let summaryLimit = 1_024
  static let keyLimit = 255

  /// The key of a body that is wrong otherwise, so that its owner can be told; nil where it cannot be found.
  package static func key(in body: [UInt8]) -> String? {
    guard var reader = try? JSONReader(body, limit: IntakeFormats.bodyLimit), (try? reader.beginObject()) != nil else {
      return nil
    }
    while let name = try? reader.nextKey() {
      if name == "routing_key" || name == "service_key" { return try? reader.optionalString() }
      guard (try? reader.skip()) != nil else { return nil }
    }
    return nil
  }

  /// Reads one event. A summary above 1,024 characters is cut, since an alert is worth more than its last words.
  package static func read(
    _ body: [UInt8], limit: Int = IntakeFormats.bodyLimit
  ) throws(IntakeError) -> (routingKey: String, event: AlertEvent) {
    var reader = try JSONReader(body, limit: limit)
    let draft = try PagerDutyDraft(&reader)
    try reader.finish()
    return try draft.checked()
  }
}

/// An event as sent: every type checked, no rule of the vendor applied yet.
private struct PagerDutyDraft {
  var routingKey: String?
  var action: String?
  var dedupKey: String?
  var client: String?
  var clientURL: String?
  var links: [AlertEvent.Link] = []
  var images: [AlertEvent.Link] = []
  var payload: PagerDutyPayload?

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "routing_key": routingKey = try reader.optionalString()
      case "event_action": action = try reader.optionalString()
      case "dedup_key": dedupKey = try reader.optionalString()
      case "payload": payload = try reader.takeNull() ? nil : try PagerDutyPayload(&reader)
      case "client": client = try reader.optionalString()
      case "client_url": clientURL = try reader.optionalString()
      case "links": links = try PagerDutyLinks.read(&reader, address: ["href"], title: "text")
      case "images": images = try PagerDutyLinks.read(&reader, address: ["href", "src"], title: "alt")
      default: try reader.skip()
      }
    }
  }

  func checked() throws(IntakeError) -> (routingKey: String, event: AlertEvent) {
    guard let routingKey, !routingKey.isEmpty else { throw .missing(field: "routing_key") }
    try within(PagerDutyV2.keyLimit, routingKey, "routing_key")
    let action = try checkedAction()
    let key = dedupKey.flatMap { $0.isEmpty ? nil : $0 }
    try within(PagerDutyV2.keyLimit, key ?? "", "dedup_key")
    guard action == .trigger else {
      guard let key else { throw .missing(field: "dedup_key") }
      return (routingKey, try answering(action, key))
    }
    guard let payload else { throw .missing(field: "payload") }
    return (routingKey, try event(.trigger, key, payload, payload.required()))
  }

  private func checkedAction() throws(IntakeError) -> AlertEvent.Action {
    guard let action, !action.isEmpty else { throw .missing(field: "event_action") }
    guard let known = AlertEvent.Action(rawValue: action) else {
      throw .notAllowed(field: "event_action", found: action, allowed: ["trigger", "acknowledge", "resolve"])
    }
    return known
  }

  /// An acknowledge or resolve: the vendor asks for nothing but the key, so a payload may hold anything or nothing.
  private func answering(_ action: AlertEvent.Action, _ key: String) throws(IntakeError) -> AlertEvent {
    let payload = payload ?? PagerDutyPayload()
    let said = PagerDutyPayload.Required(
      summary: oneLine(payload.summary ?? ""), source: oneLine(payload.source ?? ""), severity: payload.severity ?? "")
    return try event(action, key, payload, said)
  }

  private func event(
    _ action: AlertEvent.Action, _ key: String?, _ payload: PagerDutyPayload, _ said: PagerDutyPayload.Required
  ) throws(IntakeError) -> AlertEvent {
    AlertEvent(
      action: action, dedupKey: key, summary: cut(said.summary, characters: PagerDutyV2.summaryLimit),
      source: cut(said.source, bytes: Labels.valueBytes), severity: cut(said.severity, bytes: Labels.valueBytes),
      labels: labels(payload, said.source), at: try payload.time(), links: allLinks, details: payload.details)
  }

  /// The event's own fields are set last: they win over details of the same name.
  private func labels(_ payload: PagerDutyPayload, _ source: String) -> [String: String] {
    var labels = payload.labels
    labels.set("component", payload.component ?? "")
    labels.set("group", payload.group ?? "")
    labels.set("class", payload.eventClass ?? "")
    labels.set("source", source)
    labels.set("client", client ?? "")
    return labels.values
  }

  private var allLinks: [AlertEvent.Link] {
    guard let clientURL, isWebLink(clientURL) else { return links + images }
    let title = oneLine(client ?? "")
    return [AlertEvent.Link(title: cut(title.isEmpty ? clientURL : title, characters: 200), url: clientURL)] + links
      + images
  }
}

private func within(_ limit: Int, _ text: String, _ field: String) throws(IntakeError) {
  guard text.utf8.count > limit else { return }
  let length = text.unicodeScalars.count
  if length > limit { throw .tooLong(field: field, length: length, limit: limit) }
}
