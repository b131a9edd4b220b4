import Engine
import Incidents
import Intake
import Runbooks
import Storage

/// What the web may ask of the running system. The web changes incidents through this and cannot page anyone.
package protocol Acts: Sendable {
  /// Makes events durable; returns only when they are on disk.
  func accept(_ events: [AlertEvent], integration: Int64) async throws(AcceptError) -> [Receipt]
  /// The same without waiting: `reply` is called once, when they are on disk or cannot be. False where they are not
  /// taken this way now, or never are: then `accept` has the answer.
  func offer(
    _ events: [AlertEvent], integration: Int64, reply: @escaping @Sendable (Result<[Receipt], AcceptError>) -> Void
  ) -> Bool
  func acknowledge(_ incident: Int64, by actor: String, via: String) async throws
  func resolve(_ incident: Int64, by actor: String, reason: String?) async throws
  func reopen(_ incident: Int64, by actor: String) async throws
  func note(_ incident: Int64, text: String, by actor: String) async throws
  func postUpdate(_ incident: Int64, text: String, audience: Cadence.Audience, by actor: String) async throws
  /// What each of the team's channels would read of that update; nothing is posted.
  func preview(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws -> [ChannelWords]
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
  /// Makes what somebody changed durable; it opens nothing.
  func keep(_ changes: [ChangeEvent], integration: Int64) async throws(AcceptError)
  /// Sets a silence and returns its identifier; a known `wanted.id` changes that one. `reaching` is the ingest key
  /// whose silences may be changed, nil for all. Throws `SilenceRefusal`.
  func silence(_ wanted: Silence, reaching: Int64?) async throws -> String
  /// Ends a silence now. Throws `SilenceRefusal`.
  func expireSilence(_ id: String, reaching: Int64?) async throws
  /// Opens an incident without an alert; returns its identifier. Without a scenario the title's words find it.
  func declare(_ wanted: Declaration, by actor: String) async throws -> Int64
}

/// A message as one channel of the team puts it before its readers.
package struct ChannelWords: Sendable, Hashable {
  package var channel: String
  package var words: String
  package init(channel: String, words: String) {
    self.channel = channel
    self.words = words
  }
}
