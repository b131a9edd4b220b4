import Engine
import Incidents

/// The events of a drill as lines of JSON, their fields in the order of the contract.
enum DrillJSON {
  /// `night` is named where the lines of several nights follow one another.
  static func line(_ event: DrillEvent, of night: DrillNight? = nil) -> String {
    var fields: [(String, JSONField)] = [
      ("minute", .number(Double(event.minute))), ("kind", .text(event.kind.rawValue)), ("target", text(event.target)),
      ("reason", text(event.reason?.rawValue)), ("line", event.line.map { .number(Double($0)) } ?? .null),
      ("text", .text(event.text)), ("at", .text(CivilTime(event.at).rfc3339)),
      ("people", .list(event.people.map { .text($0) })),
    ]
    if let night { fields += [("scenario", text(night.scenario)), ("severity", .text(night.severity))] }
    return "{" + fields.map { "\"\($0)\":\($1.line)" }.joined(separator: ",") + "}"
  }

  private static func text(_ value: String?) -> JSONField { value.map { .text($0) } ?? .null }
}
