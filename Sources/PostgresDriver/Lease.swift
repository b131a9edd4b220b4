import Storage

/// Of several nodes on one database one serves: the one whose lease has not run out, by the database's clock. Each
/// lease has an epoch, and each commit proves it, so that a node that was paused and comes back changes nothing.
struct Lease: Sendable {
  /// Seconds for which a lease holds unless it is renewed, and between two renewals.
  static let seconds = 7
  static let renewal = 2.0

  static let table = """
    CREATE TABLE IF NOT EXISTS node_lease (
      name text PRIMARY KEY, epoch bigint NOT NULL, owner text NOT NULL, until timestamptz NOT NULL)
    """

  /// The takeover waits for commits that are under way: both want the row.
  static let fence = "SELECT 1 FROM node_lease WHERE name = 'serving' AND epoch = $1 FOR SHARE"
  static let gone = "another node has taken over"

  private static let take = """
    INSERT INTO node_lease (name, epoch, owner, until) \
    VALUES ('serving', 1, $1, clock_timestamp() + make_interval(secs => \(seconds))) \
    ON CONFLICT (name) DO UPDATE SET epoch = node_lease.epoch + 1, owner = excluded.owner, until = excluded.until \
    WHERE node_lease.until < clock_timestamp() RETURNING epoch
    """
  private static let extend = """
    UPDATE node_lease SET until = clock_timestamp() + make_interval(secs => \(seconds)) \
    WHERE name = 'serving' AND epoch = $1
    """
  private static let end = "UPDATE node_lease SET until = clock_timestamp() WHERE name = 'serving' AND epoch = $1"
  private static let holder = "SELECT owner FROM node_lease WHERE name = 'serving'"

  private let session: Session
  let epoch: Int64

  /// Takes the lease if nobody holds it; nil where somebody does. `owner` is a name for people.
  static func taken(_ session: Session, owner: String) throws(StorageError) -> Lease? {
    guard case .int(let epoch) = try session.ask(take, [.text(owner)]).rows.cells.first else { return nil }
    return Lease(session: session, epoch: epoch)
  }

  /// Who holds it.
  static func owner(_ session: Session) throws(StorageError) -> String? {
    guard case .text(let owner) = try session.ask(holder).rows.cells.first else { return nil }
    return owner
  }

  /// False once another node has it.
  func renew() throws(StorageError) -> Bool { try session.ask(Self.extend, [.int(epoch)]).changed == 1 }

  /// Lets the next node in at once.
  func release() { _ = try? session.ask(Self.end, [.int(epoch)]) }
}
