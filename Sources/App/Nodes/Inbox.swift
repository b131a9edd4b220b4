import Incidents
import Storage
import Web

/// The store's inbox, as a node that stands by fills it: everything that waits is one commit, and nobody is answered
/// before it.
final class Inbox: Sendable {
  struct Work: Sendable {
    var item: InboxItem
    var reply: @Sendable (Result<Int64, AcceptError>) -> Void
  }

  let writer: GroupCommit<Work>
  let fill = InboxFill()
  private let wait: InboxWait

  init(_ database: any Database, outcomeUnknown: @escaping @Sendable (StorageError) -> Void) {
    writer = GroupCommit(
      database: database, capacity: 20_000, outcomeUnknown: outcomeUnknown, planner: { Inbox.plan })
    wait = InboxWait(database)
  }

  /// Returns when it is on disk, and counted by the node that serves or not to be waited for. Throws `unavailable`
  /// where it cannot be kept, also where too much waits already.
  func put(_ matter: InboxItem.Matter, integration: Int64, received: Timestamp) async throws(AcceptError) {
    let item: InboxItem
    do { item = try InboxItem(matter, integration: integration, received: received) } catch {
      throw .unavailable("\(error)")
    }
    guard fill.take(integration, item.size) else {
      throw .unavailable("the inbox is full: no node has counted what waits in it")
    }
    let stored = await stored(item)
    if case .failure = stored { fill.give(integration, item.size) }
    let number = try stored.get()
    await wait.counted(number)
  }

  private func stored(_ item: InboxItem) async -> Result<Int64, AcceptError> {
    await withCheckedContinuation { continuation in
      do throws(QueueRefusal) { try writer.offer(Work(item: item) { continuation.resume(returning: $0) }) } catch {
        continuation.resume(returning: .failure(.unavailable("the writer takes no more: \(error)")))
      }
    }
  }

  private static func plan(_ works: [Work]) -> WorkGroup {
    WorkGroup(
      statements: InboxStatements.keep(works.map(\.item)),
      committed: { outcomes in
        let numbers = (try? InboxStatements.numbers(outcomes, of: works.count)) ?? works.map { _ in 0 }
        for (work, number) in zip(works, numbers) { work.reply(.success(number)) }
      },
      refused: { error in for work in works { work.reply(.failure(.unavailable("\(error)"))) } })
  }

  /// For `/metrics` of this node.
  var metrics: String {
    Metrics().text(gauges: [
      ("standing_by", "Whether this node stands by.", 1),
      ("inbox_waiting", "What nodes that stand by took and the serving node has yet to count.", Double(fill.rows)),
    ])
  }
}
