import Incidents

/// One thing that happens in a drill. The names of the kinds are those of the contract that `tocsin drill --json` keeps.
package struct DrillEvent: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case opened, page, acknowledged, late, updateDue, phase, decision, verified, resolved, reviewDue, unreachable
  }

  /// Whole minutes after opening.
  package var minute: Int
  package var at: Timestamp
  package var kind: Kind
  /// Whom or what it concerns in the document's words: a role for a page, a severity, a phase.
  package var target: String?
  /// Names of the people whom a page reaches; empty where the drill has no team file.
  package var people: [String]
  /// Why somebody is paged: the engine's own reason.
  package var reason: Page.Reason?
  /// The runbook line behind it; nil = an assumption or no rule.
  package var line: Int?
  /// One or more sentences for people, with what was assumed.
  package var text: String

  package init(
    minute: Int, at: Timestamp, kind: Kind, target: String? = nil, people: [String] = [], reason: Page.Reason? = nil,
    line: Int? = nil, text: String
  ) {
    self.minute = minute
    self.at = at
    self.kind = kind
    self.target = target
    self.people = people
    self.reason = reason
    self.line = line
    self.text = text
  }

  /// The order in which things of one minute are told.
  var rank: Int {
    switch kind {
    case .opened: 0
    case .acknowledged: 1
    case .resolved: 2
    case .verified: 3
    case .phase: 4
    case .page, .unreachable: 5
    case .late: 6
    case .updateDue: 7
    // Another severity is why the rest of its minute happens.
    case .decision: reason == .severityRaised ? 1 : 8
    case .reviewDue: 9
    }
  }
}
