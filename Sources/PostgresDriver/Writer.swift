import Foundation
import Storage
import Synchronization

/// The one session that commits, one commit at a time.
final class Writer: Sendable {
  /// Seconds between two questions about a commit whose answer was lost, and how many are asked.
  private static let pause = 0.5
  private static let questions = 40

  private let session: Session
  private let turn = Mutex(())

  init(_ address: String) { session = Session(address) }

  /// All or nothing, on disk when it returns.
  func commit(_ statements: [Statement], epoch: Int64?) throws(StorageError) -> [Outcome] {
    let result = turn.withLock { _ in
      Result { () throws(StorageError) in try commitNow(statements, epoch: epoch) }
    }
    return try result.get()
  }

  private func commitNow(_ statements: [Statement], epoch: Int64?) throws(StorageError) -> [Outcome] {
    let transaction = try Transaction(statements, epoch: epoch)
    let answers = try session.run(transaction.queries)
    let judged: (outcomes: [Outcome], number: String)
    do throws(StorageError) { judged = try transaction.judge(answers) } catch {
      _ = try? session.ask(TransactionSQL.rollback)
      throw error
    }
    do throws(StorageError) { _ = try session.ask(TransactionSQL.commit) } catch {
      guard case .unavailable(let words) = error else { throw error }
      try settle(judged.number, words)
    }
    return judged.outcomes
  }

  func close() { session.close() }

  /// The answer to COMMIT was lost: the database itself is asked what became of the transaction.
  private func settle(_ number: String, _ words: String) throws(StorageError) {
    session.close()
    for _ in 0..<Self.questions {
      Thread.sleep(forTimeInterval: Self.pause)
      guard let answer = try? session.ask(TransactionSQL.status, [.text(number)]) else { continue }
      switch answer.rows.cells.first {
      case .text("committed"): return
      case .text("aborted"): throw .unavailable("the database lost the commit and took nothing: \(words)")
      case .text: continue
      default: throw .outcomeUnknown(words)
      }
    }
    throw .outcomeUnknown(words)
  }
}
