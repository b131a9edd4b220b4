import Foundation
import Storage
import Synchronization

/// The one session that commits, one commit at a time.
final class Writer: Sendable {
  /// Seconds between two questions about a commit whose answer was lost, and how many are asked.
  private static let pause = 0.5
  private static let questions = 40

  private let session: Session
  private let name = UUID().uuidString
  /// The number of the last commit that was begun; 0 before the first.
  private let turn = Mutex<Int64>(0)

  init(_ address: String, patience: Int) { session = Session(address, patience: patience) }

  /// All or nothing, on disk when it returns.
  func commit(_ statements: [Statement], epoch: Int64?) throws(StorageError) -> [Outcome] {
    let result = turn.withLock { last in
      Result { () throws(StorageError) in
        if last == 0 { try prepare() }
        last &+= 1
        return try commitNow(statements, CommitMark(writer: name, number: last), epoch: epoch)
      }
    }
    return try result.get()
  }

  private func prepare() throws(StorageError) {
    // Of two nodes that make it at once one is refused, and finds it there.
    do throws(StorageError) { _ = try session.ask(CommitMark.table) } catch { _ = try session.ask(CommitMark.table) }
    _ = try session.ask(CommitMark.tidy)
  }

  private func commitNow(
    _ statements: [Statement], _ mark: CommitMark, epoch: Int64?
  ) throws(StorageError) -> [Outcome] {
    let transaction = try Transaction(statements, mark: mark, epoch: epoch)
    let answers = try session.run(transaction.queries)
    let judged: (outcomes: [Outcome], number: String)
    do throws(StorageError) { judged = try transaction.judge(answers) } catch {
      _ = try? session.ask(TransactionSQL.rollback)
      throw error
    }
    do throws(StorageError) { _ = try session.ask(TransactionSQL.commit) } catch {
      guard case .unavailable(let words) = error else { throw error }
      try settle(mark, judged.number, words)
    }
    return judged.outcomes
  }

  func close() { session.close() }

  /// The answer to COMMIT was lost: once the transaction is over, its mark says whether it was committed.
  private func settle(_ mark: CommitMark, _ number: String, _ words: String) throws(StorageError) {
    session.close()
    for _ in 0..<Self.questions {
      Thread.sleep(forTimeInterval: Self.pause)
      guard isOver(number), let found = try? session.ask(CommitMark.read, [.text(mark.writer)]) else { continue }
      if found.rows.cells.first == .int(mark.number) { return }
      throw .unavailable("the database lost the commit and took nothing: \(words)")
    }
    throw .outcomeUnknown(words)
  }

  /// False while it is under way, or the database does not answer.
  private func isOver(_ number: String) -> Bool {
    do throws(StorageError) {
      return try session.ask(TransactionSQL.status, [.text(number)]).rows.cells.first != .text("in progress")
    } catch {
      // A number that the server says it never gave out: it failed before that was on disk.
      if case .unavailable = error { return false }
      return true
    }
  }
}
