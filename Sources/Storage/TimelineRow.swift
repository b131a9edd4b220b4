import Incidents

/// A timeline entry as a row. Its incident is in its id.
enum TimelineSQL {
  static let columns = "id, at, kind, actor, text, detail, line, page"

  /// What is read: `revision` is empty until the incident leaves the revision that it was pinned to.
  static let read = columns + ", revision"

  /// `$1` revision, `$2` and `$3` the incident's range of rows.
  static let leave = """
    UPDATE timeline SET revision = $1 WHERE id >= $2 AND id < $3 AND line IS NOT NULL AND revision IS NULL
    """

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
    var entry = TimelineEntry(
      id: id, incident: RowID.incident(of: id), at: try row.time(1), kind: try row.named(2), actor: try row.text(3),
      text: try row.text(4), detail: try row.text(5), line: try row.optionalInt(6).map(Int.init(clamping:)),
      page: try row.optionalInt(7))
    entry.revision = try row.optionalInt(8)
    return entry
  }
}
