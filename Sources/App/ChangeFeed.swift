import Synchronization
import Web

/// Carries the identifiers of changed incidents from the writer to every open stream.
package final class ChangeFeed: Changes {
  private struct State {
    var next = 0
    var published: UInt64 = 0
    var streams: [Int: AsyncStream<[Int64]>.Continuation] = [:]
  }
  private let state = Mutex(State())
  let touched = Touched()

  package init() {}

  package func publish(_ incidents: [Int64]) {
    guard !incidents.isEmpty else { return }
    touched.add(incidents)
    let streams = state.withLock { state in
      state.published &+= 1
      return Array(state.streams.values)
    }
    for stream in streams { stream.yield(incidents) }
  }

  package var count: UInt64 { state.withLock { $0.published } }

  package func subscribe() -> AsyncStream<[Int64]> {
    // A slow browser keeps the newest changes only: each one makes it draw the page as it is by then.
    AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
      let id = state.withLock { state in
        state.next += 1
        state.streams[state.next] = continuation
        return state.next
      }
      continuation.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.streams.removeValue(forKey: id) } }
    }
  }

  package func finish() {
    let streams = state.withLock { Array($0.streams.values) }
    for stream in streams { stream.finish() }
  }
}
