import Incidents

/// A timeline entry as a row. Its incident is in its id.
enum TimelineSQL {
  static let columns = "id, at, kind, actor, text, detail, line, page"

  static let insert = "INSERT INTO timeline (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"

  static func values(_ entry: TimelineEntry) -> [Value] { [.int(entry.id)] + content(entry) }

  /// All but the id.
  static func content(_ entry: TimelineEntry) -> [Value] {
    [
      .time(entry.at), .text(entry.kind.rawValue), .text(entry.actor), .text(entry.text), .text(entry.detail),
      .count(entry.line), .int(entry.page),
    ]
  }

  @Sendable static func decode(_ row: RowReader) throws(StorageError) -> TimelineEntry {
    let id = try row.int(0)
    return TimelineEntry(
      id: id, incident: RowID.incident(of: id), at: try row.time(1), kind: try row.named(2), actor: try row.text(3),
      text: try row.text(4), detail: try row.text(5), line: try row.optionalInt(6).map(Int.init(clamping:)),
      page: try row.optionalInt(7))
  }
}
