import App
import Foundation
import Incidents

/// An incident as the server's API tells it, as far as the command line shows it.
struct IncidentReading: Sendable {
  struct Entry: Sendable {
    var at: Timestamp?
    var kind: String
    var actor: String
    var text: String
    var detail: String
    var line: Int?
  }
  struct PageReading: Sendable {
    var person: String
    var name: String
    var channel: String
    var reason: String
    var status: String
    var due: Timestamp?
    var why: String
    var line: Int?
    var step: Int?
    var evidence: String
    var assumption: String?
  }
  struct RungReading: Sendable {
    var due: Timestamp?
    var role: String
    var people: [String]
    var state: String
    var note: String
    var why: String
    var line: Int?
    var assumption: String?
  }
  struct SituationReading: Sendable {
    var words: String
    var state: String
    var by: String?
    var at: Timestamp?
    var due: Timestamp?
    var roles: [String]
    var line: Int?
  }
  struct ClockReading: Sendable {
    var kind: String
    var state: String
    var what: String
    var why: String
    var due: Timestamp?
    var line: Int?
    var isAssumed: Bool
  }

  var name: String
  var isDrill: Bool
  var title: String
  var severity: String
  var label: String
  var status: String
  var scenario: String?
  var opened: Timestamp?
  var acknowledgedBy: String?
  var acknowledgedAt: Timestamp?
  var reasons: [(text: String, line: Int?)]
  var timeline: [Entry]
  var pages: [PageReading]
  var clocks: [ClockReading]
  var rungs: [RungReading]
  var situations: [SituationReading]
  /// Which of the lines are whose, where the runbook is several files.
  var places: LinePlaces

  init(_ json: JSONField) {
    name = json.words("name") ?? "?"
    isDrill = json["drill"] == .bool(true)
    title = json.words("title") ?? ""
    severity = json.words("severity") ?? ""
    label = json.words("severityLabel") ?? ""
    status = json.words("status") ?? ""
    scenario = json.words("scenario")
    opened = json.time("opened")
    acknowledgedBy = json.words("acknowledgedBy")
    acknowledgedAt = json.time("acknowledgedAt")
    reasons = json["reasons"].elements.map { ($0.words("text") ?? "", $0["line"].integer) }
    timeline = json["timeline"].elements.map { entry in
      Entry(
        at: entry.time("at"), kind: entry.words("kind") ?? "", actor: entry.words("actor") ?? "",
        text: entry.words("text") ?? "", detail: entry.words("detail") ?? "", line: entry["line"].integer)
    }
    pages = json["pages"].elements.map { page in
      PageReading(
        person: page.words("person") ?? "", name: page.words("name") ?? "", channel: page.words("channel") ?? "",
        reason: page.words("reason") ?? "",
        status: page.words("status") ?? "", due: page.time("due"), why: page.words("why") ?? "",
        line: page["line"].integer, step: page["rung"].integer, evidence: page.words("evidence") ?? "",
        assumption: page.words("assumption"))
    }
    clocks = json["clocks"].elements.map { clock in
      ClockReading(
        kind: clock.words("kind") ?? "", state: clock.words("state") ?? "", what: clock.words("what") ?? "",
        why: clock.words("why") ?? "", due: clock.time("due"), line: clock["line"].integer,
        isAssumed: clock["assumption"].string != nil)
    }
    rungs = json["rungs"].elements.map(RungReading.init)
    situations = json["situations"].elements.map(SituationReading.init)
    places = LinePlaces(json["files"])
  }

  /// In order of time: the record of an incident is told from its beginning.
  var course: [Entry] {
    let timed = timeline.enumerated().sorted {
      ($0.element.at?.microseconds ?? 0, $0.offset) < ($1.element.at?.microseconds ?? 0, $1.offset)
    }
    return timed.map(\.element)
  }
}

extension JSONField {
  /// Text of outside origin, made safe for a terminal.
  func words(_ key: String) -> String? { self[key].string.map(Layout.plain) }

  /// RFC 3339, with or without fractions of a second.
  func time(_ key: String) -> Timestamp? {
    guard let text = self[key].string else { return nil }
    let whole = text.replacing(/\.\d+/, with: "")
    return WrittenTime.moment(whole)
  }
}

extension IncidentReading.RungReading {
  init(_ rung: JSONField) {
    self.init(
      due: rung.time("due"), role: rung.words("role") ?? "",
      people: rung["people"].elements.compactMap(\.string).map(Layout.plain), state: rung.words("state") ?? "",
      note: rung.words("note") ?? "", why: rung.words("why") ?? "", line: rung["line"].integer,
      assumption: rung.words("assumption"))
  }
}

extension IncidentReading.SituationReading {
  init(_ said: JSONField) {
    self.init(
      words: said.words("situation") ?? "", state: said.words("state") ?? "", by: said.words("by"),
      at: said.time("at"), due: said.time("due"), roles: said["calls"].elements.compactMap { $0.words("role") },
      line: said["line"].integer)
  }
}
