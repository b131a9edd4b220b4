import Incidents

/// One step of the ladder that an incident climbs: a rung of the document's chain, a rule that applies to it, or
/// what Tocsin assumes where the document is silent.
package struct LadderStep: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case chain, rule, contact, role, everybody }

  /// Stable over every change of the incident: the index in `Runbook.escalation`, then the rules behind it, then
  /// contacts, then roles. Also the bit in `Incident.served` and the rung of its pages.
  package var index: Int
  package var kind: Kind
  /// The document's words for whom it reaches.
  package var target: String
  /// After the round began, or after `from`.
  package var dueAfter: Span
  /// The moment from which it counts, where that is not the beginning of the round: a situation that somebody named,
  /// an answer.
  package var from: Timestamp?
  /// Who named the situation that brings it about; nil where it comes by itself.
  package var by: String?
  /// After `from`: when it is asked whether the situation holds, for a step that follows where nobody says no.
  package var asks: Span?
  package var until: Until
  package var line: Int?
  /// The situation in the document's words, where one brings the step about.
  package var when: String?
  /// What was assumed for it, where the document does not say it.
  package var assumption: String?

  package init(
    index: Int, kind: Kind = .chain, target: String, dueAfter: Span, until: Until = .acknowledged, line: Int?,
    when: String? = nil, assumption: String? = nil
  ) {
    self.index = index
    self.kind = kind
    self.target = target
    self.dueAfter = dueAfter
    self.until = until
    self.line = line
    self.when = when
    self.assumption = assumption
  }

  /// When it is due in an incident whose round is the present one.
  func due(_ incident: Incident) -> Timestamp { (from ?? incident.roundStart) + dueAfter }

  /// The highest index that a ladder holds: the served rungs of an incident are the bits of one 64-bit number.
  static let limit = 63
  var bit: UInt64 { 1 << UInt64(clamping: min(max(index, 0), LadderStep.limit)) }
}

/// What a ladder is asked for.
package struct LadderQuestion: Sendable, Hashable {
  /// Name of the severity.
  package var severity: String
  /// Title of the scenario, or nil.
  package var scenario: String?
  /// The incident's own title: says, with the scenario, whether a situation of the document is meant.
  package var title: String
  /// What people said of the runbook's situations.
  package var situations: [Situation] = []
  /// When somebody answered; nil while nobody has.
  package var answered: Timestamp?

  package init(severity: String, scenario: String? = nil, title: String = "") {
    self.severity = severity
    self.scenario = scenario
    self.title = title
  }

  package init(_ incident: Incident) {
    self.init(severity: incident.severity, scenario: incident.scenario, title: incident.title)
    situations = incident.engagement.situations
    answered = incident.acknowledgedAt
  }

  var subject: String { (scenario ?? "") + " " + title }

  /// The situation that somebody named and that is this one, or is said in its words.
  func named(_ when: String, _ matter: Matter) -> Situation? {
    situations.first { $0.state == .holds && ($0.words == when || matter.isSaid(in: Matter.words(of: $0.words))) }
  }
}
