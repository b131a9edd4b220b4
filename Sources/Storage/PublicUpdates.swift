import Incidents

/// What was posted for the world, and what was announced.
package enum PublicQueries {
  /// Every message since then, and all of incidents that have one since; oldest first.
  package static func updates(since: Timestamp, limit: Int = 20_000) -> Query<PublicUpdate> {
    Query(
      """
      SELECT id, incident, at, state, title, body, components, next_by, began FROM public_update \
      WHERE incident IN (SELECT incident FROM public_update WHERE at >= $1) ORDER BY at DESC, id DESC LIMIT $2
      """, [.time(since), .count(limit)]
    ) { row throws(StorageError) in try update(row) }
  }

  package static func updates(of incident: Int64) -> Query<PublicUpdate> {
    Query(
      """
      SELECT id, incident, at, state, title, body, components, next_by, began FROM public_update \
      WHERE incident = $1 ORDER BY at, id
      """, [.int(incident)]
    ) { row throws(StorageError) in try update(row) }
  }

  package static func update(_ id: Int64) -> Query<PublicUpdate> {
    Query(
      "SELECT id, incident, at, state, title, body, components, next_by, began FROM public_update WHERE id = $1",
      [.int(id)]
    ) { row throws(StorageError) in try update(row) }
  }

  private static func update(_ row: RowReader) throws(StorageError) -> PublicUpdate {
    PublicUpdate(
      id: try row.int(0), incident: try row.int(1), at: try row.time(2), state: try row.named(3),
      title: try row.text(4), text: try row.text(5),
      components: try StoredJSON.labels(try row.text(6)).compactMapValues(ComponentState.init),
      nextBy: try row.optionalTime(7), began: try row.time(8))
  }

  /// Work that ends after `since`, called off or not.
  package static func maintenance(since: Timestamp) -> Query<Maintenance> {
    Query(
      """
      SELECT id, title, body, components, starts, ends, announced, cancelled FROM maintenance_notice \
      WHERE ends >= $1 ORDER BY starts, id LIMIT 2000
      """, [.time(since)]
    ) { row throws(StorageError) in
      Maintenance(
        id: try row.int(0), title: try row.text(1), text: try row.text(2),
        components: try StoredJSON.labels(try row.text(3)).keys.sorted(), starts: try row.time(4),
        ends: try row.time(5), announced: try row.time(6), cancelled: try row.optionalTime(7))
    }
  }

  /// Stretches in which this store's server ran, as far as they reach beyond `since`.
  package static func presence(since: Timestamp) -> Query<Presence> {
    Query("SELECT began, seen FROM presence WHERE seen >= $1 ORDER BY began", [.time(since)]) {
      row throws(StorageError) in Presence(from: try row.time(0), to: try row.time(1))
    }
  }
}

package enum PublicStatements {
  /// A message and, in the same commit, a bulletin to everybody who follows the page.
  package static func published(_ update: PublicUpdate) -> [Statement] {
    [publish(update), BulletinStatements.toAll(.update, update.id, at: update.at)]
  }

  /// The same for announced work.
  package static func announced(_ work: Maintenance) -> [Statement] {
    [announce(work), BulletinStatements.toAll(.maintenance, work.id, at: work.announced)]
  }

  package static func publish(_ update: PublicUpdate) -> Statement {
    let components = StoredJSON.text(of: update.components.mapValues(\.rawValue))
    return Statement(
      """
      INSERT INTO public_update (id, incident, at, state, title, body, components, next_by, began) \
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        [
          .int(update.id), .int(update.incident), .time(update.at), .text(update.state.rawValue), .text(update.title),
          .text(update.text), .text(components), .time(update.nextBy), .time(update.began),
        ]
      ], expect: 1)
  }

  package static func announce(_ work: Maintenance) -> Statement {
    let components = StoredJSON.text(of: Dictionary(work.components.map { ($0, "") }) { first, _ in first })
    return Statement(
      """
      INSERT INTO maintenance_notice (id, title, body, components, starts, ends, announced) \
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        [
          .int(work.id), .text(work.title), .text(work.text), .text(components), .time(work.starts), .time(work.ends),
          .time(work.announced),
        ]
      ], expect: 1)
  }

  /// Calls work off, or ends it now where it runs. Conflicts where there is none to call off.
  package static func cancel(_ id: Int64, at now: Timestamp) -> Statement {
    Statement(
      """
      UPDATE maintenance_notice SET cancelled = CASE WHEN starts > $2 THEN $2 ELSE cancelled END, \
      ends = CASE WHEN starts <= $2 THEN $2 ELSE ends END WHERE id = $1 AND cancelled IS NULL AND ends > $2
      """, [[.int(id), .time(now)]], expect: 1)
  }

  /// Says that the server which came up at `began` still runs.
  package static func present(since began: Timestamp, at now: Timestamp) -> Statement {
    Statement(
      """
      INSERT INTO presence (began, seen) VALUES ($1, $2) ON CONFLICT (began) DO UPDATE SET seen = excluded.seen
      """, [[.time(began), .time(now)]], expect: 1)
  }
}
