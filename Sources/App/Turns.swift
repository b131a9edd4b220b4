import Storage
import Synchronization

/// Whose turn it is, in memory: the intake plans pages without reading the store. The store's counts ride on the
/// same commits as the pages; where a commit fails, somebody's turn is passed over and nothing is lost.
final class Turns: Sendable {
  private let taken: Mutex<[String: Int]>

  init(_ taken: [String: Int]) { self.taken = Mutex(taken) }

  static func stored(_ database: any Database) async throws -> Turns {
    Turns(Dictionary(try await database.read(TurnQueries.all).map { ($0.role, $0.taken) }) { first, _ in first })
  }

  var counts: [String: Int] { taken.withLock { $0 } }

  func take(_ roles: [String]) {
    guard !roles.isEmpty else { return }
    taken.withLock { taken in for role in roles { taken[role, default: 0] &+= 1 } }
  }
}
