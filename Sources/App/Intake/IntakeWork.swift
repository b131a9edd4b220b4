import Engine
import Incidents
import Storage
import Web

/// What waits for the writer, from one request or one loop.
struct IntakeWork: Sendable {
  var matter: Matter
  /// The number under which it waited in the store's inbox, where another node took it: it leaves by the same commit.
  var inbox: Int64?
  var reply: @Sendable (Result<[Receipt], AcceptError>) -> Void

  enum Matter: Sendable {
    case events([AlertEvent], integration: Int64)
    /// Alerts that were not sent again in time.
    case lapsed([FiringKey])
    /// Alerts that a silence has come to cover, or covers no more.
    case verdicts([SilenceVerdict])
  }
}

/// Whether a silence covers a stored alert, where that is no longer what the store says.
struct SilenceVerdict: Sendable {
  var alert: Alert
  var isSilenced: Bool
}

/// What follows from a group of events once it is on disk.
struct IntakeEffects: Sendable {
  var changed: Set<Int64> = []
  /// Pages that were born claimed, with the incident as it was opened.
  var pages: [(page: Page, plan: NumberedPlan)] = []
  /// Alerts that ask for a higher severity than the incident that they joined has.
  var raises: [(incident: Int64, severity: String, by: String)] = []
  /// The earliest time at which an incident, or a page that is not on its way yet, or an alert's term, falls due.
  var incidentDue: Timestamp?
  var pageDue: Timestamp?
  var termEnd: Timestamp?
  /// What held other alerts back is over.
  var silenceDue: Timestamp?
}
