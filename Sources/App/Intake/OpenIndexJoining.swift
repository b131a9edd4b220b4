import Engine
import Incidents
import Storage

/// Two incidents that become one, and one that becomes two.
extension OpenIndex {
  /// An incident was merged into another, on disk already: its alerts and its causes lead there.
  mutating func merge(_ ended: Incident, into kept: Incident) {
    settle(kept)
    guard let known = incidents[ended.id] else { return }
    for key in known.keys { alerts[key]?.incident = kept.id }
    incidents[ended.id]?.keys = []
    settle(ended)
    let causes = known.aliases.union([known.cause])
    incidents[kept.id]?.keys.formUnion(known.keys)
    incidents[kept.id]?.aliases.formUnion(causes)
    for cause in causes { self.causes[Cause.base(cause)] = kept.id }
  }

  /// An alert left an incident for one of its own, on disk already.
  mutating func split(_ key: Key, of left: Incident, to opened: Incident) {
    settle(left)
    settle(opened)
    incidents[left.id]?.keys.remove(key)
    guard alerts[key] != nil else { return }
    alerts[key]?.incident = opened.id
    incidents[opened.id]?.keys.insert(key)
  }
}
