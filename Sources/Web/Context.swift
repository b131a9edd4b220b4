import Engine
import Incidents
import Intake
import Logging
import Runbooks
import Storage

/// An incident that a person or a program declares.
package struct Declaration: Sendable, Hashable {
  package var title: String
  package var severity: String?
  package var scenario: String?
  /// Name of a runbook in force, or its short name; nil: the one that fits.
  package var runbook: String?
  /// Practice: people are paged with DRILL in front.
  package var isDrill: Bool

  package init(
    title: String, severity: String? = nil, scenario: String? = nil, runbook: String? = nil, isDrill: Bool = false
  ) {
    self.title = title
    self.severity = severity
    self.scenario = scenario
    self.runbook = runbook
    self.isDrill = isDrill
  }
}

/// An action item as somebody writes it. `due` is a date or a moment in RFC 3339, or empty.
package struct NewItem: Sendable, Hashable {
  package var text: String
  package var owner: String
  package var due: String
  package var priority: ActionItem.Priority
  package init(text: String, owner: String = "", due: String = "", priority: ActionItem.Priority = .medium) {
    self.priority = priority
    self.text = text
    self.owner = owner
    self.due = due
  }
}

/// What became of one event.
package struct Receipt: Sendable, Hashable {
  package var dedupKey: String
  /// nil where the event changed nothing (a resolve of something unknown).
  package var incident: Int64?
  package init(dedupKey: String, incident: Int64?) {
    self.dedupKey = dedupKey
    self.incident = incident
  }
}

/// Why events were not made durable; nothing of them is kept.
package enum AcceptError: Error, Sendable, Hashable {
  /// The queue is full: come again after so many seconds.
  case overloaded(retryAfterSeconds: Int)
  /// The store cannot be written now.
  case unavailable(String)
  case refused(String)
}

/// The runbooks that are in force, and any revision that an incident pinned.
package protocol Shelf: Sendable {
  /// In the order of the command line; never empty.
  func current() -> [ShelvedRunbook]
  func revision(_ id: Int64) async throws -> ShelvedRunbook?
  /// What governs incidents that pinned this revision, with the team as it is now; nil where it is not kept.
  func policy(_ id: Int64) async throws -> Policy?
  func team() -> Team
  /// How the JSON of a webhook is read that comes in by the ingest key of this name; nil: by the usual names.
  func mapping(of key: String) -> WebhookMapping?
  /// With which the sender of this key's webhooks signs; nil where it does not.
  func secret(of key: String) -> String?
  /// What the team file expects to report by itself.
  func heartbeats() -> [HeartbeatPlan]
  /// The dated maintenance windows of the team file.
  func maintenance() -> [Silence]
  /// What is wrong since the last good load: "The runbook changed and cannot be read: …", or nil.
  func trouble() -> String?
  /// What people said that these alerts are about, and by whom; kept for the next time.
  func corrections(_ identities: [String]) -> [ScenarioCorrection]
  /// Scenarios of a runbook that an alert may be about, best first.
  func candidates(_ summary: String, _ labels: [String: String], of runbook: ShelvedRunbook) -> [ScenarioMatch]
  /// Puts the stored overrides in force, after they were changed.
  func takeOverrides(now: Timestamp) async throws
}

extension Shelf {
  /// What is in force of the runbook that this is a revision of; nil where that is no longer served.
  package func successor(of revision: ShelvedRunbook) -> ShelvedRunbook? {
    let current = current()
    if let same = current.first(where: { $0.id == revision.id }) { return same }
    return current.first { $0.name == revision.name } ?? (current.count == 1 ? current.first : nil)
  }
}

extension Shelf {
  package func candidates(
    _ summary: String, _ labels: [String: String], of runbook: ShelvedRunbook
  ) -> [ScenarioMatch] {
    MatchIndex(runbook.runbook).candidates(summary: summary, labels: labels)
  }

  package func mapping(of key: String) -> WebhookMapping? { nil }
  package func secret(of key: String) -> String? { nil }
  package func heartbeats() -> [HeartbeatPlan] { [] }
  package func maintenance() -> [Silence] { [] }
  package func heartbeat(_ slug: String) -> HeartbeatPlan? { heartbeats().first { $0.slug == slug } }
}

package struct ShelvedRunbook: Sendable {
  package var id: Int64
  /// Path as given on the command line.
  package var name: String
  /// First seven digits of the text's SHA-256.
  package var digest: String
  package var runbook: Runbook
  /// When this revision was read first.
  package var readAt: Timestamp
  /// What pages call it: the file's name, with as much of its folders as tells it from the others. Where a server
  /// keeps its files is nobody's business there.
  package var fileName: String

  package init(
    id: Int64, name: String, digest: String, runbook: Runbook, readAt: Timestamp = Timestamp(microseconds: 0),
    fileName: String? = nil
  ) {
    self.id = id
    self.name = name
    self.digest = digest
    self.runbook = runbook
    self.readAt = readAt
    self.fileName = fileName ?? name.split(separator: "/").last.map(String.init) ?? name
  }
}

/// Tells streams that something changed. Publishing never blocks.
package protocol Changes: Sendable {
  /// Hear which incidents changed, once a commit, and of the server's end.
  var listeners: Listeners { get }
  /// How many commits have been told so far.
  var count: UInt64 { get }
}

/// All that the pages and routes work with.
package struct WebContext: Sendable {
  package var database: any Database
  package var acts: any Acts
  package var shelf: any Shelf
  package var changes: any Changes
  package var now: @Sendable () -> Timestamp
  /// Writes through the one writer thread; returns when durable.
  package var write: @Sendable ([Statement]) async throws -> [Outcome]
  /// Identifiers that rise over restarts.
  package var newID: @Sendable () -> Int64
  /// Secret for links in pages and for CSRF; 32 bytes, made at first start, kept in the store.
  package var secret: [UInt8]
  /// How many simulated seconds pass in one real second; 1 in service.
  package var pace: Double
  /// Public address of this server, for links in pages: `http://127.0.0.1:7070`.
  package var origin: String
  /// Text for `/metrics` from the loops.
  package var metrics: @Sendable () async -> String
  package var ready: @Sendable () -> Bool
  package var logger: Logger
  /// What waits since a backup was restored; nil where nothing does.
  package var held: @Sendable () -> RecoveryState? = { nil }
  /// What is wrong with the paging itself, in sentences.
  package var doubts: @Sendable () -> [String] = { [] }
  /// Set for a node that stands by while another serves.
  package var standingBy: (@Sendable () -> StandingBy)?
  /// Lets it page now.
  package var endHold: @Sendable () async throws -> Void = {}

  package init(
    database: any Database, acts: any Acts, shelf: any Shelf, changes: any Changes,
    now: @escaping @Sendable () -> Timestamp, write: @escaping @Sendable ([Statement]) async throws -> [Outcome],
    newID: @escaping @Sendable () -> Int64, secret: [UInt8], pace: Double, origin: String,
    metrics: @escaping @Sendable () async -> String, ready: @escaping @Sendable () -> Bool, logger: Logger
  ) {
    self.database = database
    self.acts = acts
    self.shelf = shelf
    self.changes = changes
    self.now = now
    self.write = write
    self.newID = newID
    self.secret = secret
    self.pace = pace
    self.origin = origin
    self.metrics = metrics
    self.ready = ready
    self.logger = logger
  }

  /// "Demo: one minute passes each second." or nil in service.
  package var demo: String? { Self.demo(pace: pace) }

  package static func demo(pace: Double) -> String? {
    guard pace != 1 else { return nil }
    return pace == 60
      ? "Demo: one minute passes each second." : "Demo: the clock runs \(Int(pace.rounded())) times as fast."
  }
}
