import Engine
import Hummingbird
import Incidents
import Intake
import Storage

/// What Opsgenie's clients do to an alert. Each is answered 202, and carried out by then.
enum OpsgenieActs {
  enum Kind: String, Sendable {
    case close, acknowledge, snooze, escalate, assign, notes, message, description, priority
  }

  static func act(_ kind: Kind) -> @Sendable (Visit) async throws -> Response {
    { visit in
      let key = try await OpsgenieAlerts.key(visit)
      let act: Opsgenie.Act
      do throws(IntakeError) { act = try Opsgenie.Act(visit.body) } catch {
        visit.site.keys.note(error.message, of: key, at: visit.now)
        return OpsgenieReply.invalid(error)
      }
      if kind == .snooze, act.endTime == nil { return OpsgenieReply.invalid(.missing(field: "endTime")) }
      if kind == .notes, act.note.isEmpty { return OpsgenieReply.invalid(.missing(field: "note")) }
      // What is unknown is answered 202 as well; the request's status says it.
      let alert = try? await OpsgenieAlerts.found(visit, key)
      var status = "Alert does not exist"
      if let alert { status = try await carryOut(kind, act, alert, visit) }
      let request = try await OpsgenieOutcome(
        action: kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst(), isSuccess: alert != nil,
        status: status, alert: alert.map { "\($0.id)" } ?? "", alias: alert?.dedupKey ?? visit.parameter("alert")
      ).keep(visit, key)
      return try OpsgenieReply.accepted(request)
    }
  }

  /// Opsgenie deletes; Tocsin's record of an incident is never cut, so that it closes.
  static let delete = act(.close)

  private static func carryOut(
    _ kind: Kind, _ act: Opsgenie.Act, _ alert: Alert, _ visit: Visit
  ) async throws -> String {
    let acts = visit.context.acts
    if !act.note.isEmpty, alert.incident != 0 { try await note(act.note, act, alert, visit) }
    switch kind {
    case .close:
      try await send(.resolve, act, alert, visit)
      return "Alert closed"
    case .acknowledge:
      try await send(.acknowledge, act, alert, visit)
      return "Alert acknowledged"
    case .snooze:
      try await snooze(act, alert, visit)
      return "Alert snoozed"
    case .escalate:
      guard alert.incident != 0, let rung = try await visit.site.watched(alert.incident).nextRung else {
        return "There is no further rung"
      }
      try await acts.pageNow(alert.incident, step: rung.step, by: act.actor)
      return "Escalated to \(rung.name)"
    case .assign:
      if alert.incident != 0 { try await note("Assigned to \(act.target)", act, alert, visit) }
      return "Alert assigned"
    case .notes: return "Note added"
    case .message:
      _ = try await visit.context.write([AlertStatements.rename(alert.id, act.message)])
      return "Message updated"
    case .description, .priority:
      if alert.incident != 0 { try await note("\(kind.rawValue): \(act.message)", act, alert, visit) }
      return "\(kind.rawValue) updated"
    }
  }

  /// A silence of this one alert.
  private static func snooze(_ act: Opsgenie.Act, _ alert: Alert, _ visit: Visit) async throws {
    let silence = Silence(
      id: "", matchers: [try Matcher("alias", .equal, alert.dedupKey)], integration: alert.integration,
      starts: visit.now, ends: act.endTime ?? visit.now, updated: visit.now, by: act.actor, comment: "Snoozed")
    _ = try await visit.context.acts.silence(silence, reaching: alert.integration)
  }

  private static func send(
    _ action: AlertEvent.Action, _ act: Opsgenie.Act, _ alert: Alert, _ visit: Visit
  ) async throws {
    let event = AlertEvent(action: action, dedupKey: alert.dedupKey, summary: alert.summary, source: act.actor)
    _ = try await visit.context.acts.accept([event], integration: alert.integration)
  }

  /// An incident that is over takes no notes; the act itself still counts.
  private static func note(_ text: String, _ act: Opsgenie.Act, _ alert: Alert, _ visit: Visit) async throws {
    do { try await visit.context.acts.note(alert.incident, text: text, by: act.actor) } catch is Refusal { return }
  }
}
