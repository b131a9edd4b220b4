import Synchronization

/// Makes a value once for all who ask for it before something changes.
final class Sharing<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Shared {
    /// How many changes had been told when it was begun.
    var generation: UInt64
    var begun: ContinuousClock.Instant
    var task: Task<Value, any Error>
  }

  /// How old a value may be that is given again while nothing was told to have changed. A browser counts its clocks
  /// down by itself, so that only what falls due without a commit is seen so much later.
  private let fresh = Duration.seconds(1)
  private let shared = Mutex<[Key: Shared]>([:])

  /// Throws what making it throws.
  func value(
    _ key: Key, of generation: UInt64, make: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let now = ContinuousClock.now
    let task = shared.withLock { shared in
      if let known = shared[key], known.generation >= generation, now - known.begun < fresh { return known.task }
      shared = shared.filter { now - $0.value.begun < .seconds(5) }
      let task = Task { try await make() }
      shared[key] = Shared(generation: generation, begun: now, task: task)
      return task
    }
    return try await task.value
  }
}
