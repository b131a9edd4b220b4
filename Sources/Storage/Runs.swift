import Incidents

/// The record of the commands that people ran.
package enum RunQueries {
  private static let columns =
    "id, incident, text, line, command, host, actor, started, took, exit_code, output"

  /// Newest first.
  package static func of(_ incident: Int64, limit: Int = 500) -> Query<CommandRun> {
    Query(
      "SELECT \(columns) FROM command_run WHERE incident = $1 ORDER BY id DESC LIMIT $2",
      [.int(incident), .count(limit)], decode: decode)
  }

  static func select(_ tail: String, _ arguments: [Value]) -> Query<CommandRun> {
    Query("SELECT \(columns) FROM command_run \(tail)", arguments, decode: decode)
  }

  /// Newest first, over all incidents.
  package static func recent(limit: Int) -> Query<CommandRun> {
    Query("SELECT \(columns) FROM command_run ORDER BY id DESC LIMIT $1", [.count(limit)], decode: decode)
  }

  /// The same without what they printed.
  package static func recentExits(limit: Int) -> Query<CommandRun> {
    let bare = columns.replacing("output", with: "''")
    return Query("SELECT \(bare) FROM command_run ORDER BY id DESC LIMIT $1", [.count(limit)], decode: decode)
  }

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> CommandRun {
    CommandRun(
      id: try row.int(0), incident: try row.int(1), text: try row.text(2), line: try row.count(3),
      command: try row.text(4), host: try row.text(5), actor: try row.text(6), started: try row.time(7),
      took: Span(microseconds: try row.int(8)), exit: try row.count(9), output: try row.text(10))
  }
}

package enum RunStatements {
  package static func keep(_ run: CommandRun) -> Statement {
    Statement(
      """
      INSERT INTO command_run (id, incident, text, line, command, host, actor, started, took, exit_code, output) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        [
          .int(run.id), .int(run.incident), .text(run.text), .count(run.line), .text(run.command), .text(run.host),
          .text(run.actor), .time(run.started), .int(run.took.microseconds), .count(run.exit), .text(run.output),
        ]
      ], expect: 1)
  }
}
