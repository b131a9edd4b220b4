import Incidents

/// A way on which a page reaches a person. One file per channel: rendering is a pure function, sending is beside it.
package protocol Channel: Sendable {
  /// The name by which the team file refers to it.
  var name: String { get }

  /// Tries once to deliver, within ten seconds. Never throws: what became of it is the answer, and an answer
  /// that cannot be known is `unknown`, not a guess.
  func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome

  /// What `send` puts before its reader, as plain text: the one rendering, without what only the protocol needs.
  func words(_ message: PageMessage, to address: String) -> String
}

/// Everything that a page may tell the person who gets it.
package struct PageMessage: Sendable, Hashable {
  /// Stable over every attempt of the same page: the idempotency key, and the seed of a mail's Message-ID.
  package var key: String
  package var reason: Page.Reason
  package var incident: String
  package var title: String
  package var severity: String
  package var severityLabel: String
  /// 0 is the worst.
  package var severityRank: Int
  /// The first alert's own words.
  package var summary: String
  package var opened: Timestamp
  package var person: String
  /// Why this person and why now, in a sentence.
  package var why: String
  package var line: Int?
  /// What happens next if nobody answers, or empty.
  package var next: String
  /// Opens a confirmation; acts only on POST.
  package var acknowledgeURL: String?
  package var incidentURL: String?
  package var mayBeRepeat: Bool
  /// "Demo: one minute passes each second." or nil.
  package var demo: String?
  /// Practice: DRILL stands in front of every text.
  package var isDrill = false
  /// Names of other incidents for which the same person is wanted, told in the same message.
  package var also: [String] = []
  /// Further sentences for the reader.
  package var remarks: [String] = []

  package init(
    key: String, reason: Page.Reason, incident: String, title: String, severity: String, severityLabel: String,
    severityRank: Int, summary: String, opened: Timestamp, person: String, why: String, line: Int?, next: String,
    acknowledgeURL: String?, incidentURL: String?, mayBeRepeat: Bool = false, demo: String? = nil
  ) {
    self.key = key
    self.reason = reason
    self.incident = incident
    self.title = title
    self.severity = severity
    self.severityLabel = severityLabel
    self.severityRank = severityRank
    self.summary = summary
    self.opened = opened
    self.person = person
    self.why = why
    self.line = line
    self.next = next
    self.acknowledgeURL = acknowledgeURL
    self.incidentURL = incidentURL
    self.mayBeRepeat = mayBeRepeat
    self.demo = demo
  }
}
