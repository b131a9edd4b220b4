import Incidents

/// An incident as a row: its columns, its values and its reading, in one order.
enum IncidentSQL {
  /// Still asks something of somebody; the words of the partial unique index on the cause.
  static let isOpen = "status IN ('triggered', 'acknowledged', 'monitoring')"

  static let columns = """
    id, name, title, service, cause, severity, severity_rank, scenario, reasons, runbook, status, opened, \
    acknowledged_at, acknowledged_by, resolved_at, resolved_by, quiet_since, last_update_at, promises, round, \
    round_start, served, marks, version, entries, pages, next_due, is_drill, engagement
    """

  static let count = 29

  /// `$1` to `$29`, in the order of `columns`.
  static let placeholders = (1...count).map { "$\($0)" }.joined(separator: ", ")

  static let insert = "INSERT INTO incident (\(columns)) VALUES (\(placeholders))"

  static func values(_ incident: Incident) -> [Value] {
    [
      .int(incident.id), .text(incident.name), .text(incident.title), .text(incident.service), .text(incident.cause),
      .text(incident.severity), .count(incident.severityRank), .text(incident.scenario),
      .text(StoredJSON.text(of: incident.reasons)), .int(incident.runbook), .text(incident.status.rawValue),
      .time(incident.opened), .time(incident.acknowledgedAt), .text(incident.acknowledgedBy),
      .time(incident.resolvedAt), .text(incident.resolvedBy), .time(incident.quietSince),
      .time(incident.lastUpdateAt), .text(StoredJSON.text(of: incident.promises)), .count(incident.round),
      .time(incident.roundStart),
      .int(Int64(bitPattern: incident.served)), .int(incident.marks.rawValue), .int(incident.version),
      .count(incident.entries), .count(incident.pages), .time(incident.nextDue), .int(incident.isDrill ? 1 : 0),
      .text(StoredJSON.text(of: incident.engagement)),
    ]
  }

  @Sendable static func decode(_ row: RowReader) throws(StorageError) -> Incident {
    var incident = Incident(
      id: try row.int(0), name: try row.text(1), title: try row.text(2), service: try row.text(3),
      cause: try row.text(4), severity: try row.text(5), severityRank: try row.count(6),
      scenario: try row.optionalText(7), reasons: try StoredJSON.reasons(try row.text(8)), runbook: try row.int(9),
      status: try row.named(10), opened: try row.time(11))
    incident.acknowledgedAt = try row.optionalTime(12)
    incident.acknowledgedBy = try row.optionalText(13)
    incident.resolvedAt = try row.optionalTime(14)
    incident.resolvedBy = try row.optionalText(15)
    incident.quietSince = try row.optionalTime(16)
    incident.lastUpdateAt = try row.optionalTime(17)
    incident.promises = try StoredJSON.promises(try row.text(18))
    incident.round = try row.count(19)
    incident.roundStart = try row.time(20)
    incident.served = UInt64(bitPattern: try row.int(21))
    incident.marks = Incident.Marks(rawValue: try row.int(22))
    incident.version = try row.int(23)
    incident.entries = try row.count(24)
    incident.pages = try row.count(25)
    incident.nextDue = try row.optionalTime(26)
    incident.isDrill = try row.bool(27)
    incident.engagement = try StoredJSON.engagement(try row.text(28))
    return incident
  }
}
