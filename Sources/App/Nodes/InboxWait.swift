import Storage
import Synchronization

/// Holds a sender's answer until the serving node has counted what it sent: a resolve that it then sends to that node
/// itself finds its alert there. At most a second; where nobody counts, as during a takeover, nobody is held up after
/// the first.
final class InboxWait: Sendable {
  private let limit: Duration
  private static let pause = Duration.milliseconds(15)

  private struct Held {
    var since: ContinuousClock.Instant
    var answer: CheckedContinuation<Void, Never>
  }
  private struct State {
    var held: [Int64: Held] = [:]
    /// A number that was not counted in time; while it waits, nobody else does.
    var stalled: Int64?
    var isLooking = false
  }

  private let database: any Database
  private let state = Mutex(State())

  init(_ database: any Database, limit: Duration = .seconds(1)) {
    self.database = database
    self.limit = limit
  }

  var isStalled: Bool { state.withLock { $0.stalled != nil } }

  /// Returns when this number is counted, or need not be waited for.
  func counted(_ id: Int64) async {
    guard !isStalled else { return lookSoon() }
    await withCheckedContinuation { continuation in
      state.withLock { $0.held[id] = Held(since: .now, answer: continuation) }
      lookSoon()
    }
  }

  /// One look after the other, as long as anybody is held.
  private func lookSoon() {
    let isFirst = state.withLock { state in
      defer { state.isLooking = true }
      return !state.isLooking
    }
    guard isFirst else { return }
    Task {
      repeat {
        await look()
        try? await Task.sleep(for: Self.pause)
      } while state.withLock({ state in
        state.isLooking = !state.held.isEmpty
        return state.isLooking
      })
    }
  }

  private func look() async {
    let asked = state.withLock { state in Array(state.held.keys) + [state.stalled].compactMap { $0 } }
    guard let first = asked.min(), let last = asked.max() else { return }
    let waiting = (try? await database.read(InboxQueries.numbers(from: first, to: last))).map { Set($0) }
    let now = ContinuousClock.now
    let done = state.withLock { state -> [Held] in
      if let waiting, let stalled = state.stalled, !waiting.contains(stalled) { state.stalled = nil }
      var done: [Held] = []
      for id in asked {
        guard let held = state.held[id] else { continue }
        let isCounted = waiting.map { !$0.contains(id) } ?? false
        guard isCounted || now - held.since >= limit else { continue }
        if !isCounted { state.stalled = id }
        state.held[id] = nil
        done.append(held)
      }
      return done
    }
    for held in done { held.answer.resume() }
  }
}
