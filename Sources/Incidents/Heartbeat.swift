/// What the team file expects of something that reports by itself: a backup, a scheduled job.
package struct HeartbeatPlan: Sendable, Hashable {
  package enum Rhythm: Sendable, Hashable {
    case every(Span)
    /// Times of the day in UTC.
    case cron(Cron)
  }

  package var slug: String
  package var rhythm: Rhythm
  /// How long after the expected time it counts as late.
  package var grace: Span
  /// For people: "The nightly backup"; empty: the slug.
  package var summary: String
  /// A word for the severity, as an alert brings one; may be empty.
  package var severity: String
  package var labels: [String: String]

  package init(
    slug: String, rhythm: Rhythm, grace: Span, summary: String = "", severity: String = "",
    labels: [String: String] = [:]
  ) {
    self.slug = slug
    self.rhythm = rhythm
    self.grace = grace
    self.summary = summary
    self.severity = severity
    self.labels = labels
  }

  /// When the next report is missed, counted from the last one.
  package func due(after last: Timestamp) -> Timestamp? {
    switch rhythm {
    case .every(let span): last + span + grace
    case .cron(let cron): cron.next(after: last).map { $0 + grace }
    }
  }
}

/// One report.
package struct HeartbeatPing: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable { case success, start, fail, log }

  package var slug: String
  package var kind: Kind
  /// What the job said, bounded; with its exit code where it gave one.
  package var said: String

  package init(slug: String, kind: Kind, said: String = "") {
    self.slug = slug
    self.kind = kind
    self.said = said
  }
}

/// What is known of a heartbeat.
package struct Heartbeat: Sendable, Hashable {
  package enum State: String, Sendable, Hashable {
    /// It has reported, and nothing is owed before `due`.
    case up
    /// It has begun and must end before `due`.
    case started
    /// It has reported that it failed.
    case failed
    /// It has not reported in time.
    case late
  }

  package var integration: Int64
  package var slug: String
  package var state: State
  package var lastPing: Timestamp
  /// When it is late; nil where nothing is expected of it or it is late already.
  package var due: Timestamp?

  package init(integration: Int64, slug: String, state: State, lastPing: Timestamp, due: Timestamp?) {
    self.integration = integration
    self.slug = slug
    self.state = state
    self.lastPing = lastPing
    self.due = due
  }

  /// What a report makes of it; `known` is nil for the first one ever.
  package static func after(
    _ ping: HeartbeatPing, _ known: Heartbeat?, of integration: Int64, plan: HeartbeatPlan?, now: Timestamp
  ) -> Heartbeat {
    var next =
      known
      ?? Heartbeat(integration: integration, slug: ping.slug, state: .up, lastPing: now, due: plan?.due(after: now))
    switch ping.kind {
    case .success: (next.state, next.due) = (.up, plan?.due(after: now))
    case .start: (next.state, next.due) = (.started, plan.map { now + $0.grace })
    case .fail: (next.state, next.due) = (.failed, nil)
    case .log: return next
    }
    next.lastPing = now
    return next
  }
}
