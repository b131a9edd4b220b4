import Incidents
import Storage

/// What is open, in memory: which alert holds a key, which incident holds a cause. Only the writer's thread touches
/// it. Every change is noted, so that a commit that was refused leaves it as it was.
struct OpenIndex {
  struct Key: Hashable {
    var integration: Int64
    var dedupKey: String
  }
  struct OpenAlert {
    var alert: Int64
    /// 0 while a silence holds the alert back.
    var incident: Int64
    /// When it is over unless it is sent again; nil where its end is an event of its own.
    var ends: Timestamp?
  }
  struct OpenIncident {
    var cause: String
    var severityRank: Int
    /// Its alerts are all resolved, or silenced, and it is only watched: an alert that joins it must be looked at.
    var isQuiet = false
    var keys: Set<Key> = []
  }
  private enum Undo {
    case addedAlert(Key)
    case removedAlert(Key, OpenAlert)
    case prolonged(Key, Timestamp?)
    case addedIncident(Int64)
  }

  private var alerts: [Key: OpenAlert] = [:]
  private var incidents: [Int64: OpenIncident] = [:]
  private var causes: [String: Int64] = [:]
  private var journal: [Undo] = []

  init(alerts stored: [FiringKey], incidents open: [OpenCause]) {
    for incident in open {
      incidents[incident.incident] = OpenIncident(
        cause: incident.cause, severityRank: incident.severityRank, isQuiet: incident.isQuiet)
      causes[incident.cause] = incident.incident
    }
    for alert in stored {
      insert(
        Key(integration: alert.integration, dedupKey: alert.dedupKey),
        OpenAlert(alert: alert.alert, incident: alert.incident, ends: alert.ends))
    }
    journal = []
  }

  var alertCount: Int { alerts.count }

  func alert(_ key: Key) -> OpenAlert? { alerts[key] }
  func incident(cause: String) -> Int64? { causes[cause] }
  func severityRank(of incident: Int64) -> Int? { incidents[incident]?.severityRank }
  func isQuiet(_ incident: Int64) -> Bool { incidents[incident]?.isQuiet ?? true }

  mutating func add(_ key: Key, alert: Int64, incident: Int64, ends: Timestamp? = nil) {
    insert(key, OpenAlert(alert: alert, incident: incident, ends: ends))
    journal.append(.addedAlert(key))
  }

  /// The alert was sent again and holds until then.
  mutating func prolong(_ key: Key, until ends: Timestamp) {
    journal.append(.prolonged(key, alerts[key]?.ends))
    alerts[key]?.ends = ends
  }

  mutating func open(_ incident: Int64, cause: String, severityRank: Int) {
    incidents[incident] = OpenIncident(cause: cause, severityRank: severityRank)
    causes[cause] = incident
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
      }
    }
    journal.removeAll(keepingCapacity: true)
  }

  /// The incident is over, or its cause or severity has changed, on disk already.
  mutating func settle(_ incident: Incident) {
    guard incident.status.isOpen else {
      for key in incidents[incident.id]?.keys ?? [] { alerts[key] = nil }
      return drop(incident.id)
    }
    if let known = incidents[incident.id] {
      if causes[known.cause] == incident.id { causes[known.cause] = nil }
      incidents[incident.id]?.cause = incident.cause
      incidents[incident.id]?.severityRank = incident.severityRank
      incidents[incident.id]?.isQuiet = Self.isWatched(incident)
    } else {
      incidents[incident.id] = OpenIncident(
        cause: incident.cause, severityRank: incident.severityRank, isQuiet: Self.isWatched(incident))
    }
    causes[incident.cause] = incident.id
  }

  private static func isWatched(_ incident: Incident) -> Bool {
    incident.status == .monitoring || incident.marks.contains(.silenced)
  }

  private mutating func drop(_ incident: Int64) {
    guard let known = incidents.removeValue(forKey: incident) else { return }
    if causes[known.cause] == incident { causes[known.cause] = nil }
  }

  private mutating func insert(_ key: Key, _ alert: OpenAlert) {
    alerts[key] = alert
    incidents[alert.incident]?.keys.insert(key)
  }

  private mutating func delete(_ key: Key) -> OpenAlert? {
    guard let known = alerts.removeValue(forKey: key) else { return nil }
    incidents[known.incident]?.keys.remove(key)
    return known
  }
}
