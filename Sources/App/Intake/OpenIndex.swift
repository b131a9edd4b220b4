import Engine
import Incidents
import Storage

/// What is open, in memory: which alert holds a key, which incident holds a cause. Only the writer's thread touches
/// it. Every change is noted, so that a commit that was refused leaves it as it was.
struct OpenIndex {
  struct Key: Hashable {
    let integration: Int64
    let dedupKey: String
    /// Worked out once: a key stands in several tables, and they grow.
    private let hash: Int

    init(integration: Int64, dedupKey: String) {
      (self.integration, self.dedupKey) = (integration, dedupKey)
      var hasher = Hasher()
      hasher.combine(integration)
      hasher.combine(dedupKey)
      hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }
  struct OpenAlert {
    var alert: Int64
    /// 0 while a silence holds the alert back.
    var incident: Int64
    /// When it is over unless it is sent again; nil where its end is an event of its own.
    var ends: Timestamp?
    /// The sender's own time of its first signal, and of the latest.
    var since: Timestamp?
    var began: Timestamp?
    /// What waits for its end (`AlertDependency.explanation`).
    var explains: [String] = []
  }
  struct OpenIncident {
    var cause: String
    var severityRank: Int
    /// Its alerts are all resolved, or silenced, and it is only watched: an alert that joins it must be looked at.
    var isQuiet = false
    /// It was resolved; the engine is about to open it again.
    var isReopening = false
    /// When an alert last opened or joined it; nil where that was before this process began.
    var lastJoined: Timestamp?
    var keys: Set<Key> = []
    /// Causes of incidents that were merged into it.
    var aliases: Set<String> = []
  }
  /// An incident that is over, and may burn again.
  struct ResolvedIncident {
    var incident: Int64
    var severityRank: Int
    var at: Timestamp
  }
  enum Undo {
    case addedAlert(Key)
    case removedAlert(Key, OpenAlert)
    case prolonged(Key, Timestamp?)
    case addedIncident(Int64)
    case reopened(String, ResolvedIncident)
    case ended(Key, Timestamp?)
  }

  var alerts: [Key: OpenAlert] = [:]
  var incidents: [Int64: OpenIncident] = [:]
  /// By the cause without its number; of several the newest.
  var causes: [String: Int64] = [:]
  var resolved: [String: ResolvedIncident] = [:]
  /// How many firing alerts explain what waits.
  var explained: [String: Int] = [:]
  var endings = Endings()
  var journal: [Undo] = []

  init(
    alerts stored: [FiringKey], incidents open: [OpenCause], merged: [(cause: String, incident: Int64)] = [],
    resolved over: [Incident] = [], ends: [AlertEnds.End] = []
  ) {
    for incident in open {
      incidents[incident.incident] = OpenIncident(
        cause: incident.cause, severityRank: incident.severityRank, isQuiet: incident.isQuiet)
      causes[Cause.base(incident.cause)] = incident.incident
    }
    for (cause, incident) in merged {
      let base = Cause.base(cause)
      guard causes[base] == nil, incidents[incident] != nil else { continue }
      causes[base] = incident
      incidents[incident]?.aliases.insert(cause)
    }
    for incident in over { remember(incident) }
    for end in ends { endings.note(Key(integration: end.integration, dedupKey: end.dedupKey), end.ended) }
    for alert in stored {
      insert(
        Key(integration: alert.integration, dedupKey: alert.dedupKey),
        OpenAlert(
          alert: alert.alert, incident: alert.incident, ends: alert.ends, since: alert.began,
          began: alert.began))
    }
    journal = []
  }

  var alertCount: Int { alerts.count }

  func alert(_ key: Key) -> OpenAlert? { alerts[key] }
  func incident(cause: String) -> Int64? { causes[cause] }
  func severityRank(of incident: Int64) -> Int? { incidents[incident]?.severityRank }
  func isQuiet(_ incident: Int64) -> Bool { incidents[incident]?.isQuiet ?? true }

  mutating func add(_ key: Key, _ alert: OpenAlert) {
    insert(key, alert)
    journal.append(.addedAlert(key))
  }

  mutating func add(_ key: Key, alert: Int64, incident: Int64, ends: Timestamp? = nil) {
    add(key, OpenAlert(alert: alert, incident: incident, ends: ends))
  }

  /// The alert was sent again and holds until then.
  mutating func prolong(_ key: Key, until ends: Timestamp) {
    journal.append(.prolonged(key, alerts[key]?.ends))
    alerts[key]?.ends = ends
  }

  /// It was seen again, by its sender's clock then. Not noted for an undo: it only keeps older ends out.
  mutating func renew(_ key: Key, began: Timestamp?) {
    guard let began, began > alerts[key]?.began ?? began else { return }
    alerts[key]?.began = began
  }

  mutating func open(_ incident: Int64, cause: String, severityRank: Int, at now: Timestamp? = nil) {
    incidents[incident] = OpenIncident(cause: cause, severityRank: severityRank, lastJoined: now)
    causes[Cause.base(cause)] = incident
    journal.append(.addedIncident(incident))
  }

  mutating func removeAlert(_ key: Key) {
    guard let known = delete(key) else { return }
    journal.append(.removedAlert(key, known))
  }

  /// The batch is on disk.
  mutating func keep() { journal.removeAll(keepingCapacity: true) }

  /// The batch was refused: everything since the last `keep` is taken back, the newest first.
  mutating func undo() {
    for change in journal.reversed() {
      switch change {
      case .addedAlert(let key): _ = delete(key)
      case .removedAlert(let key, let alert): insert(key, alert)
      case .prolonged(let key, let ends): alerts[key]?.ends = ends
      case .addedIncident(let id): drop(id)
      case .reopened(let cause, let over):
        drop(over.incident)
        resolved[cause] = over
      case .ended(let key, let before): endings.put(key, before)
      }
    }
    journal.removeAll(keepingCapacity: true)
  }

  /// The incident is over, or its cause or severity has changed, on disk already.
  mutating func settle(_ incident: Incident) {
    guard incident.status.isOpen else {
      for key in incidents[incident.id]?.keys ?? [] { _ = delete(key) }
      drop(incident.id)
      return remember(incident)
    }
    let base = Cause.base(incident.cause)
    if resolved[base]?.incident == incident.id { resolved[base] = nil }
    if let known = incidents[incident.id] {
      release(known.cause, of: incident.id)
      incidents[incident.id]?.isReopening = false
      incidents[incident.id]?.cause = incident.cause
      incidents[incident.id]?.severityRank = incident.severityRank
      incidents[incident.id]?.isQuiet = Self.isWatched(incident)
    } else {
      incidents[incident.id] = OpenIncident(
        cause: incident.cause, severityRank: incident.severityRank, isQuiet: Self.isWatched(incident))
    }
    causes[base] = incident.id
  }

  private static func isWatched(_ incident: Incident) -> Bool {
    incident.status == .monitoring || incident.marks.contains(.silenced)
  }

  private mutating func drop(_ incident: Int64) {
    guard let known = incidents.removeValue(forKey: incident) else { return }
    for cause in known.aliases.union([known.cause]) { release(cause, of: incident) }
  }

  private mutating func release(_ cause: String, of incident: Int64) {
    let base = Cause.base(cause)
    if causes[base] == incident { causes[base] = nil }
  }

  private mutating func insert(_ key: Key, _ alert: OpenAlert) {
    alerts[key] = alert
    incidents[alert.incident]?.keys.insert(key)
    for token in alert.explains { explained[token, default: 0] += 1 }
  }

  private mutating func delete(_ key: Key) -> OpenAlert? {
    guard let known = alerts.removeValue(forKey: key) else { return nil }
    incidents[known.incident]?.keys.remove(key)
    for token in known.explains { takeBack(token) }
    return known
  }

  mutating func takeBack(_ token: String) {
    guard let count = explained[token] else { return }
    explained[token] = count > 1 ? count - 1 : nil
  }
}
