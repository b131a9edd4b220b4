import Incidents

/// Opsgenie's Alert API v2: `POST /v2/alerts` and the bodies of what is done to an alert.
///
/// Fields: https://docs.opsgenie.com/docs/alert-api
package enum Opsgenie {
  package static let format = IntakeFormat(name: "opsgenie") { body throws(IntakeError) in
    IntakeBatch(events: [try create(body)])
  }

  static let messageLimit = 130
  static let aliasLimit = 512

  /// One alert. A message above 130 characters is cut, as Alertmanager cuts it before it sends.
  package static func create(_ body: [UInt8]) throws(IntakeError) -> AlertEvent {
    var reader = try JSONReader(body, limit: IntakeFormats.bodyLimit)
    let draft = try OpsgenieDraft(&reader)
    try reader.finish()
    return try draft.event()
  }

  /// What comes with an act on an alert; every field may be absent, and so may the body.
  package struct Act: Sendable, Hashable {
    package var user = ""
    package var source = ""
    package var note = ""
    /// `owner`, `escalation` or `team` by its name, username or identifier.
    package var target = ""
    package var endTime: Timestamp?
    package var message = ""

    package init() {}

    package init(_ body: [UInt8]) throws(IntakeError) {
      guard body.contains(where: { $0 > 0x20 }) else { return }
      let flat = try FlatJSON(body)
      func text(_ paths: String...) -> String { paths.lazy.compactMap { flat.text($0) }.first ?? "" }
      user = cut(oneLine(text("user")), characters: 100)
      source = cut(oneLine(text("source")), characters: 100)
      note = cut(text("note"), characters: 5_000)
      message = cut(oneLine(text("message", "description", "priority")), characters: PagerDutyV2.summaryLimit)
      target = cut(
        oneLine(
          text(
            "owner.username", "owner.name", "owner.id", "escalation.name", "escalation.id", "team.name", "team.id",
            "responder.name", "responder.username", "responder.id")), characters: 200)
      guard let end = flat.text("endTime") else { return }
      guard let time = EventTime.read(end) else { throw .invalidTime(field: "endTime", found: end) }
      endTime = time
    }

    /// Who acts, for the timeline.
    package var actor: String { !user.isEmpty ? user : !source.isEmpty ? source : "Opsgenie API" }
  }
}

private struct OpsgenieDraft {
  var message: String?
  var alias: String?
  var description = ""
  var entity = ""
  var source = ""
  var priority = "P3"
  var user = ""
  var tags: [String] = []
  var details = PagerDutyPayload()

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "message": message = try reader.optionalString()
      case "alias": alias = try reader.optionalString()
      case "description": description = try reader.optionalString() ?? ""
      case "entity": entity = try reader.optionalString() ?? ""
      case "source": source = try reader.optionalString() ?? ""
      case "priority": priority = try reader.optionalString() ?? "P3"
      case "user": user = try reader.optionalString() ?? ""
      case "tags": try readTags(&reader)
      case "details": try details.readDetails(&reader)
      default: try reader.skip()
      }
    }
  }

  private mutating func readTags(_ reader: inout JSONReader) throws(IntakeError) {
    if try reader.takeNull() { return }
    try reader.beginArray()
    while try reader.nextElement() {
      let tag = try reader.string()
      if tags.count < 20 { tags.append(cut(oneLine(tag), characters: 50)) }
    }
  }

  func event() throws(IntakeError) -> AlertEvent {
    let summary = oneLine(message ?? "")
    guard !summary.isEmpty else { throw .missing(field: "message") }
    let key = alias.flatMap { $0.isEmpty ? nil : $0 }
    if let key, key.unicodeScalars.count > Opsgenie.aliasLimit {
      throw .tooLong(field: "alias", length: key.unicodeScalars.count, limit: Opsgenie.aliasLimit)
    }
    let allowed = ["P1", "P2", "P3", "P4", "P5"]
    guard allowed.contains(priority) else { throw .notAllowed(field: "priority", found: priority, allowed: allowed) }
    var labels = details.labels
    labels.set("entity", entity)
    labels.set("source", source)
    labels.set("tags", tags.joined(separator: ","))
    // By this label a silence finds this one alert.
    labels.set("alias", key ?? "")
    return AlertEvent(
      action: .trigger, dedupKey: key, summary: cut(summary, characters: Opsgenie.messageLimit),
      source: cut(oneLine(source), bytes: Labels.valueBytes), severity: priority, labels: labels.values,
      details: detailText)
  }

  private var detailText: String {
    guard !description.isEmpty else { return details.details }
    var out = Array(#"{"description":"#.utf8)
    JSONString.append(cut(description, characters: 15_000), to: &out)
    if !details.details.isEmpty { out += Array(#","details":"#.utf8) + Array(details.details.utf8) }
    return String(decoding: out + [.closeBrace], as: UTF8.self)
  }
}
