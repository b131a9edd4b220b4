import Incidents
import Storage

/// Ends of alerts, by the sender's own order of things where it gives times.
extension IntakeRound {
  /// What began after this end is not ended by it where the end is known already, or lies between two signals of it: it
  /// is an older one that comes late, or once more.
  mutating func end(_ key: OpenIndex.Key, _ known: OpenIndex.OpenAlert, _ event: AlertEvent) {
    if let ended = event.at, let began = known.began, ended < began {
      let isKnown = state.index.ended(key).map { $0 >= ended } ?? false
      if isKnown || known.since.map({ $0 <= ended }) ?? false { return }
    }
    noteEnd(key, event.at)
    resolve(key, known, Self.resolvedEntry(event, known.incident, now))
  }

  mutating func noteEnd(_ key: OpenIndex.Key, _ ended: Timestamp?) {
    guard let ended, ended <= now + Self.ahead, state.index.noteEnd(key, ended) else { return }
    batch.end(key.integration, key.dedupKey, ended, at: now)
  }

  /// A clock that is further ahead of ours is not believed.
  private static let ahead = Span.hours(1)

  /// It began before the last end that its sender told of.
  func isStale(_ event: AlertEvent, _ key: OpenIndex.Key) -> Bool {
    guard let began = event.at, let ended = state.index.ended(key) else { return false }
    return began < ended
  }

  mutating func resolve(_ key: OpenIndex.Key, _ known: OpenIndex.OpenAlert, _ entry: TimelineEntry) {
    batch.resolve(known.alert, of: known.incident, at: now, [entry])
    if known.ends != nil { batch.forgetTerm(known.alert) }
    state.index.removeAlert(key)
    if known.explains.contains(where: { !state.index.isExplained($0) }) { following.silenceDue = now }
    guard known.incident != 0 else { return }
    following.changed.insert(known.incident)
    following.incidentDue = now
  }

  mutating func hold(_ alert: Int64, for term: AlertEvent.Term) {
    batch.hold(alert, for: term)
    following.termEnd = Self.earlier(following.termEnd, term.ends)
  }

  mutating func prolong(_ key: OpenIndex.Key, _ known: OpenIndex.OpenAlert, _ term: AlertEvent.Term) {
    state.index.prolong(key, until: term.ends)
    hold(known.alert, for: term)
  }

  /// Its sender has fallen silent: the alert is over, unless it was sent again in the meantime.
  mutating func lapse(_ alert: FiringKey) {
    let key = OpenIndex.Key(integration: alert.integration, dedupKey: alert.dedupKey)
    guard let known = state.index.alert(key), known.alert == alert.alert else { return batch.forgetTerm(alert.alert) }
    guard let ends = known.ends, ends <= now else { return }
    resolve(
      key, known,
      TimelineEntry(
        incident: known.incident, at: now, kind: .alertResolved, actor: TimelineEntry.tocsin,
        text: "An alert is over: its source has not sent it again"))
  }
}
