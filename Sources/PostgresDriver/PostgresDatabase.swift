import Foundation
import Storage
import Synchronization

/// A store on a PostgreSQL server (14 or later), for teams that run more than one node. One node serves at a time;
/// the others stand by (`Lease`).
package final class PostgresDatabase: Storage.Database {
  private let writer: Writer
  private let readers: Readers
  private let lease = Mutex<Lease?>(nil)
  /// Asks for the turn to serve, and renews it.
  private let turns: Session
  private let isPrepared = Mutex(false)
  private let turnQueue = DispatchQueue(label: "postgres-turns")

  /// Opens a store by its address, `postgresql://USER@HOST:PORT/NAME` or libpq's keywords, and proves that it
  /// answers. A password may stand in PGPASSWORD or in a password file instead.
  /// https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING
  /// `patience` is how many seconds the server may be silent before it counts as lost; statements end there after thirty.
  /// Throws `StorageError.unavailable`, or `broken` for a server that is too old.
  package init(_ address: String, patience: Int = 40) throws(StorageError) {
    writer = Writer(address, patience: patience)
    readers = Readers(address, count: 4, patience: patience)
    turns = Session(address, patience: patience)
    let session = Session(address, patience: patience)
    let version = try session.ask("SELECT current_setting('server_version_num')::bigint").rows.cells.first
    guard case .int(let number) = version, number >= 140_000 else {
      throw .broken("the server is older than PostgreSQL 14")
    }
  }

  /// Whose turn it is to serve.
  package enum Turn: Sendable, Hashable {
    case ours
    case of(ServingNode)
  }

  /// Lets this node serve where no other does. From then on the lease is renewed on a thread of its own; `lost` is
  /// called there when another node has taken over: this process must end.
  package func takeTurn(as node: ServingNode, lost: @escaping @Sendable () -> Void) throws(StorageError) -> Turn {
    if !isPrepared.withLock({ $0 }) { _ = try turns.ask(Lease.table) }
    isPrepared.withLock { $0 = true }
    if let taken = try Lease.taken(turns, by: node) {
      keep(taken, lost)
      return .ours
    }
    return .of(try Lease.owner(turns) ?? ServingNode(name: "another node", address: ""))
  }

  /// Waits until this node may serve. `waiting` is told who serves, once and whenever that changes, and nil while the
  /// database does not answer; it is asked again. Throws `CancellationError` when its task ends.
  package func serve(
    as node: ServingNode, waiting: @escaping @Sendable (ServingNode?) -> Void, lost: @escaping @Sendable () -> Void
  ) async throws {
    var told: Turn?? = .none
    while true {
      try Task.checkCancellation()
      let turn = await asked { [self] in try? takeTurn(as: node, lost: lost) }
      if turn == .ours { return }
      if told != .some(turn) { waiting(turn?.holder) }
      told = .some(turn)
      try await Task.sleep(for: Self.pause)
    }
  }

  /// Between two tries to serve: what it adds to the time of a takeover.
  private static let pause = Duration.milliseconds(500)

  /// A database that does not answer holds up a thread of its own, none of those of Swift's tasks.
  private func asked<Answer: Sendable>(_ question: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
      turnQueue.async { continuation.resume(returning: question()) }
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
    turns.close()
    writer.close()
    readers.close()
  }
}

extension PostgresDatabase.Turn {
  fileprivate var holder: ServingNode? { if case .of(let node) = self { node } else { nil } }
}
