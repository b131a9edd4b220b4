/// What a tool said, normalised from whichever protocol it speaks. Bounded and checked by `Intake`. Coded, it waits in
/// a store's inbox, where a renamed property would strand it.
package struct AlertEvent: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Hashable, Codable { case trigger, acknowledge, resolve }

  package var action: Action
  /// The sender's identity for the thing that is wrong; nil asks for a new one.
  package var dedupKey: String?
  /// One line for people.
  package var summary: String
  /// Where it comes from: a host, a monitor's name.
  package var source: String
  /// The sender's own word: "critical", "warning", "P1", or empty.
  package var severity: String
  /// Flat labels, as sent; `service`, `component`, `alertname` and `runbook_url` are looked at by matching.
  package var labels: [String: String]
  /// The sender's own time of the event, where it gave one.
  package var at: Timestamp?
  /// Links to show to people (already checked: http or https).
  package var links: [Link]
  /// The event's free details as JSON text, kept as sent; at most what intake allows.
  package var details: String
  /// Where the sender says itself from when to when the alert holds; nil where an end is an event of its own.
  package var term: Term?

  /// An alert that its sender repeats while it lasts: it is over at `ends` unless it is sent again before.
  package struct Term: Sendable, Hashable, Codable {
    package var starts: Timestamp
    package var ends: Timestamp
    /// Where the sender shows it, or empty.
    package var url: String
    package init(starts: Timestamp, ends: Timestamp, url: String = "") {
      self.starts = starts
      self.ends = ends
      self.url = url
    }
  }

  package struct Link: Sendable, Hashable, Codable {
    package var title: String
    package var url: String
    package init(title: String, url: String) {
      self.title = title
      self.url = url
    }
  }

  package init(
    action: Action, dedupKey: String? = nil, summary: String, source: String = "", severity: String = "",
    labels: [String: String] = [:], at: Timestamp? = nil, links: [Link] = [], details: String = "",
    term: Term? = nil
  ) {
    self.action = action
    self.dedupKey = dedupKey
    self.summary = summary
    self.source = source
    self.severity = severity
    self.labels = labels
    self.at = at
    self.links = links
    self.details = details
    self.term = term
  }
}

/// One signal with a source and a dedup key; seen many times, still one alert.
package struct Alert: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, Codable { case firing, resolved }

  package var id: Int64
  /// Name of the ingest key it came through.
  package var integration: Int64
  package var dedupKey: String
  package var state: State
  package var source: String
  package var severity: String
  package var summary: String
  package var labels: [String: String]
  package var details: String
  /// 0 while it is held back by a silence and belongs to none.
  package var incident: Int64
  /// A silence covers it.
  package var isSilenced: Bool
  package var firstSeen: Timestamp
  package var lastSeen: Timestamp
  package var resolvedAt: Timestamp?
  package var count: Int64
  /// The sender's own time of its beginning, where it gave one.
  package var began: Timestamp?
  /// What was decided when it came in, in sentences for people: its route, what it was gathered with, what it waits for.
  package var path: [String]

  package init(
    id: Int64, integration: Int64, dedupKey: String, state: State, source: String, severity: String, summary: String,
    labels: [String: String], details: String, incident: Int64, firstSeen: Timestamp, lastSeen: Timestamp,
    resolvedAt: Timestamp? = nil, count: Int64, isSilenced: Bool = false,
    began: Timestamp? = nil, path: [String] = []
  ) {
    self.began = began
    self.path = path
    self.id = id
    self.integration = integration
    self.dedupKey = dedupKey
    self.state = state
    self.source = source
    self.severity = severity
    self.summary = summary
    self.labels = labels
    self.details = details
    self.incident = incident
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.resolvedAt = resolvedAt
    self.count = count
    self.isSilenced = isSilenced
  }
}
