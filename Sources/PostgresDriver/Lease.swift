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
    let answer = try session.ask(take, [.text(node.name), .text(node.address)])
    guard case .int(let epoch) = answer.rows.cells.first else { return nil }
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
