import Engine
import Incidents
import Runbooks

/// An incident as the API tells it. Field names are promises: the command line and others rely on them.
struct IncidentJSON: Encodable {
  var id: String
  var name: String
  var title: String
  var service: String
  var severity: String
  var severityLabel: String
  var severityRank: Int
  var status: String
  var scenario: String?
  var opened: String
  var acknowledgedAt: String?
  var acknowledgedBy: String?
  var resolvedAt: String?
  var resolvedBy: String?
  var quietSince: String?
  var round: Int
  var runbook: String
  var drill: Bool
  var items: [ItemJSON]?
  var reasons: [Reason]?
  /// It begins to burn again and again, so that it is watched for longer; nil in lists.
  var flapping: Bool?
  var alerts: [AlertJSON]?
  var pages: [PageJSON]?
  /// The ladder as it stands: what was, is and will be.
  var rungs: [RungJSON]?
  var situations: [SituationJSON]?
  /// Who answered since the ladder last began, in order.
  var answers: [AnswerJSON]?
  var handover: HandoverJSON?
  var clocks: [ClockJSON]?
  /// Lists of the runbook for this incident, with what of them is ticked off.
  var checklists: [ChecklistJSON]?
  var roles: [RoleJSON]?
  /// Identifiers of other incidents: the one that it was merged into, those merged into it, those linked with it.
  var mergedInto: String?
  var mergedFrom: [String]?
  var related: [String]?
  var attachments: [AttachmentJSON]?
  /// Who may see it, where it is private.
  var visibleTo: [String]?
  var legalHold: String?
  /// Names of those who have the room open in a browser.
  var present: [String]?
  /// Left out once it is over.
  var closing: ClosingJSON?
  var timeline: [EntryJSON]?
  var ladder: [StepJSON]?
  /// Where the runbook is a folder: which of its lines are whose. Lines here are those of the whole.
  var files: [FileJSON]?
  /// The runbook in force, where it is another than the incident's.
  var newer: NewerJSON?
  /// What was changed in the two hours before it opened, and since.
  var changes: [ChangeJSON]?

  /// The head of an incident, without its lists.
  init(_ incident: Incident, label: String) {
    id = String(incident.id)
    name = incident.name
    title = incident.title
    service = incident.service
    severity = incident.severity
    severityLabel = label
    severityRank = incident.severityRank
    status = incident.status.rawValue
    scenario = incident.scenario
    opened = rfc3339(incident.opened)
    acknowledgedAt = incident.acknowledgedAt.map(rfc3339)
    acknowledgedBy = incident.acknowledgedBy
    resolvedAt = incident.resolvedAt.map(rfc3339)
    resolvedBy = incident.resolvedBy
    quietSince = incident.quietSince.map(rfc3339)
    round = incident.round
    runbook = String(incident.runbook)
    drill = incident.isDrill
  }
}

struct AlertJSON: Encodable {
  var id: String
  var dedupKey: String
  var state: String
  var source: String
  var severity: String
  var summary: String
  var labels: [String: String]
  var firstSeen: String
  var lastSeen: String
  var resolvedAt: String?
  var count: Int64

  init(_ alert: Alert) {
    id = String(alert.id)
    dedupKey = alert.dedupKey
    state = alert.state.rawValue
    source = alert.source
    severity = alert.severity
    summary = alert.summary
    labels = alert.labels
    firstSeen = rfc3339(alert.firstSeen)
    lastSeen = rfc3339(alert.lastSeen)
    resolvedAt = alert.resolvedAt.map(rfc3339)
    count = alert.count
  }
}

/// Addresses of people are left out: a page tells who and on which way.
struct PageJSON: Encodable {
  var id: String
  var person: String
  var name: String
  var channel: String
  var reason: String
  var status: String
  var due: String
  var round: Int
  var rung: Int?
  var attempts: Int
  var evidence: String
  var why: String
  var line: Int?
  var assumption: String?

  init(_ page: Page, name: String) {
    id = String(page.id)
    person = page.person
    self.name = name
    channel = page.method.channel
    reason = page.reason.rawValue
    status = page.status.rawValue
    due = rfc3339(page.due)
    round = page.round
    rung = page.rung
    attempts = page.attempts
    evidence = page.evidence
    why = page.why
    line = page.line
    assumption = page.assumption
  }
}

/// A rung of the incident's ladder, with what has become of it.
struct StepJSON: Encodable {
  var step: Int
  var afterMinutes: Int
  var role: String
  var people: [String]
  var state: String
  var until: String
  var note: String
  /// What was assumed for it, where no line says it.
  var assumption: String?
  var line: Int?

  init(_ state: LadderStepState) {
    step = state.index
    afterMinutes = state.minute
    role = state.role
    people = state.names
    self.state = state.state.rawValue
    until = state.untilResolved ? "resolved" : "acknowledged"
    note = state.note
    assumption = state.assumption
    line = state.line
  }
}

/// One file of a runbook that is a folder: its line 1 is `firstLine` of the whole.
struct FileJSON: Encodable {
  var path: String
  var firstLine: Int
  var lines: Int

  /// nil where the runbook is one file.
  static func all(_ runbook: Runbook) -> [FileJSON]? {
    runbook.parts.isEmpty
      ? nil : runbook.parts.map { FileJSON(path: $0.file, firstLine: $0.firstLine, lines: $0.lineCount) }
  }
}

/// What a newer revision says otherwise; the `runbook` act moves the incident to it.
struct NewerJSON: Encodable {
  struct Change: Encodable {
    var text: String
    var before: Int?
    var after: Int?
  }
  var revision: String
  var read: String
  var changes: [Change]
  /// Where it is several files: which of the lines after the change are whose.
  var files: [FileJSON]?

  init(_ shelved: ShelvedRunbook, _ changes: [RunbookChange]) {
    revision = String(shelved.id)
    read = rfc3339(shelved.readAt)
    self.changes = changes.map { Change(text: $0.text, before: $0.before, after: $0.after) }
    files = FileJSON.all(shelved.runbook)
  }
}

struct ChangeJSON: Encodable {
  var at: String?
  var summary: String
  var source: String
  var url: String

  init(_ change: ChangeEvent) {
    at = change.at.map(rfc3339)
    summary = change.summary
    source = change.source
    url = change.url
  }
}

struct EntryJSON: Encodable {
  var at: String
  var kind: String
  var actor: String
  var text: String
  var detail: String
  var line: Int?
  /// The runbook revision that the line is of, where the incident has left it.
  var revision: String?

  init(_ entry: TimelineEntry) {
    at = rfc3339(entry.at)
    kind = entry.kind.rawValue
    actor = entry.actor
    text = entry.text
    detail = entry.detail
    line = entry.line
    revision = entry.revision.map(String.init)
  }
}

func rfc3339(_ timestamp: Timestamp) -> String { CivilTime(timestamp).rfc3339 }
