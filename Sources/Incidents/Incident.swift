/// What people work on. Groups alerts of one cause; pins the runbook revision it opened under.
package struct Incident: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case triggered, acknowledged, monitoring, resolved, closed, merged, cancelled

    /// Still asks something of somebody.
    package var isOpen: Bool { self == .triggered || self == .acknowledged || self == .monitoring }
  }

  /// Faults that were raised once.
  package struct Marks: OptionSet, Sendable, Hashable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
    package static let ladderExhausted = Marks(rawValue: 2)
    /// Every way to reach anybody has failed, and the fault was raised.
    package static let nobodyReached = Marks(rawValue: 16)
    /// Silences cover every alert that fires: nobody is paged until one ends.
    package static let silenced = Marks(rawValue: 1 << 10)
  }

  package var id: Int64
  /// In the form that the runbook gives, by default `INC-2026-02-14-01`.
  package var name: String
  package var title: String
  /// Service that the alerts name, or empty.
  package var service: String
  /// What makes two alerts one incident while it is open: scenario and service, or the alert's own key.
  package var cause: String
  package var severity: String
  package var severityRank: Int
  /// Title of the matched scenario.
  package var scenario: String?
  /// Why this scenario and this severity, with lines.
  package var reasons: [Reason]
  /// The pinned runbook revision.
  package var runbook: Int64
  package var status: Status
  package var opened: Timestamp
  package var acknowledgedAt: Timestamp?
  package var acknowledgedBy: String?
  package var resolvedAt: Timestamp?
  package var resolvedBy: String?
  /// Since when no alert of it fires; nil while one does or when none ever did.
  package var quietSince: Timestamp?
  package var lastUpdateAt: Timestamp?
  /// What became of each promise of the runbook, by its key; one that nothing has happened to is not here.
  package var promises: [String: PromiseState] = [:]
  /// Practice: people are paged with DRILL in front, and it counts in no figure.
  package var isDrill = false
  /// Which climb of the ladder this is, from 1, and when it began.
  package var round: Int
  package var roundStart: Timestamp
  /// One bit per rung of this round that was served (paged, or found to reach nobody, or skipped).
  package var served: UInt64
  package var marks: Marks
  package var engagement: Engagement
  package var version: Int64
  /// Timeline entries and pages so far: the next entry's number inside the incident.
  package var entries: Int
  package var pages: Int
  /// When the engine must look again; nil = nothing runs.
  package var nextDue: Timestamp?

  package init(
    id: Int64, name: String, title: String, service: String = "", cause: String, severity: String, severityRank: Int,
    scenario: String? = nil, reasons: [Reason] = [], runbook: Int64, status: Status = .triggered, opened: Timestamp
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.service = service
    self.cause = cause
    self.severity = severity
    self.severityRank = severityRank
    self.scenario = scenario
    self.reasons = reasons
    self.runbook = runbook
    self.status = status
    self.opened = opened
    round = 1
    roundStart = opened
    served = 0
    marks = []
    engagement = Engagement()
    version = 1
    entries = 0
    pages = 0
  }
}

/// A sentence of explanation and the runbook line behind it (nil: Tocsin's own assumption or the alert itself).
package struct Reason: Sendable, Hashable, Codable {
  package var text: String
  package var line: Int?
  package init(_ text: String, line: Int? = nil) {
    self.text = text
    self.line = line
  }
}

/// Where a row stands inside its incident: `id = incident << 20 | number`, so rows cluster by incident.
package enum RowID {
  package static let bits: Int64 = 20
  package static let limit = 1 << 20
  package static func make(incident: Int64, number: Int) -> Int64 {
    (incident << bits) | Int64(min(max(number, 0), limit - 1))
  }
  package static func incident(of row: Int64) -> Int64 { row >> bits }
}
