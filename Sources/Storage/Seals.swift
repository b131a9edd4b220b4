import Incidents

/// One link of the chain over every incident's timeline: it vouches for some entries of one incident, and for the link
/// before it. Whoever changes or takes away an entry afterwards breaks it for everybody who looks.
package struct TimelineSeal: Sendable, Hashable {
  /// 1, 2, 3, … without a gap.
  package var id: Int64
  /// The first and the last entry, by identifier; both of one incident.
  package var first: Int64
  package var last: Int64
  package var at: Timestamp
  /// SHA-256 over the entries (`content`).
  package var digest: [UInt8]
  /// SHA-256 over the link before and this one's own fields (`linked`).
  package var chain: [UInt8]
  /// When the entries were removed because their time was over; the chain goes on over their digest.
  package var erased: Timestamp?

  package init(id: Int64, first: Int64, last: Int64, at: Timestamp, digest: [UInt8], chain: [UInt8] = []) {
    self.id = id
    self.first = first
    self.last = last
    self.at = at
    self.digest = digest
    self.chain = chain
  }

  /// The bytes of entries that are digested: each field with its length, so that no two records read alike. The revision
  /// is left out, for it is filled in later.
  package static func content(_ entries: [TimelineEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      for number in [entry.id, entry.at.microseconds, entry.line.map(Int64.init) ?? -1, entry.page ?? -1] {
        append(number, to: &bytes)
      }
      for text in [entry.kind.rawValue, entry.actor, entry.text, entry.detail] {
        append(Int64(text.utf8.count), to: &bytes)
        bytes += text.utf8
      }
    }
    return bytes
  }

  /// The bytes over which `chain` is the digest.
  package func linked(to before: [UInt8]) -> [UInt8] {
    var bytes = before
    for number in [id, first, last, at.microseconds] { Self.append(number, to: &bytes) }
    return bytes + digest
  }

  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}

package enum SealQueries {
  /// Links after one, in order.
  package static func after(_ id: Int64, limit: Int) -> Query<TimelineSeal> {
    Query("\(select) WHERE id > $1 ORDER BY id LIMIT $2", [.int(id), .count(limit)], decode: decode)
  }

  package static let newest = Query("\(select) ORDER BY id DESC LIMIT 1", decode: decode)

  /// The entries that a link vouches for, in order.
  package static func entries(from first: Int64, through last: Int64) -> Query<TimelineEntry> {
    Query(
      "SELECT \(TimelineSQL.read) FROM timeline WHERE id >= $1 AND id <= $2 ORDER BY id", [.int(first), .int(last)],
      decode: TimelineSQL.decode)
  }

  /// An incident's entries that no link vouches for yet, at most a thousand.
  package static func unsealed(_ incident: Int64) -> Query<TimelineEntry> {
    Query(
      """
      SELECT \(TimelineSQL.read) FROM timeline WHERE id > coalesce((SELECT max(last) FROM timeline_seal \
      WHERE last >= $1 AND last < $2), $1 - 1) AND id < $2 ORDER BY id LIMIT 1000
      """, RowRange.of(incident), decode: TimelineSQL.decode)
  }

  /// For each incident after one: how many entries it has, and how many are sealed.
  package static func progress(after incident: Int64, limit: Int) -> Query<(incident: Int64, entries: Int, sealed: Int)>
  {
    Query(
      """
      SELECT id, entries, coalesce((SELECT max(last) FROM timeline_seal WHERE last >= incident.id * \(RowID.limit) \
      AND last < (incident.id + 1) * \(RowID.limit)) - incident.id * \(RowID.limit) + 1, 0) \
      FROM incident WHERE id > $1 ORDER BY id LIMIT $2
      """, [.int(incident), .count(limit)]
    ) { row throws(StorageError) in (try row.int(0), try row.count(1), try row.count(2)) }
  }

  private static let select = "SELECT id, first, last, at, digest, chain, erased FROM timeline_seal"

  @Sendable private static func decode(_ row: RowReader) throws(StorageError) -> TimelineSeal {
    var seal = TimelineSeal(
      id: try row.int(0), first: try row.int(1), last: try row.int(2), at: try row.time(3), digest: try row.bytes(4),
      chain: try row.bytes(5))
    seal.erased = try row.optionalTime(6)
    return seal
  }
}

package enum SealStatements {
  package static func add(_ seals: [TimelineSeal]) -> Statement {
    Statement(
      "INSERT INTO timeline_seal (id, first, last, at, digest, chain) VALUES ($1, $2, $3, $4, $5, $6)",
      seals.map {
        [.int($0.id), .int($0.first), .int($0.last), .time($0.at), .bytes($0.digest), .bytes($0.chain)]
      }, expect: seals.count)
  }
}
