import Engine
import Incidents
import Intake
import Logging
import Runbooks
import Storage

/// What the web may ask of the running system. The web changes incidents through this and cannot page anyone.
package protocol Acts: Sendable {
  /// Makes events durable; returns only when they are on disk.
  func accept(_ events: [AlertEvent], integration: Int64) async throws(AcceptError) -> [Receipt]
  func acknowledge(_ incident: Int64, by actor: String, via: String) async throws
  func resolve(_ incident: Int64, by actor: String, reason: String?) async throws
  func reopen(_ incident: Int64, by actor: String) async throws
  func note(_ incident: Int64, text: String, by actor: String) async throws
  func postUpdate(_ incident: Int64, text: String, audience: Cadence.Audience, by actor: String) async throws
  /// Says something to a clock, by its key.
  func answer(_ incident: Int64, clock: String, _ answer: ClockAnswer, by actor: String) async throws
  func addItem(_ incident: Int64, _ item: NewItem, by actor: String) async throws
  func finishItem(_ incident: Int64, number: Int, by actor: String) async throws
  func changeItem(_ incident: Int64, number: Int, _ change: ItemChange, by actor: String) async throws
  /// Adds versions of a review, the last of them published. Throws `StorageError.violates` where another was faster.
  func publishReview(_ incident: Int64, _ versions: [ReviewVersion], by actor: String) async throws
  /// Makes a branch in the runbook's own repository and returns its name. Throws `BranchRefusal`.
  func branch(_ wish: LessonBranch) async throws -> String
  /// Puts an action item into a tracker of the team file (nil: the first), once. Throws `ExportRefusal`.
  func export(item: Int64, to tracker: String?, by actor: String) async throws -> ItemExport
  /// Names of the team file's trackers.
  var trackers: [String] { get }
  /// A word to the world; also to everybody who follows the page. Its `at`, `began` and number are set here.
  func publish(_ update: PublicUpdate, by actor: String) async throws
  func changeSeverity(_ incident: Int64, to severity: String, by actor: String) async throws
  /// Also keeps it for the next time that the incident's alerts come.
  func changeScenario(_ incident: Int64, to scenario: String?, by actor: String) async throws
  /// What was said of the incident's alerts holds no longer for the next time.
  func forgetScenario(_ incident: Int64, by actor: String) async throws
  /// Lets an incident follow the runbook that is in force; `revision` is the one whose changes the person has seen.
  func moveRunbook(_ incident: Int64, to revision: Int64?, by actor: String) async throws
  /// Pages the rung with this index of the incident's ladder now.
  func pageNow(_ incident: Int64, step: Int, by actor: String) async throws
  /// Keeps what a person's run of a command gave; nothing is run here.
  func record(_ run: CommandRun, by actor: String) async throws
  /// A situation of the runbook holds, or does not: in the document's words, or words of them.
  func situation(_ incident: Int64, _ words: String, holds: Bool, by actor: String) async throws
  /// Offers the incident to a person, by identifier or name, who is paged to take it.
  func handOver(_ incident: Int64, to person: String, by actor: String) async throws
  /// What people do in the room beside these.
  func perform(_ what: RoomAct, on incident: Int64, by actor: String) async throws
  /// Keeps a file with its incident.
  func attach(_ file: Attachment, _ bytes: [UInt8], by actor: String) async throws
  /// An incident ends as a part of another that is open.
  func merge(_ incident: Int64, into other: Int64, by actor: String) async throws
  /// An alert gets an incident of its own; returns its identifier.
  func split(_ alert: Int64, from incident: Int64, by actor: String) async throws -> Int64
  /// Two incidents have to do with each other, or do not.
  func relate(_ incident: Int64, with other: Int64, holds: Bool, by actor: String) async throws
  /// Makes a report of a heartbeat durable.
  func ping(_ ping: HeartbeatPing, integration: Int64) async throws(AcceptError)
  /// Sets a silence and returns its identifier; a known `wanted.id` changes that one. `reaching` is the ingest key
  /// whose silences may be changed, nil for all. Throws `SilenceRefusal`.
  func silence(_ wanted: Silence, reaching: Int64?) async throws -> String
  /// Ends a silence now. Throws `SilenceRefusal`.
  func expireSilence(_ id: String, reaching: Int64?) async throws
  /// Opens an incident without an alert; returns its identifier. Without a scenario the title's words find it.
  func declare(_ wanted: Declaration, by actor: String) async throws -> Int64
}

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
  /// Identifiers of incidents that changed, one element per commit; ends when the server stops.
  func subscribe() -> AsyncStream<[Int64]>
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
