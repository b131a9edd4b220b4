import Engine
import Incidents
import Web

/// Whether the routes of a team file lead somewhere: an alert must not fall through a name that was misspelt.
enum RouteCheck {
  /// Throws `StartError` where a route names a runbook that is not served, or a severity that its runbook does not have.
  static func refuseUnknown(_ routes: [AlertRoute], _ shelved: [ShelvedRunbook]) throws {
    let names = FileNames.short(shelved.map(\.name))
    for route in routes {
      var among = shelved
      if let wanted = route.runbook {
        let known = zip(names, shelved).filter { $0.0 == wanted || $0.1.name == wanted }.map(\.1)
        guard !known.isEmpty else {
          throw StartError(
            "The route \(route.name) of the team file names the runbook \(wanted), which is not served. There is \(names.joined(separator: ", "))."
          )
        }
        among = known
      }
      guard let rule = route.severity else { continue }
      let has = among.contains { SeverityWords.find(rule.name, in: $0.runbook.severities) != nil }
      guard !has, let first = among.first else { continue }
      let known = first.runbook.severities.map(\.name).joined(separator: ", ")
      throw StartError(
        "The route \(route.name) of the team file names the severity \(rule.name); the runbook has \(known.isEmpty ? "none" : known)."
      )
    }
  }
}
