import Dispatch
import Storage
import Synchronization

/// A few sessions that only read, handed round. Waiting for the server happens on threads of their own, never on
/// those of Swift's tasks.
final class Readers: Sendable {
  private struct State {
    var idle: [Session]
    var waiting: [CheckedContinuation<Session, Never>] = []
  }

  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "postgres-readers", attributes: .concurrent)

  init(_ address: String, count: Int, patience: Int) {
    state = Mutex(State(idle: (0..<count).map { _ in Session(address, patience: patience) }))
  }

  /// Many queries as of one moment. A connection that turns out to be dead is replaced once: reading twice does no harm.
  func snapshot(_ queries: [PostgresQuery]) async throws -> [Rows] {
    let session = await take()
    defer { give(session) }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(with: Result { try Self.read(session, queries) })
      }
    }
  }

  func close() { for session in state.withLock({ $0.idle }) { session.close() } }

  private static func read(_ session: Session, _ queries: [PostgresQuery]) throws(StorageError) -> [Rows] {
    let all =
      [try PostgresQuery(TransactionSQL.read), try PostgresQuery(TransactionSQL.readSettings)] + queries
      + [try PostgresQuery(TransactionSQL.commit)]
    let answers: Connection.Answers
    do throws(StorageError) { answers = try session.run(all) } catch { answers = try session.run(all) }
    do throws(StorageError) {
      return try answers.dropFirst(2).dropLast().map { answer throws(StorageError) in
        try Transaction.accepted(answer).rows
      }
    } catch {
      _ = try? session.ask(TransactionSQL.rollback)
      throw error
    }
  }

  private func take() async -> Session {
    await withCheckedContinuation { continuation in
      let free = state.withLock { state -> Session? in
        guard let session = state.idle.popLast() else {
          state.waiting.append(continuation)
          return nil
        }
        return session
      }
      if let free { continuation.resume(returning: free) }
    }
  }

  private func give(_ session: Session) {
    let next = state.withLock { state -> CheckedContinuation<Session, Never>? in
      guard !state.waiting.isEmpty else {
        state.idle.append(session)
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume(returning: session)
  }
}
