import Foundation
import Storage
import Synchronization

/// A store on a PostgreSQL server (14 or later), for teams that run more than one node. One node serves at a time;
/// the others stand by (`Lease`).
package final class PostgresDatabase: Storage.Database {
  private let address: String
  private let writer: Writer
  private let readers: Readers
  private let lease = Mutex<Lease?>(nil)

  /// Opens a store by its address, `postgresql://USER@HOST:PORT/NAME` or libpq's keywords, and proves that it
  /// answers. A password may stand in PGPASSWORD or in a password file instead.
  /// https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING
  /// Throws `StorageError.unavailable`, or `broken` for a server that is too old.
  package init(_ address: String) throws(StorageError) {
    self.address = address
    writer = Writer(address)
    readers = Readers(address, count: 4)
    let session = Session(address)
    let version = try session.ask("SELECT current_setting('server_version_num')::bigint").rows.cells.first
    guard case .int(let number) = version, number >= 140_000 else {
      throw .broken("the server is older than PostgreSQL 14")
    }
  }

  /// Waits until this node may serve. `waiting` is told who serves, once and whenever that changes; a server that
  /// cannot be reached meanwhile is asked again. Then the lease is renewed on a thread of its own; `lost` is called
  /// there when another node has taken over: this process must end. Throws `CancellationError` when its task ends.
  package func serve(
    as owner: String, waiting: @Sendable (String) -> Void, lost: @escaping @Sendable () -> Void
  ) async throws {
    let session = Session(address)
    _ = try session.ask(Lease.table)
    var told = ""
    while true {
      if let taken = try? Lease.taken(session, owner: owner) { return keep(taken, lost) }
      let holder = ((try? Lease.owner(session)) ?? nil) ?? "nobody, since the database does not answer"
      if holder != told { waiting(holder) }
      told = holder
      try await Task.sleep(for: .seconds(1))
    }
  }

  private func keep(_ taken: Lease, _ lost: @escaping @Sendable () -> Void) {
    lease.withLock { $0 = taken }
    let thread = Thread { [self] in
      while lease.withLock({ $0 != nil }) {
        Thread.sleep(forTimeInterval: Lease.renewal)
        guard lease.withLock({ $0 != nil }), let holds = try? taken.renew() else { continue }
        if !holds { return lost() }
      }
    }
    thread.name = "lease"
    thread.start()
  }

  package func snapshot(_ queries: [(sql: String, arguments: [Value])]) async throws -> [Rows] {
    try await readers.snapshot(queries.map { try PostgresQuery($0.sql, $0.arguments) })
  }

  package func commit(_ statements: [Statement]) throws(StorageError) -> [Outcome] {
    try writer.commit(statements, epoch: lease.withLock { $0?.epoch })
  }

  /// Ends the lease, so that the next node need not wait for its end, and every connection.
  package func close() {
    let held = lease.withLock { held in
      defer { held = nil }
      return held
    }
    held?.release()
    writer.close()
    readers.close()
  }
}
