import GRDBSQLite
import Storage

/// The prepared statements of one connection, by their text. Used only on that connection's own queue.
final class StatementCache {
  /// Above this many texts all are dropped: only texts made up on the fly could reach it.
  private static let limit = 256
  private static let postgresOnly = " FOR UPDATE SKIP LOCKED"

  private let connection: OpaquePointer
  private let arena = BindArena()
  private var prepared: [String: Prepared] = [:]

  init(_ connection: OpaquePointer) { self.connection = connection }

  deinit { finalize() }

  /// A statement that is reset and ready to be bound.
  func statement(_ sql: String) throws(StorageError) -> Prepared {
    if let known = prepared[sql] { return known }
    if prepared.count >= Self.limit { finalize() }
    let made = try Prepared(sql.replacing(Self.postgresOnly, with: ""), on: connection, arena)
    prepared[sql] = made
    return made
  }

  /// Must run before the connection is closed.
  func finalize() {
    for statement in prepared.values { statement.finalize() }
    prepared.removeAll()
  }
}
