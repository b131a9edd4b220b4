import Engine
import Incidents
import Storage
import Web

/// What people do after an incident.
extension IncidentActs {
  func changeItem(_ incident: Int64, number: Int, _ change: ItemChange, by actor: String) async throws {
    try await decisions.decide(incident) { view, now in
      try Engine.changeItem(view, number: number, change, by: actor, now: now)
    }
  }

  func publishReview(_ incident: Int64, _ versions: [ReviewVersion], by actor: String) async throws {
    guard let last = versions.last else { return }
    try await decisions.decide(incident, also: [ReviewStatements.add(versions)]) { view, now in
      try Engine.publishReview(view, number: last.number, by: actor, now: now)
    }
  }
}
