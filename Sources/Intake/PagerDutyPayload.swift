import Incidents

/// The `payload` object of a PagerDuty event, its types checked.
struct PagerDutyPayload {
  /// What the vendor requires of a trigger, cleaned for people.
  struct Required {
    var summary: String
    var source: String
    var severity: String
  }

  var summary: String?
  var source: String?
  var severity: String?
  var timestamp: String?
  var component: String?
  var group: String?
  var eventClass: String?
  /// `custom_details` as sent; empty where there is none.
  var details = ""
  /// The flat scalars among the details.
  var labels = Labels()

  init() {}

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "summary": summary = try reader.optionalString()
      case "source": source = try reader.optionalString()
      case "severity": severity = try reader.optionalString()
      case "timestamp": timestamp = try reader.optionalString()
      case "component": component = try reader.optionalString()
      case "group": group = try reader.optionalString()
      case "class": eventClass = try reader.optionalString()
      case "custom_details": try readDetails(&reader)
      default: try reader.skip()
      }
    }
  }

  mutating func readDetails(_ reader: inout JSONReader) throws(IntakeError) {
    labels = Labels(expecting: 12)
    details = ""
    if try reader.takeNull() { return }
    try reader.beginObject()
    let start = reader.position - 1
    while let name = try reader.nextKey() {
      if let value = try reader.scalarText() { labels.set(name, value) }
    }
    details = reader.text(of: start..<reader.position)
  }

  /// - Throws: `missing` or `notAllowed` with the field's path.
  func required() throws(IntakeError) -> Required {
    let said = Required(
      summary: try nonBlank(summary, "payload.summary"), source: try nonBlank(source, "payload.source"),
      severity: try nonBlank(severity, "payload.severity"))
    guard PagerDutyV2.severities.contains(said.severity) else {
      throw .notAllowed(field: "payload.severity", found: said.severity, allowed: PagerDutyV2.severities)
    }
    return said
  }

  func time() throws(IntakeError) -> Timestamp? {
    guard let timestamp, !timestamp.isEmpty else { return nil }
    guard let time = EventTime.read(timestamp) else {
      throw .invalidTime(field: "payload.timestamp", found: timestamp)
    }
    return time
  }

  private func nonBlank(_ text: String?, _ field: String) throws(IntakeError) -> String {
    let line = oneLine(text ?? "")
    guard !line.isEmpty else { throw .missing(field: field) }
    return line
  }
}

/// `links` and `images`: addresses that are no http or https link are left out, and so is what is beyond the twentieth.
enum PagerDutyLinks {
  static let limit = 20

  static func read(
    _ reader: inout JSONReader, address: [String], title: String
  ) throws(IntakeError) -> [AlertEvent.Link] {
    if try reader.takeNull() { return [] }
    var links: [AlertEvent.Link] = []
    try reader.beginArray()
    while try reader.nextElement() {
      let link = try readOne(&reader, address: address, title: title)
      if let link, links.count < limit { links.append(link) }
    }
    return links
  }

  private static func readOne(
    _ reader: inout JSONReader, address: [String], title: String
  ) throws(IntakeError) -> AlertEvent.Link? {
    var said: [String: String] = [:]
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == title || address.contains(key) {
        said[key] = try reader.optionalString()
      } else {
        try reader.skip()
      }
    }
    guard let url = address.compactMap({ said[$0] }).first(where: isWebLink) else { return nil }
    let text = oneLine(said[title] ?? "")
    return AlertEvent.Link(title: cut(text.isEmpty ? url : text, characters: 200), url: url)
  }
}
