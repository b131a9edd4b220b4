/// One entry of an incident's append-only record.
package struct TimelineEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    case opened, alert, alertResolved, paged, cancelledPages, unreachable, exhausted, acknowledged, late, updateDue
    case update, note, severity, scenario, monitoring, firingAgain, resolved, reopened, reviewDue, runbook, fault
    case rollback, delivery, declared, phase, notice, item, upkeep, silenced
    /// A situation of the runbook: asked about, named or denied.
    case situation
    /// An incident is offered to somebody, taken or left.
    case handover
    /// An answer counts no longer.
    case lapsed
    /// A rung whose people have the incident already.
    case spared
    /// A page that waits for the end of somebody's quiet time.
    case held
    /// A person ran a command of the runbook.
    case ran
    /// A step of the runbook is ticked off, or not any more.
    case step
    /// Somebody has a role of the runbook, or leaves it.
    case role
    /// A person called somebody in by hand, with a message.
    case escalation
    /// It was a false alarm.
    case cancelled
    /// Two incidents became one.
    case merged
    /// An alert went to an incident of its own.
    case moved
    /// Who may see it has changed.
    case privacy
    /// It is held for the law, or not any more.
    case hold
    /// A file was attached.
    case file
    /// Another incident has to do with it, or not any more.
    case related
    /// The review of the incident was published.
    case review
  }

  package var id: Int64
  package var incident: Int64
  package var at: Timestamp
  package var kind: Kind
  /// Who did it: a person's identifier, or `Tocsin`, or the alert's source.
  package var actor: String
  /// One sentence of plain text.
  package var text: String
  /// More, one line: what it stops, what was promised.
  package var detail: String
  /// The runbook line behind it; nil = an assumption or no rule.
  package var line: Int?
  /// The runbook revision that the line is of; nil = the one that the incident is pinned to.
  package var revision: Int64?
  /// The page this entry announces.
  package var page: Int64?

  package init(
    id: Int64 = 0, incident: Int64, at: Timestamp, kind: Kind, actor: String, text: String, detail: String = "",
    line: Int? = nil, page: Int64? = nil
  ) {
    self.id = id
    self.incident = incident
    self.at = at
    self.kind = kind
    self.actor = actor
    self.text = text
    self.detail = detail
    self.line = line
    self.page = page
  }

  /// The actor of everything that Tocsin does by itself.
  package static let tocsin = "Tocsin"
}
