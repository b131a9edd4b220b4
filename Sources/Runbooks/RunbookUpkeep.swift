/// The post-incident review that the document asks for.
package struct Review: Sendable, Hashable {
  package struct AgendaItem: Sendable, Hashable {
    package var title: String
    package var minutes: Double?
    package var line: Int
    package init(title: String, minutes: Double?, line: Int) {
      self.title = title
      self.minutes = minutes
      self.line = line
    }
  }
  package var present = false
  package var deadlineHours: Double?
  /// The same deadline in working days, where the document counts in them.
  package var deadlineBusinessDays: Int?
  package var severities: [String] = []
  package var agenda: [AgendaItem] = []
  package var line: Int?
  package var deadlineLine: Int?
  package init() {}
}

/// Somebody outside must be told by law within a time: "Affected users (within 72 hours per GDPR)".
package struct LegalNotice: Sendable, Hashable {
  /// The document's own words.
  package var text: String
  package var hours: Double
  /// Title of the scenario whose section states it; nil = any incident of that kind.
  package var scenario: String?
  package var line: Int
  package init(text: String, hours: Double, scenario: String? = nil, line: Int) {
    self.text = text
    self.hours = hours
    self.scenario = scenario
    self.line = line
  }
}

/// When the document itself is to be looked at again.
package struct Upkeep: Sendable, Hashable {
  /// The line of the date of the next review.
  package var nextReviewLine: Int?
  /// Days between two reviews: 91 for "quarterly".
  package var everyDays: Int?
  package var everyLine: Int?
  /// Severities of the incidents after which it is brought up to date; empty with a line = all.
  package var afterSeverities: [String] = []
  package var afterLine: Int?
  package init() {}
}
