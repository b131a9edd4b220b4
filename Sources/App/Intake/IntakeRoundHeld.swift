import Incidents
import Storage

/// What is held back, and what is let go.
extension IntakeRound {
  /// An alert that was held back opens or joins its incident now, as if it had just come in.
  mutating func follow(_ verdict: SilenceVerdict) {
    let alert = verdict.alert
    let key = OpenIndex.Key(integration: alert.integration, dedupKey: alert.dedupKey)
    guard let known = state.index.alert(key), known.alert == alert.id else { return }
    if verdict.isSilenced || known.incident != 0 {
      batch.hush(alert.id, verdict.isSilenced, of: known.incident, at: now)
      guard known.incident != 0 else { return }
      following.incidentDue = now
      following.changed.insert(known.incident)
      return
    }
    let event = AlertEvent(
      action: .trigger, dedupKey: alert.dedupKey, summary: alert.summary, source: alert.source,
      severity: alert.severity, labels: alert.labels, details: alert.details)
    let name = shelf.configuration.routes.isEmpty ? nil : keyName(key.integration)
    guard let sorted = Triage.of(event, key: key, name: name, shelf: shelf) else { return }
    let incident = place(event, sorted).incident
    batch.adopt(alert.id, into: incident)
    var adopted = known
    adopted.incident = incident
    state.index.removeAlert(key)
    state.index.add(key, adopted)
  }

  /// Why an alert opens nothing for now, in a sentence; nil where nothing holds it back. What joins an incident that
  /// burns already waits for no other alert.
  func holds(_ event: AlertEvent, _ sorted: Triage, _ key: OpenIndex.Key) -> String? {
    if let silence = silences.first(where: { $0.covers(event.labels, of: key.integration) }) {
      return "It was held back by \(silence.title)."
    }
    guard state.index.incident(cause: sorted.cause) == nil else { return nil }
    for dependency in shelf.configuration.dependencies {
      guard let need = dependency.need(of: event.labels), state.index.isExplained(need) else { continue }
      return "It was held back while what it depends on fires (\(dependency.name) in the team file)."
    }
    return nil
  }
}
