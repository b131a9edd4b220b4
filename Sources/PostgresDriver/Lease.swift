import Storage

/// The node that serves, for people.
package struct ServingNode: Sendable, Hashable {
  package var name: String
  /// Where people reach it: `https://tocsin.example.org`.
  package var address: String

  package init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}

/// Of several nodes on one database one serves: the one whose lease has not run out, by the database's clock. Each
/// lease has an epoch, and each commit proves it, so that a node that was paused and comes back changes nothing.
struct Lease: Sendable {
  /// Seconds for which a lease holds unless it is renewed, and between two renewals.
  static let seconds = 7
  static let renewal = 2.0

  static let table = """
    CREATE TABLE IF NOT EXISTS node_lease (
      name text PRIMARY KEY, epoch bigint NOT NULL, owner text NOT NULL, address text NOT NULL,
      until timestamptz NOT NULL)
    """

  /// The takeover waits for commits that are under way: both want the row.
  static let fence = "SELECT 1 FROM node_lease WHERE name = 'serving' AND epoch = $1 FOR SHARE"
  static let gone = "another node has taken over"

  /// Says, before a transaction locks anything, under which lease it runs; the server forgets it at the transaction's end.
  /// https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS
  static let announcement = "SELECT pg_advisory_xact_lock_shared('node_lease'::regclass::oid::int, $1::int)"
  /// Ends the connections of transactions that run under a lease which is over. A node that was paused in the middle of one
  /// would keep from the next node whatever rows it had locked, until somebody woke it. Locks of all databases are listed,
  /// and a copy of this one has its numbers.
  private static let evict = """
    SELECT pg_terminate_backend(pid, 2000) FROM pg_locks \
    WHERE locktype = 'advisory' AND objsubid = 2 AND classid = 'node_lease'::regclass AND database = \
    (SELECT oid FROM pg_database WHERE datname = current_database()) AND objid::bigint < \
    (SELECT epoch + CASE WHEN until < clock_timestamp() THEN 1 ELSE 0 END FROM node_lease WHERE name = 'serving')
    """

  private static let take = """
    INSERT INTO node_lease (name, epoch, owner, address, until) \
    VALUES ('serving', 1, $1, $2, clock_timestamp() + make_interval(secs => \(seconds))) \
    ON CONFLICT (name) DO UPDATE SET epoch = node_lease.epoch + 1, owner = excluded.owner, \
    address = excluded.address, until = excluded.until \
    WHERE node_lease.until < clock_timestamp() RETURNING epoch
    """
  private static let extend = """
    UPDATE node_lease SET until = clock_timestamp() + make_interval(secs => \(seconds)) \
    WHERE name = 'serving' AND epoch = $1
    """
  private static let end = "UPDATE node_lease SET until = clock_timestamp() WHERE name = 'serving' AND epoch = $1"
  private static let holder = "SELECT owner, address FROM node_lease WHERE name = 'serving'"

  private let session: Session
  let epoch: Int64

  /// Takes the lease if nobody holds it; nil where somebody does.
  static func taken(_ session: Session, by node: ServingNode) throws(StorageError) -> Lease? {
    // Before, since such a transaction may hold the lease's own row; and what began meanwhile, after.
    _ = try? session.ask(evict)
    let answer = try session.ask(take, [.text(node.name), .text(node.address)])
    guard case .int(let epoch) = answer.rows.cells.first else { return nil }
    _ = try? session.ask(evict)
    return Lease(session: session, epoch: epoch)
  }

  /// Who holds it, or held it last.
  static func owner(_ session: Session) throws(StorageError) -> ServingNode? {
    let cells = try session.ask(holder).rows.cells
    guard cells.count == 2, case .text(let name) = cells[0], case .text(let address) = cells[1] else { return nil }
    return ServingNode(name: name, address: address)
  }

  /// False once another node has it.
  func renew() throws(StorageError) -> Bool { try session.ask(Self.extend, [.int(epoch)]).changed == 1 }

  /// Lets the next node in at once.
  func release() { _ = try? session.ask(Self.end, [.int(epoch)]) }
}
