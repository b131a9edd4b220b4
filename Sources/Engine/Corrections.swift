import Incidents

extension Engine {
  /// Notes that what was said of an incident's alerts is kept no longer.
  package static func scenarioForgotten(_ view: IncidentView, by actor: String, now: Timestamp) -> Plan {
    var draft = Draft(view, now: now)
    draft.note(
      .scenario, by: actor, "\(draft.name(of: actor)) took the correction back",
      detail: "The next time this alert comes, its words decide.")
    return draft.plan
  }
}
