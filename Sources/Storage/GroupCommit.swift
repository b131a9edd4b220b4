import Foundation
import Synchronization

/// One thread that writes. It takes everything that waits, without a timer or a minimum, plans it, makes one commit
/// of it and answers. Under load the groups grow by themselves, since one flush then serves many.
///
/// `Work` is what the hot path brings; a planner, made and used on the writer's thread alone, turns many works into
/// one `WorkGroup`. Everything else comes as `submit`ted statements and rides on the same commits.
package final class GroupCommit<Work: Sendable>: Sendable {
  package typealias Planner = ([Work]) -> WorkGroup

  private let database: any Database
  private let queue: CommitQueue<Work>
  private let meter = CommitMeter()
  private let makePlanner: @Sendable () -> Planner
  private let outcomeUnknown: @Sendable (StorageError) -> Void

  /// `capacity` bounds works and orders apart, so that a flood of events never locks out the engine's decisions.
  /// `outcomeUnknown` is called on the writer's thread when a commit may or may not have happened: only a restart
  /// can tell, so it is to stop the process. Should it return, everything is refused from then on.
  package init(
    database: any Database, capacity: Int, outcomeUnknown: @escaping @Sendable (StorageError) -> Void,
    planner: @escaping @Sendable () -> Planner
  ) {
    self.database = database
    queue = CommitQueue(capacity: capacity)
    makePlanner = planner
    self.outcomeUnknown = outcomeUnknown
    let thread = Thread { [self] in run() }
    thread.name = "writer"
    thread.stackSize = 2 << 20
    thread.start()
  }

  /// Puts work in the queue; its group answers for it. Throws `QueueRefusal` at once when there is no room.
  package func offer(_ work: Work) throws(QueueRefusal) { try queue.add(work) }

  /// Statements of one commit, durable when this returns. Guards come first. `committed` runs on the writer's
  /// thread after the commit and before anything later is planned: the place to keep the planner's index true.
  /// Throws `StorageError` or `QueueRefusal`.
  @discardableResult
  package func submit(
    _ statements: [Statement], committed: (@Sendable ([Outcome]) -> Void)? = nil
  ) async throws -> [Outcome] {
    try await withCheckedThrowingContinuation { continuation in
      let order = CommitOrder(statements: statements, committed: committed) { continuation.resume(with: $0) }
      do throws(QueueRefusal) { try queue.add(order) } catch { continuation.resume(throwing: error) }
    }
  }

  /// Takes no more, finishes what waits, and returns when the thread has ended.
  package func stop() async {
    await withCheckedContinuation { continuation in queue.stop { continuation.resume() } }
  }

  package var counters: CommitCounters {
    var counters = meter.read()
    counters.waiting = queue.length
    counters.oldest = queue.oldestAge
    return counters
  }

  private func run() {
    var round = CommitRound(database: database, planner: makePlanner(), meter: meter)
    var taken = CommitQueue<Work>.Taken()
    while queue.take(&taken) {
      if let unknown = round.settle(taken.works, taken.orders) {
        outcomeUnknown(unknown)
        queue.shut()
      }
    }
    queue.ended()
  }
}

/// What a planner makes of many works.
package struct WorkGroup {
  package var statements: [Statement]
  /// After the commit, with the outcomes of `statements`: hand on what follows, then answer.
  package var committed: ([Outcome]) -> Void
  /// Nothing of it was written: take back what planning put into the index. The works may be planned again, in
  /// smaller groups; then this is not the end of them.
  package var undo: () -> Void
  /// Answers every work of the group with the reason; follows `undo`.
  package var refused: (StorageError) -> Void

  package init(
    statements: [Statement], committed: @escaping ([Outcome]) -> Void, undo: @escaping () -> Void = {},
    refused: @escaping (StorageError) -> Void
  ) {
    self.statements = statements
    self.committed = committed
    self.undo = undo
    self.refused = refused
  }
}

/// Why something is not taken into the queue.
package enum QueueRefusal: Error, Sendable, Hashable {
  /// As much waits as may wait: come again in a second.
  case full
  /// The writer is stopping.
  case stopped
}
