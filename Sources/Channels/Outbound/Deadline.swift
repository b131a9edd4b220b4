import NIOCore

/// Runs `work`, but waits for it no longer than `limit`; then `late` is the answer and the work is cancelled.
///
/// The work is not waited for after that: a name lookup in the system's resolver cannot be cancelled, and a page must
/// not hang on it.
func within<Result: Sendable>(
  _ limit: TimeAmount, on loop: any EventLoop, late: @escaping @Sendable () -> Result,
  _ work: @escaping @Sendable () async -> Result
) async -> Result {
  let promise = loop.makePromise(of: Result.self)
  let task = Task { promise.succeed(await work()) }
  let timer = loop.scheduleTask(in: limit) {
    promise.succeed(late())
    task.cancel()
  }
  defer { timer.cancel() }
  do {
    return try await promise.futureResult.get()
  } catch {
    return late()
  }
}
