/// What ends a rung's claim on people.
package enum Until: String, Sendable, Hashable, Codable {
  /// The rung is skipped once somebody has acknowledged.
  case acknowledged
  /// The rung goes on after an acknowledgement, until the incident is resolved.
  case resolved
}

/// One step of an escalation chain, as the document states it.
package struct Rung: Sendable, Hashable, Codable {
  /// The role, person or rotation that the document names.
  package var target: String
  /// The ways of contact that the document names ("Phone", "PagerDuty"); informative, the team file decides.
  package var via: [String]
  /// Start of the rung's window, minutes after opening; nil where the document states none.
  package var afterMinutes: Double?
  /// Names of the severities it is for; empty = all.
  package var severities: [String]
  package var until: Until
  /// Free text of a condition beside or instead of the time: "or security breach".
  package var condition: String?
  /// 1-based line in the runbook.
  package var line: Int

  package init(
    target: String, via: [String] = [], afterMinutes: Double? = nil, severities: [String] = [],
    until: Until = .acknowledged, condition: String? = nil, line: Int
  ) {
    self.target = target
    self.via = via
    self.afterMinutes = afterMinutes
    self.severities = severities
    self.until = until
    self.condition = condition
    self.line = line
  }
}

/// A situation that escalates apart from the chain: "security breach suspected → Security Lead, immediately".
package struct EscalationRule: Sendable, Hashable, Codable {
  /// The situation in the document's words.
  package var when: String
  package var target: String
  /// Minutes after opening; 0 = immediately; nil = when a person says so.
  package var afterMinutes: Double?
  package var severities: [String]
  /// Title of the scenario whose section holds the rule; nil = any.
  package var scenario: String?
  package var line: Int

  package init(
    when: String, target: String, afterMinutes: Double? = nil, severities: [String] = [], scenario: String? = nil,
    line: Int
  ) {
    self.when = when
    self.target = target
    self.afterMinutes = afterMinutes
    self.severities = severities
    self.scenario = scenario
    self.line = line
  }
}
