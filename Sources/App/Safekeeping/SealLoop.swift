import Incidents
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Incidents that changed since the sealer looked. Bounded: beyond that, everything is looked through again.
final class Touched: Sendable {
  private static let limit = 50_000
  private let state = Mutex((incidents: Set<Int64>(), overflowed: false))

  func add(_ incidents: [Int64]) {
    state.withLock { state in
      if state.incidents.count < Self.limit { state.incidents.formUnion(incidents) } else { state.overflowed = true }
    }
  }

  /// Takes some of them; and whether others were not remembered.
  func take(atMost count: Int) -> (incidents: [Int64], overflowed: Bool) {
    state.withLock { state in
      let taken = Array(state.incidents.prefix(count))
      state.incidents.subtract(taken)
      defer { state.overflowed = false }
      return (taken, state.overflowed)
    }
  }
}

/// Seals timelines a few seconds after they grew. It is apart from the commits that write them, so that the chain over
/// all of them costs an alert nothing; what was written in the last seconds is not sealed yet.
struct SealLoop: Sendable {
  let decisions: Decisions
  let touched: Touched
  let pause: Duration
  let logger: Logger

  /// So many incidents at a time: a storm is sealed by and by.
  private static let portion = 500

  func run() async {
    var (rest, trouble) = (Int64?.some(0), false)
    while await wait() {
      do {
        let (incidents, overflowed) = touched.take(atMost: Self.portion)
        if overflowed { rest = 0 }
        do { try await seal(incidents) } catch {
          touched.add(incidents)
          throw error
        }
        if let from = rest { rest = try await catchUp(from) }
        trouble = false
      } catch {
        if !trouble { logger.error("timelines could not be sealed; trying again", metadata: ["error": "\(error)"]) }
        trouble = true
      }
    }
  }

  /// Looks through incidents that a former process, or an overflow, may have left. nil at the end.
  private func catchUp(_ after: Int64) async throws -> Int64? {
    let progress = try await decisions.database.read(SealQueries.progress(after: after, limit: Self.portion))
    try await seal(progress.filter { $0.entries > $0.sealed }.map(\.incident))
    return progress.last?.incident
  }

  private func seal(_ incidents: [Int64]) async throws {
    guard !incidents.isEmpty else { return }
    var groups: [[TimelineEntry]] = []
    for incident in incidents.sorted() {
      groups.append(try await decisions.database.read(SealQueries.unsealed(incident)))
    }
    let head = try await decisions.database.read(SealQueries.newest).first
    let seals = TimelineChain.seals(for: groups, after: head, at: decisions.clock.now())
    if !seals.isEmpty { _ = try await decisions.writer.submit([SealStatements.add(seals)]) }
    // More than one look takes of one incident.
    touched.add(groups.filter { $0.count >= 1_000 }.compactMap { $0.first?.incident })
  }

  private func wait() async -> Bool {
    (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }) != nil
  }
}
