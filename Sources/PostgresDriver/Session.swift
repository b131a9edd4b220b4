import Storage
import Synchronization

/// A connection that is made when it is first needed and made anew after it was lost. One use at a time.
final class Session: Sendable {
  let address: String
  private let patience: Int
  private let connection = Mutex<Connection?>(nil)

  init(_ address: String, patience: Int) {
    self.address = address
    self.patience = patience
  }

  /// Runs the queries. Throws `unavailable` when the server cannot be reached or the connection breaks; then the
  /// next use connects again.
  func run(_ queries: [PostgresQuery]) throws(StorageError) -> Connection.Answers {
    let result = connection.withLock { held in
      Result { () throws(StorageError) in
        let open: Connection
        if let held { open = held } else { open = try Connection(address, patience: patience) }
        held = nil
        let answers = try open.run(queries)
        held = open
        return answers
      }
    }
    return try result.get()
  }

  /// One query outside any transaction. Throws also what the server refuses.
  func ask(_ sql: String, _ arguments: [Value] = []) throws(StorageError) -> Outcome {
    guard let answer = try run([try PostgresQuery(sql, arguments)]).first else { throw .broken("no answer") }
    switch answer {
    case .success(let outcome): return outcome
    case .failure(let refusal): throw refusal.storageError
    }
  }

  func close() { connection.withLock { $0 = nil } }
}
